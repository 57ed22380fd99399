import fc from 'fast-check';
import { availableSteps } from '../decide/available-steps';
import { applyEntry, foldCase } from './case-state';
import { explain } from '../explain/explain';
import { rebuildFacts } from '../facts/rebuild-facts';
import { anyMoves, type Move } from '../testing/any-command';
import { KeyCase, PARIS } from '../testing/key-case';
import type { JournalEntry } from '../journal/journal-entry';
import { LOST_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 150) };

function walk(key: KeyCase, moves: readonly Move[]): void {
  for (const it of moves) {
    if (it.do === 'wait') {
      key.wait(it.ms);
      continue;
    }
    const decision = key.decide(it.commandOf(key), it.by);
    if (decision.ok) for (const entry of decision.entries) key.apply(entry);
  }
}

it('applies an entry as folding the longer journal would', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      walk(key, moves);
      expect(key.view).toEqual(key.recomputed());
    }),
    RUNS,
  );
});

it('changes nothing when it refuses or is only asked', () => {
  fc.assert(
    fc.property(anyMoves, anyMoves, (moves, asked) => {
      const key = new KeyCase();
      walk(key, moves);
      const before = key.view;
      for (const it of asked) if (it.do === 'ask') key.decide(it.commandOf(key), it.by);
      expect(key.view).toEqual(before);
    }),
    RUNS,
  );
});

it('has nothing to gain from computing the facts anew', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      walk(key, moves);
      const { facts, runs } = key.view;
      rebuildFacts(key.state.readFold());
      expect(viewCase(key.state)).toMatchObject({ facts, runs });
    }),
    RUNS,
  );
});

it('takes every entry of the past again without a change', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      walk(key, moves);
      const before = key.view;
      let state = key.state;
      for (const entry of key.journal) state = applyEntry(state, entry);
      expect(viewCase(state)).toEqual(before);
    }),
    RUNS,
  );
});

it('keeps every earlier state as it was', () => {
  fc.assert(
    fc.property(anyMoves, anyMoves, (moves, more) => {
      const key = new KeyCase();
      walk(key, moves);
      const { state: earlier, view: before } = key;
      walk(key, more);
      expect(viewCase(earlier)).toEqual(before);
    }),
    RUNS,
  );
});

it('explains every step, and says the same of a button and of a refusal', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      walk(key, moves);
      const open = availableSteps(key.state).map((it) => `${it.runId}/${it.step}`);
      for (const run of key.view.runs) {
        for (const step of run.steps) {
          const explanation = explain(key.state, run.runId, step.id);
          expect(explanation.state).toBe(step.state);
          expect(explanation.summary.fr).not.toMatch(/undefined|: [.)]|\(\)/);
          const refusals = key
            .refusals({ kind: 'complete-step', runId: run.runId, step: step.id, values: {} })
            .map((it) => it.code);
          const isOpen = open.includes(`${run.runId}/${step.id}`);
          const isBarred = refusals.some((code) => BARRED.has(code));
          if (step.kind !== 'recorded-act') expect(isBarred).toBe(!isOpen);
        }
      }
    }),
    RUNS,
  );
});

const BARRED = new Set([
  ...['not-ready', 'waiting', 'not-applicable', 'not-yet', 'already-done', 'awaiting-approval', 'waived'],
]);

it('lets no decision that protects less hold before another person agreed', () => {
  const RANK = ['open', 'ajar', 'shut'];
  const rankOf = (key: KeyCase): number => RANK.indexOf(String(key.fact('door')));
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      let before = rankOf(key);
      for (const it of moves) {
        walk(key, [it]);
        const now = rankOf(key);
        const isLower = before < 0 ? now === 2 : now > before;
        before = now;
        if (!isLower) continue;
        const last = key.journal.findLast((entry) => entry.kind !== 'run-opened');
        // A correction that is sent back leaves what another person had agreed to before it.
        const approval = last?.kind === 'entry-returned' ? agreementTo(last.entryId, key) : last;
        const approved = key.journal.find(
          (entry) => approval?.kind === 'entry-approved' && entry.id === approval.entryId,
        );
        expect(approved?.kind).toBe('step-completed');
        expect(approved?.enteredBy).not.toBe(approval?.enteredBy);
      }
    }),
    { numRuns: RUNS.numRuns * 2 },
  );
});

function agreementTo(entryId: string, { journal }: KeyCase): JournalEntry | undefined {
  return journal.findLast((entry) => entry.kind === 'entry-approved' && entry.entryId === entryId);
}

it('lets the value that protects least rule only while another person agrees to what the entry says now', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const key = new KeyCase();
      for (const it of moves) {
        walk(key, [it]);
        const door = key.view.facts.find(({ fact }) => fact === 'door');
        if (door?.value !== 'shut') continue;
        const about = key.journal.filter((entry) => 'entryId' in entry && entry.entryId === door.entryId);
        const authors = [
          key.journal.find((entry) => entry.id === door.entryId),
          ...about.filter((entry) => entry.kind === 'entry-amended'),
        ].map((entry) => entry?.enteredBy);
        const agreed = about.find((entry) => entry.kind === 'entry-approved');
        expect(agreed).toBeDefined();
        const settled = about.findLast((entry) => entry.kind !== 'entry-amended');
        if (settled?.kind === 'entry-approved') expect(authors).not.toContain(settled.enteredBy);
        const last = about.at(-1);
        expect(last?.kind).not.toBe('entry-amended');
      }
    }),
    { numRuns: RUNS.numRuns * 2 },
  );
});

it('folds a journal to the same state whenever it is read', () => {
  fc.assert(
    fc.property(anyMoves, fc.integer({ min: 0, max: 60 }), (moves, days) => {
      const key = new KeyCase();
      walk(key, moves);
      const later = { now: key.now + days * 86_400_000, territory: PARIS };
      const facts = viewCase(foldCase(LOST_KEYS, key.journal, later)).facts;
      expect(facts).toEqual(key.view.facts);
    }),
    RUNS,
  );
});

it('gets somewhere: walks open runs, approve, amend and waive', () => {
  const kinds = new Set<string>();
  for (const moves of fc.sample(anyMoves, { numRuns: 200, seed: 7 })) {
    const key = new KeyCase();
    walk(key, moves);
    for (const it of key.journal) kinds.add(it.kind);
  }
  expect([...kinds].sort()).toEqual([
    ...['entry-amended', 'entry-approved', 'entry-returned', 'facts-recorded', 'note-added', 'run-opened'],
    ...['step-completed', 'step-waived'],
  ]);
});
