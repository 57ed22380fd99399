import type { JournalEntry } from '@repere/case-engine';
import { entryFromFields } from '../entry-from-fields';
import type { PlacedEntry } from '../reading/placed-entry';

const JOURNAL = 'journal.';

/** One act of the journal, as far as it is shown. */
export interface OpenedAct {
  readonly placed: PlacedEntry;
  /** Path → value. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields that are recorded and not shown; `null` when the payload was erased, and nobody knows how many there were. */
  readonly hidden: number | null;
}

/** The acts of a stream that are entries of its journal, in the order of the stream. */
export function openedActs(entries: readonly PlacedEntry[]): readonly OpenedAct[] {
  return entries
    .filter(({ parsed }) => parsed?.type.startsWith(JOURNAL))
    .map((placed) => ({
      placed,
      fields: Object.fromEntries(placed.shown.map(({ path, value }) => [path, value])),
      hidden: placed.hidden,
    }));
}

export type JournalRead =
  | { readonly ok: true; readonly journal: readonly JournalEntry[] }
  | { readonly ok: false; readonly placed: PlacedEntry; readonly why: 'no-entry' | 'other-kind' | 'gap' };

/** The journal of acts that are all shown whole: 1, 2, 3… without gap. */
export function journalOf(acts: readonly OpenedAct[]): JournalRead {
  const journal: { readonly entry: JournalEntry; readonly placed: PlacedEntry }[] = [];
  for (const { placed, fields } of acts) {
    const entry = entryFromFields(fields);
    if (!entry) return { ok: false, placed, why: 'no-entry' };
    if (placed.parsed?.type !== JOURNAL + entry.kind) return { ok: false, placed, why: 'other-kind' };
    journal.push({ entry, placed });
  }
  journal.sort((one, other) => one.entry.seq - other.entry.seq);
  const gap = journal.find(({ entry }, n) => entry.seq !== n + 1);
  if (gap) return { ok: false, placed: gap.placed, why: 'gap' };
  return { ok: true, journal: journal.map(({ entry }) => entry) };
}
