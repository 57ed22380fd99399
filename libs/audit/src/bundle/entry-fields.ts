import type { FactValues } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';

/**
 * What the ledger commits to of an entry, by path: each value by itself, so that a bundle may leave one out and the
 * proof still holds. Everything of the entry is in them; `entryFromFields` gives it back.
 */
export function entryFields(entry: JournalEntry): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry) as [string, unknown][]) {
    if (value === undefined) continue;
    if (name === 'values') addValues(fields, 'values', value as FactValues);
    else if (name === 'row') {
      const row = value as { readonly id: string; readonly values: FactValues };
      fields['row/id'] = row.id;
      addValues(fields, 'row/values', row.values);
    } else fields[name] = value;
  }
  return fields;
}

function addValues(fields: Record<string, unknown>, path: string, values: FactValues): void {
  for (const [fact, value] of Object.entries(values)) fields[`${path}/${fact}`] = value;
}
