import type { JournalEntry } from '@repere/case-engine';
import fc from 'fast-check';
import { entryFields } from './entry-fields';
import { entryFromFields } from './entry-from-fields';
import { shelterCases } from './testing/shelter-cases';

const base = {
  id: 'e1',
  seq: 1,
  occurredAt: { from: 0, to: 0, precision: 'minute' },
  recordedAt: 0,
  enteredBy: 'TS',
} as const;

describe('the fields of an entry', () => {
  const entries = shelterCases().flatMap(({ journal }) => journal);

  it('give back every entry of a case, of whatever kind', () => {
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(7);
    for (const entry of entries)
      expect(entryFromFields(throughJson(entryFields(entry)))).toEqual(throughJson(entry));
  });

  it('give back kinds that no story tells, and what is empty', () => {
    const rare: readonly JournalEntry[] = [
      { ...base, kind: 'run-moved', runId: 'r', from: '1.0.0', to: '2.0.0', reason: 'plus sûr' },
      { ...base, kind: 'facts-recorded', values: {} },
      { ...base, kind: 'entry-amended', runId: 'r', step: 's', entryId: 'e', values: {}, why: 'x' },
      {
        ...base,
        kind: 'step-completed',
        runId: 'r',
        step: 's',
        by: [],
        values: {},
        row: { id: 'row-1', values: {} },
        reasons: [],
        evidence: {},
      },
    ];
    for (const entry of rare) expect(entryFromFields(entryFields(entry))).toEqual(entry);
  });

  it('are the same again, whatever the values are', () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-z_][a-z0-9_]{0,12}$/), fc.jsonValue(), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(values, values, fc.boolean(), (told, ofRow, isRow) => {
        const entry = {
          ...base,
          kind: 'facts-recorded',
          values: told,
          ...(isRow && { row: { id: 'r1', values: ofRow } }),
        } as unknown as JournalEntry;
        const fields = entryFields(entry);
        const back = entryFromFields(fields);
        expect(back).toEqual(entry);
        expect(back && entryFields(back)).toEqual(fields);
      }),
    );
  });

  it('that are of no entry give none', () => {
    expect(entryFromFields({})).toBeUndefined();
    expect(entryFromFields({ kind: 'note-added', seq: '1' })).toBeUndefined();
  });

  it('never reach the prototype', () => {
    const entry = entryFromFields({ kind: 'facts-recorded', seq: 1, 'values/__proto__': { polluted: true } });
    expect(entry && 'polluted' in (entry as unknown as { values: object }).values).toBe(false);
  });
});

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
