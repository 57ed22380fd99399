import fc from 'fast-check';
import { occurrenceAt } from '@repere/feel';
import type { FactValue } from '@repere/protocol';
import { foldCase } from './case-state';
import type { JournalEntry } from '../journal/journal-entry';
import { HOUR, MONDAY, PARIS } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

const value = fc.constantFrom<FactValue>('yes', 'no', { answer: 'unknown' }, { answer: 'not-asked' });
const signs = fc
  .record({ dog: value, noise: value }, { requiredKeys: [] })
  .map((items) => items as FactValue);
const values = fc.record({ visitor: value, found: value, signs }, { requiredKeys: [] });
const note = fc.record({ hour: fc.nat(20), values });

const context = { now: MONDAY + 100 * HOUR, territory: PARIS };
const base = (place: number, hour: number) => ({
  id: `n${place}`,
  seq: place + 1,
  occurredAt: occurrenceAt(MONDAY + hour * HOUR),
  recordedAt: MONDAY + 30 * HOUR,
  enteredBy: 'anna',
});

function factsOf(journal: readonly JournalEntry[]) {
  return viewCase(foldCase(LOST_KEYS, journal, context)).facts.map(({ fact, value: it }) => [fact, it]);
}

it('a correction comes to what would have been, had it been recorded right', () => {
  fc.assert(
    fc.property(
      fc.array(note, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      values,
      fc.option(fc.nat(20)),
      (notes, pick, right, hour) => {
        const wrong = pick % notes.length;
        const told = (place: number, it: (typeof notes)[number]): JournalEntry => ({
          kind: 'facts-recorded',
          ...base(place, it.hour),
          values: it.values,
        });
        const journal = notes.map((it, place) => told(place, it));
        const amended: JournalEntry = {
          kind: 'entry-amended',
          ...base(notes.length, 25),
          runId: '',
          step: '',
          entryId: `n${wrong}`,
          values: right,
          why: 'misread',
          ...(hour !== null && { occurredInstead: occurrenceAt(MONDAY + hour * HOUR) }),
        };
        const before = notes[wrong]?.values ?? {};
        const items = { ...(before.signs as object), ...(right.signs as object) } as FactValue;
        const corrected = {
          hour: hour ?? notes[wrong]?.hour ?? 0,
          values: { ...before, ...right, ...((before.signs ?? right.signs) && { signs: items }) },
        };
        const asIf = notes.map((it, place) => told(place, place === wrong ? corrected : it));
        expect(factsOf([...journal, amended])).toEqual(factsOf(asIf));
      },
    ),
  );
});
