import { entryFields } from '@repere/audit';
import type { EntryRow } from '../../cases/journal/journal.query';
import { entryOf, placeOfSealedEntry } from '../../cases/journal/journal.repository';
import type { SealedEntry } from '../../cases/journal/sealed-entry';
import { placeOfEntry } from '../../cases/journal/entry-address';
import { readQueuedEntry } from '../../ledger/leaf-text';
import type { Rows } from '../../ledger/rows';
import type { Report } from '../record-fault';
import { commitAgain, tryUnseal } from '../open-payload';
import type { OpenedKeys } from '../opened-keys';

const PAGE = 1_000;

interface JournalRow extends EntryRow {
  readonly case_file_id: string;
  readonly kind: string;
  readonly run_id: string | null;
  readonly step: string | null;
  readonly key_id: string;
  readonly commitment: Buffer;
  readonly ledger_seq: string;
  /** Of the event; `null`: it is gone. */
  readonly event: string | null;
  /** Of the case; `null`: it was deleted with its erasure. */
  readonly alias: string | null;
  /** Last entry that the case says it has. */
  readonly last: number;
}

/** Every entry of every journal: decrypted, committed to anew, and held against its columns and its event. */
export async function checkJournals(
  rows: Rows,
  keys: OpenedKeys,
  report: Report,
): Promise<{ readonly entries: number; readonly erased: number }> {
  let [entries, erased] = [0, 0];
  let before: JournalRow | null = null;
  for (;;) {
    const page: JournalRow[] = await rows<JournalRow>(JOURNALS, [
      before?.case_file_id ?? NOBODY,
      before?.seq ?? 0,
      PAGE,
    ]);
    for (const row of page) {
      entries++;
      checkOrder(before, row, report);
      if (await checkEntry(keys, row, report)) erased++;
      before = row;
    }
    if (page.length < PAGE) break;
  }
  checkEnd(before, report);
  for (const { id } of await rows<{ id: string }>(EMPTY))
    report({
      table: 'journal_entry',
      key: `${id} 1`,
      code: 'missing',
      said: 'The case has lost its whole journal.',
    });
  return { entries, erased };
}

const keyOf = ({ case_file_id: id, seq }: Pick<JournalRow, 'case_file_id' | 'seq'>): string =>
  `${id} ${String(seq)}`;

/** Entries of a case are 1, 2, 3… up to what the case says. */
function checkOrder(before: JournalRow | null, row: JournalRow, report: Report): void {
  const isSameCase = before?.case_file_id === row.case_file_id;
  if (!isSameCase) checkEnd(before, report);
  const next = isSameCase ? before.seq + 1 : 1;
  if (row.seq !== next)
    report({
      table: 'journal_entry',
      key: keyOf({ ...row, seq: next }),
      code: 'missing',
      said: `Entries ${String(next)} to ${String(row.seq - 1)} of the case are gone.`,
    });
}

function checkEnd(row: JournalRow | null, report: Report): void {
  if (row && row.last !== row.seq)
    report({
      table: row.last > row.seq ? 'journal_entry' : 'case_file',
      key: row.last > row.seq ? keyOf({ ...row, seq: row.seq + 1 }) : row.case_file_id,
      code: row.last > row.seq ? 'missing' : 'altered',
      said: `The case says that it has ${String(row.last)} entries; its journal ends with ${String(row.seq)}.`,
    });
}

/** Whether its key was destroyed, so that only columns and event can be compared. */
async function checkEntry(keys: OpenedKeys, row: JournalRow, report: Report): Promise<boolean> {
  const altered = (said: string): void =>
    report({ table: 'journal_entry', key: keyOf(row), code: 'altered', said });
  const commitment = row.commitment.toString('hex');
  const event = row.event === null ? null : readQueuedEntry(row.event);
  if (!event) altered(`Its event ${row.ledger_seq} is gone, or no entry any more.`);
  else if (event.commitment !== commitment) altered(`Its commitment is not that of event ${row.ledger_seq}.`);
  else if (event.type !== `journal.${row.kind}`)
    altered(`It is a ${row.kind}; event ${row.ledger_seq} is a ${event.type}.`);
  else if (row.alias !== null && event.stream !== row.alias)
    altered(`Event ${row.ledger_seq} belongs to another case.`);
  const key = await keys.findKey(row.key_id);
  if (key === 'destroyed') return true;
  const sealed = key === 'unreadable' ? null : tryUnseal(key, placeOfSealedEntry(row.id), row.payload);
  if (!sealed) {
    altered('It does not open: it, its key, or its place was changed.');
    return false;
  }
  const { entry: _entry, salts } = sealed as SealedEntry;
  const entry = entryOf(row, sealed as SealedEntry);
  const place = placeOfEntry(entry);
  if (commitAgain({ fields: entryFields(entry), salts })?.root !== commitment)
    altered('What it says, with who, when and where it says so, is not what was committed to.');
  else if (entry.kind !== row.kind || place.runId !== row.run_id || place.step !== row.step)
    altered('Its columns (kind, protocol, step) are not what it says.');
  return false;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const JOURNALS = `
  SELECT j.case_file_id, j.id, j.seq::int AS seq, j.kind, j.run_id, j.step, j.occurred_from, j.occurred_to, j.occurred_precision,
         j.occurred_estimated, j.recorded_at, j.entered_by, j.key_id, j.payload, j.commitment, j.ledger_seq,
         e.entry AS event, a.alias, c.seq::int AS last
    FROM journal_entry j
    JOIN case_file c ON c.id = j.case_file_id
    LEFT JOIN ledger_event e ON e.seq = j.ledger_seq
    LEFT JOIN alias a ON a.kind = 'case' AND a.subject = j.case_file_id::text
   WHERE (j.case_file_id, j.seq) > ($1::uuid, $2) ORDER BY j.case_file_id, j.seq LIMIT $3`;

const EMPTY = `
  SELECT id FROM case_file c WHERE seq > 0 AND NOT EXISTS (SELECT 1 FROM journal_entry j WHERE j.case_file_id = c.id) LIMIT 1000`;
