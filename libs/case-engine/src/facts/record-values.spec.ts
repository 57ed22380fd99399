import fc from 'fast-check';
import { occurrenceAt } from '@repere/feel';
import type { FactValue } from '@repere/protocol';
import type { JournalEntry } from '../journal/journal-entry';
import { foldCase } from '../fold/case-state';
import { BRUNO, HOUR, KeyCase, MONDAY, PARIS } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

/** Facts told outside steps, each at its hour, in the order in which they were recorded. */
function told(...notes: readonly (readonly [hour: number, values: Readonly<Record<string, FactValue>>])[]) {
  const journal: JournalEntry[] = notes.map(([hour, values], place) => ({
    kind: 'facts-recorded',
    id: `n${place}`,
    seq: place + 1,
    occurredAt: occurrenceAt(MONDAY + hour * HOUR),
    recordedAt: MONDAY + 100 * HOUR,
    enteredBy: 'anna',
    values,
  }));
  const { facts } = viewCase(foldCase(LOST_KEYS, journal, { now: MONDAY + 100 * HOUR, territory: PARIS }));
  return Object.fromEntries(facts.map((it) => [it.fact, it.value]));
}

const UNKNOWN = { answer: 'unknown' } as const;
const NOT_ASKED = { answer: 'not-asked' } as const;
const REFUSED = { answer: 'refused' } as const;

it('takes the latest by when it happened: an old note entered late undoes nothing', () => {
  expect(told([5, { visitor: 'yes' }], [2, { visitor: 'no' }])).toEqual({ visitor: 'yes' });
  expect(told([2, { visitor: 'no' }], [5, { visitor: 'yes' }])).toEqual({ visitor: 'yes' });
});

it('takes the later in the journal where both happened at the same time', () => {
  expect(told([1, { visitor: 'yes' }], [1, { visitor: 'no' }])).toEqual({ visitor: 'no' });
});

it('goes by the journal where times are too imprecise to tell which came first', () => {
  const key = new KeyCase();
  key.now = MONDAY + 2 * HOUR;
  const day = { from: MONDAY - 8 * HOUR, to: MONDAY + 16 * HOUR - 1, precision: 'day' as const };
  const before = { from: day.from - 24 * HOUR, to: day.from - 1, precision: 'day' as const };
  key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } });
  key.takeCommand({ kind: 'record-facts', values: { visitor: 'yes' }, occurredAt: day });
  expect(key.fact('visitor')).toBe('yes');
  key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' }, occurredAt: before });
  expect(key.fact('visitor')).toBe('yes');
});

it('lets no graver state wait because its hour is not known', () => {
  const key = new KeyCase();
  const weighed = { bestInterests: 'weighed', childView: { said: 'mine' } };
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'ajar' }, ...weighed });
  const today = { from: MONDAY - 8 * HOUR, to: MONDAY + 16 * HOUR - 1, precision: 'day' as const };
  key.do('assess', { values: { door: 'open' }, occurredAt: today, ...weighed });
  expect(key.fact('door')).toBe('open');
});

it('gives what was agreed late its own place: "no other" was said before the row that came since', () => {
  const key = new KeyCase();
  const isClosed = () => key.view.facts.find((it) => it.fact === 'spares')?.isClosed;
  key.do('spare', { row: { id: 'a', values: { kind: 'copy' } }, closes: true });
  const first = key.step('spare').toApprove ?? '';
  key.do('spare', { row: { id: 'b', values: { kind: 'original' } } });
  const second = key.journal.at(-1)?.id ?? '';
  const about = { kind: 'approve' as const, runId: key.runId(), step: 'spare' };
  key.takeCommand({ ...about, entryId: second }, BRUNO);
  key.takeCommand({ ...about, entryId: first }, BRUNO);
  expect(isClosed()).toBe(false);
  expect(key.view.facts.find((it) => it.fact === 'spares')?.rows).toHaveLength(2);
});

it('leaves what was known where nothing was asked or said', () => {
  expect(told([1, { visitor: 'yes' }], [2, { visitor: NOT_ASKED }], [3, { visitor: REFUSED }])).toEqual({
    visitor: 'yes',
  });
  expect(told([3, { visitor: REFUSED }], [1, { visitor: 'yes' }])).toEqual({ visitor: 'yes' });
});

it('believes who says that it is no longer known', () => {
  expect(told([1, { visitor: 'yes' }], [2, { visitor: UNKNOWN }])).toEqual({ visitor: UNKNOWN });
  expect(told([2, { visitor: UNKNOWN }], [1, { visitor: 'yes' }])).toEqual({ visitor: UNKNOWN });
});

it('forgets what never changes, and what is ranked, only by a correction', () => {
  expect(told([1, { birth: '2009' }], [2, { birth: UNKNOWN }])).toEqual({ birth: '2009' });
  expect(told([1, { door: 'open' }], [2, { door: UNKNOWN }])).toEqual({ door: 'open' });
});

it('merges a checklist item by item', () => {
  const signs = told(
    [1, { signs: { dog: 'yes', noise: 'no' } }],
    [3, { signs: { noise: 'yes', dog: NOT_ASKED } }],
    [2, { signs: { noise: 'no', scratches: { answer: 'yes', note: 'deep' } } }],
  )['signs'];
  expect(signs).toEqual({ dog: 'yes', noise: 'yes', scratches: { answer: 'yes', note: 'deep' } });
});

it('comes to the same whatever the order in which different hours were recorded', () => {
  const value = fc.constantFrom<FactValue>('yes', 'no', UNKNOWN, NOT_ASKED, REFUSED);
  const notes = fc.uniqueArray(fc.tuple(fc.nat(20), fc.record({ visitor: value, found: value })), {
    selector: ([hour]) => hour,
    maxLength: 6,
  });
  fc.assert(
    fc.property(notes, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all
        .map((it) => [keys.next().value ?? 0, it] as const)
        .sort(([a], [b]) => a - b)
        .map(([, it]) => it);
      expect(told(...shuffled)).toEqual(told(...all));
    }),
  );
});

it('reads an estimated date as known to people and unknown to conditions', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes', birth: '2001~' } });
  expect(key.fact('birth')).toBe('2001~');
  expect(key.refuseStep('lend', { values: { lodging: 'cellar' } })).toMatchObject([{ code: 'requires' }]);
});
