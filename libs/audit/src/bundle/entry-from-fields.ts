import type { JournalEntry } from '@repere/case-engine';

/** Kinds that hold `values`, even when none was given: an empty object has no field. */
const WITH_VALUES: ReadonlySet<unknown> = new Set(['step-completed', 'entry-amended', 'facts-recorded']);
const VALUES = 'values/';
const ROW_ID = 'row/id';
const ROW_VALUES = 'row/values/';

/**
 * The entry whose every field is given by its path: the inverse of `entryFields`. What the fields say is taken at its
 * word; the engine refuses a journal that can't be. `undefined` when they are of no entry at all.
 */
export function entryFromFields(fields: Readonly<Record<string, unknown>>): JournalEntry | undefined {
  const paths = Object.entries(fields);
  if (typeof fields['kind'] !== 'string' || !Number.isSafeInteger(fields['seq'])) return undefined;
  const under = (start: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      paths
        .filter(([path]) => path.startsWith(start))
        .map(([path, value]) => [path.slice(start.length), value]),
    );
  const entry = Object.fromEntries([
    ...paths.filter(([path]) => !path.includes('/')),
    ...(WITH_VALUES.has(fields['kind']) ? [['values', under(VALUES)] as const] : []),
    ...(Object.hasOwn(fields, ROW_ID)
      ? [['row', { id: fields[ROW_ID], values: under(ROW_VALUES) }] as const]
      : []),
  ]);
  return entry as unknown as JournalEntry;
}
