import fc from 'fast-check';
import { applyEntry, atTime, foldCase } from '../fold/case-state';
import type { JournalEntry, StepCompleted } from '../journal/journal-entry';
import { anyMoves } from '../testing/any-command';
import { DAY, KeyCase, PARIS } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';
import { conformanceOf } from './conformance-of';
import type { CaseConformance } from './conformance-types';
import { replaySteps } from './replay-steps';
import { EVERY_STEP } from './touched-steps';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 150) };

/** Journals that the engine accepted, with a moment to look at them. */
const journals = fc.tuple(anyMoves, fc.constantFrom(0, DAY, 60 * DAY)).map(([moves, later]) => {
  const key = new KeyCase();
  for (const it of moves) {
    if (it.do === 'wait') {
      key.wait(it.ms);
      continue;
    }
    const decision = key.decide(it.commandOf(key), it.by);
    if (decision.ok) for (const entry of decision.entries) key.apply(entry);
  }
  return { journal: key.journal as readonly JournalEntry[], now: key.now + later };
});

const judge = (journal: readonly JournalEntry[], now: number): CaseConformance =>
  conformanceOf(foldCase(LOST_KEYS, journal, { now, territory: PARIS }));

/** Kinds that say that something expected was not done as it should: the others are counted apart. */
const COUNTED = new Set(['late', 'skipped', 'unapproved', 'unweighed', 'out-of-order', 'repeated', 'waived']);

it('gives a share between 0 and 1, of each run and of the case', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const all = judge(journal, now);
      for (const { expected, met, fitness } of [all, ...all.runs]) {
        expect(met).toBeLessThanOrEqual(expected);
        if (expected === 0) expect(fitness).toBeNull();
        else expect(fitness).toBe(met / expected);
      }
    }),
    RUNS,
  );
});

it('gives 1 to a run from which nothing departs', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const { runs, deviations } = judge(journal, now);
      for (const run of runs) {
        if (deviations.some((it) => it.runId === run.runId && COUNTED.has(it.kind))) continue;
        expect(run.fitness ?? 1).toBe(1);
      }
    }),
    RUNS,
  );
});

it('names a deviation for whatever it does not count as met', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const { runs, deviations } = judge(journal, now);
      for (const { runId, steps } of runs) {
        for (const { step, expectation, isMet } of steps) {
          if (expectation !== 'expected' || isMet) continue;
          const kinds = deviations.filter((it) => it.runId === runId && it.step === step);
          expect(kinds.map(({ kind }) => kind)).not.toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

it('says the same whenever it is asked, and gives every deviation one key', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const first = judge(journal, now);
      expect(judge(journal, now)).toEqual(first);
      const keys = first.deviations.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    RUNS,
  );
});

it('keeps what the journal tells, whenever it is read', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const settled = (at: number) =>
        judge(journal, at)
          .deviations.filter(({ isOpen, kind }) => !isOpen && kind !== 'skipped')
          .map(({ key, since, by }) => ({ key, since, by }));
      expect(settled(now + 400 * DAY)).toEqual(settled(now));
    }),
    RUNS,
  );
});

it('counts nothing that nobody knows, for or against', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const { runs, deviations } = judge(journal, now);
      for (const { runId, steps } of runs) {
        for (const { step, expectation } of steps) {
          if (expectation !== 'unknown') continue;
          const about = deviations.filter((it) => it.runId === runId && it.step === step);
          expect(about.filter(({ kind }) => kind === 'late' || kind === 'skipped')).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

it('looks at every step that an entry may have changed', () => {
  fc.assert(
    fc.property(journals, ({ journal, now }) => {
      const fold = foldCase(LOST_KEYS, journal, { now, territory: PARIS }).readFold();
      expect(replaySteps(fold)).toEqual(replaySteps(fold, () => EVERY_STEP));
    }),
    { numRuns: RUNS.numRuns * 2 },
  );
});

it('goes on where it was as if it began anew, whatever the time was when it was asked', () => {
  fc.assert(
    fc.property(journals, fc.array(fc.nat({ max: 400 }), { minLength: 1 }), ({ journal, now }, days) => {
      const anew = (length: number, at: number) =>
        conformanceOf(foldCase(LOST_KEYS, journal.slice(0, length), { now: at, territory: PARIS }));
      let state = foldCase(LOST_KEYS, [], { now, territory: PARIS });
      for (const [index, entry] of journal.entries()) {
        state = applyEntry(atTime(state, now + (days[index % days.length] ?? 0) * DAY), entry);
        expect(conformanceOf(state)).toEqual(anew(index + 1, state.context.now));
      }
    }),
    RUNS,
  );
});

describe('a deviation more', () => {
  /** The same journal with one completion that departs from its protocol, and the fitness before and after. */
  const worse = (spoil: (entry: StepCompleted) => StepCompleted) =>
    fc.property(journals, fc.nat(), ({ journal, now }, pick) => {
      const done = journal.filter((it) => it.kind === 'step-completed' && it.confirms === undefined);
      const chosen = done[pick % Math.max(1, done.length)];
      if (chosen?.kind !== 'step-completed') return;
      const spoilt = journal.map((it) => (it === chosen ? spoil(chosen) : it));
      const before = judge(journal, now);
      const after = judge(spoilt, now);
      expect(after.fitness ?? 1).toBeLessThanOrEqual(before.fitness ?? 1);
    });

  it('out of order never raises the figure', () => {
    fc.assert(
      worse((entry) => ({ ...entry, outOfOrder: 'told afterwards' })),
      RUNS,
    );
  });

  it('by somebody else never raises it', () => {
    fc.assert(
      worse((entry) => ({ ...entry, by: [{ role: 'PREF' }] })),
      RUNS,
    );
  });

  it('later is never more in time', () => {
    fc.assert(
      fc.property(journals, fc.constantFrom(DAY, 9 * DAY, 90 * DAY), ({ journal, now }, delay) => {
        const last = journal.at(-1);
        if (last?.kind !== 'step-completed') return;
        const { from, to } = last.occurredAt;
        const occurredAt = { ...last.occurredAt, from: from + delay, to: to + delay };
        const later = { ...last, occurredAt, recordedAt: last.recordedAt + delay };
        const at = now + delay;
        const own = (it: readonly JournalEntry[]) =>
          judge(it, at)
            .runs.find(({ runId }) => runId === last.runId)
            ?.steps.find(({ step }) => step === last.step);
        // Of that step alone: what counts from it starts later too.
        if (own([...journal.slice(0, -1), later])?.isInTime) expect(own(journal)?.isInTime).toBe(true);
      }),
      RUNS,
    );
  });

  it('a correction, a waiver of what was late, never raises it', () => {
    fc.assert(
      fc.property(journals, ({ journal, now }) => {
        const before = judge(journal, now);
        const open = before.runs
          .flatMap(({ steps }) => steps)
          .find(
            ({ expectation, doneAt, step }) =>
              expectation === 'expected' && doneAt === null && step === 'rest',
          );
        const last = journal.at(-1);
        if (!open || !last) return;
        const waiver: JournalEntry = {
          kind: 'step-waived',
          id: 'waiver',
          seq: last.seq + 1,
          occurredAt: { from: now, to: now, precision: 'minute' },
          recordedAt: now,
          enteredBy: 'anna',
          runId: open.runId,
          step: open.step,
          reason: 'already_known',
        };
        expect(judge([...journal, waiver], now).fitness).toBe(before.fitness);
      }),
      RUNS,
    );
  });
});
