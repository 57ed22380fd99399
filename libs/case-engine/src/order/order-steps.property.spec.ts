import fc from 'fast-check';
import { atTime, foldCase } from '../fold/case-state';
import type { CaseView, DeadlineView } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import { at, DAY, HOUR, type KeyCase, PARIS } from '../testing/key-case';
import { house, SET } from '../testing/old-house';
import { viewCase } from '../view/view-case';
import { BANDS } from './bands';
import { orderSteps } from './order-steps';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 200) };

type Move = (key: KeyCase) => void;

const values = fc.record(
  {
    birth: fc.constant('2007-09-01'),
    moved_in: fc.constantFrom('2024-06', '2025-03-01'),
    smell_since: fc.constantFrom('2025-01-10', '2025-03-02', '2025-03-04'),
    gas: fc.constantFrom('yes', 'no', { answer: 'unknown' }),
    tenant: fc.constantFrom('yes', 'no'),
  },
  { requiredKeys: [] },
);
const ago = fc.constantFrom(0, HOUR, 2 * DAY, 90 * DAY);
const doing = (step: string): fc.Arbitrary<Move> =>
  ago.map((ms) => (key) => {
    key.do(step, { ...(step === 'ruling' && { by: [{ role: 'JE' }] }), ...at(key.now - ms) });
  });
const moves = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: values.map(
        (it): Move =>
          (key) =>
            void key.do('visit', { values: it as never }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 240 }).map(
        (hours): Move =>
          (key) =>
            void key.wait(hours * HOUR),
      ),
    },
    { weight: 1, arbitrary: doing('keys') },
    { weight: 1, arbitrary: doing('ruling') },
    { weight: 1, arbitrary: doing('first_look') },
    {
      weight: 1,
      arbitrary: fc.constant<Move>((key) => {
        key.takeCommand({ kind: 'open-run', protocol: 'night-watch', version: '1.0.0' });
      }),
    },
  ),
  { maxLength: 12 },
);

/** What random moves come to; a move that is refused is left out. */
const cases = moves.map((all) => {
  const key = house();
  for (const move of all) {
    try {
      move(key);
    } catch {
      continue;
    }
  }
  return key;
});

const fold = (journal: readonly JournalEntry[], now: number): CaseView =>
  viewCase(foldCase(SET, journal, { now, territory: PARIS }));
const dates = (view: CaseView): ReadonlyMap<string, DeadlineView> =>
  new Map(
    view.deadlines.filter(({ of, owner }) => of === 'step' && owner === 'ours').map((it) => [it.id, it]),
  );

it('puts nothing late and administrative before what protects now', () => {
  fc.assert(
    fc.property(cases, (key) => {
      const order = orderSteps(key.view);
      const atOnce = order.findLastIndex(
        ({ isOpen, deadline }) =>
          isOpen && deadline?.metAt === null && deadline.atOnce && deadline.origin === 'LEGAL',
      );
      for (const { deadline } of order.slice(0, Math.max(atOnce, 0)))
        expect(deadline?.atOnce === true || deadline?.origin === 'MEDICAL').toBe(true);
    }),
    RUNS,
  );
});

it('goes band by band, and by date inside a band', () => {
  fc.assert(
    fc.property(cases, (key) => {
      const bands = orderSteps(key.view).map(({ band }) => BANDS.indexOf(band));
      expect(bands).toEqual([...bands].sort((a, b) => a - b));
      const today = orderSteps(key.view).flatMap(({ band, dueAt }) =>
        band === 'today' ? [dueAt ?? -1] : [],
      );
      expect(today).toEqual([...today].sort((a, b) => a - b));
    }),
    RUNS,
  );
});

it('never makes an old date of the law one that has to be met at once', () => {
  fc.assert(
    fc.property(cases, (key) => {
      for (const { band, deadline } of orderSteps(key.view))
        if (deadline?.passedBefore !== undefined && !deadline.atOnce) expect(band).not.toBe('protects-now');
    }),
    RUNS,
  );
});

it('has nothing late at the moment at which it reaches us, but for what counts from our own steps', () => {
  fc.assert(
    fc.property(cases, ({ journal }) => {
      let before: ReadonlyMap<string, DeadlineView> = new Map();
      journal.forEach((entry, index) => {
        const now = dates(fold(journal.slice(0, index + 1), entry.recordedAt));
        for (const [id, { dueAt, lateFrom, step }] of now)
          if (dueAt !== null && step !== 'copy_keys' && before.get(id)?.dueAt === undefined)
            expect(lateFrom).toBeGreaterThanOrEqual(entry.recordedAt);
        before = new Map([...now].filter(([, it]) => it.dueAt !== null));
      });
    }),
    RUNS,
  );
});

it('moves no date by time alone, nor by a step of ours that was not done', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 400 }), (key, days) => {
      const then = viewCase(atTime(key.state, key.now + days * DAY));
      for (const [id, { dueAt }] of dates(key.view)) expect(dates(then).get(id)?.dueAt).toBe(dueAt);
      const undone = key.journal.filter(
        (it) => it.kind !== 'step-completed' || !['keys', 'first_look'].includes(it.step),
      );
      const without = dates(fold(undone, key.now));
      for (const [id, { dueAt, step, metAt }] of dates(key.view))
        if (step !== 'copy_keys' && metAt === null) expect(without.get(id)?.dueAt).toBe(dueAt);
    }),
    RUNS,
  );
});
