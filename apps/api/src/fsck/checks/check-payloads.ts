import type { Commitment, LedgerEntry } from '@repere/ledger';
import { readQueuedEntry } from '../../ledger/leaf-text';
import type { Rows } from '../../ledger/rows';
import type { Erased } from '../erasures';
import type { Report } from '../record-fault';
import { commitAgain, tryUnseal } from '../open-payload';
import type { SealedPayload } from '../../platform/record/ledger-payload.entity';
import type { OpenedKeys } from '../opened-keys';
import { scan } from '../scan';
import { payloadPlace } from '../../platform/record/payload-address';

interface EventRow {
  /** Of the event. */
  readonly at: string;
  readonly entry: string;
  readonly key_id: string | null;
  readonly content: Buffer | null;
  readonly in_journal: boolean;
  /** Lines of `ledger_shown`: commitment in hex, and the case's alias unless it was deleted. */
  readonly shown: readonly { readonly commitment: string; readonly alias: string | null }[] | null;
}

/** An event whose payload is what it commits to. */
export interface CommittedEvent {
  readonly seq: string;
  readonly entry: LedgerEntry;
  readonly fields: SealedPayload['fields'];
}

/** Every event held against what it commits to, where that is kept beside it, and against the cases that it says were shown. */
export async function checkPayloads(
  rows: Rows,
  keys: OpenedKeys,
  gone: Erased,
  told: (event: CommittedEvent) => void,
  report: Report,
): Promise<{ readonly payloads: number; readonly erased: number }> {
  let [payloads, erased] = [0, 0];
  for await (const row of scan<EventRow>(rows, EVENTS, 1_000)) {
    const payload = { table: 'ledger_payload', key: row.at };
    const entry = readQueuedEntry(row.entry);
    if (!row.content || row.key_id === null) {
      if (row.in_journal || gone.events.has(row.at)) continue;
      const isJournal = entry?.type.startsWith('journal.') ?? false;
      report({
        ...payload,
        ...(isJournal && { table: 'journal_entry' }),
        code: 'missing',
        said: isJournal
          ? `The entry of the journal that event ${row.at} is about is gone.`
          : `What event ${row.at} commits to is gone.`,
      });
      continue;
    }
    payloads++;
    const key = await keys.findKey(row.key_id);
    if (key === 'destroyed') {
      erased++;
      continue;
    }
    const opened =
      key === 'unreadable' || !entry
        ? null
        : (tryUnseal(key, payloadPlace(entry.id), row.content) as SealedPayload | null);
    const commitment = opened && commitAgain(opened);
    if (!commitment)
      report({
        ...payload,
        code: 'altered',
        said: 'It does not open: it, its key, or its place was changed.',
      });
    else if (commitment.root !== entry?.commitment)
      report({ ...payload, code: 'altered', said: `It is not what event ${row.at} commits to.` });
    else {
      checkShown(row, opened, commitment, gone, report);
      told({ seq: row.at, entry, fields: opened.fields });
    }
  }
  return { payloads, erased };
}

/** The index of cases shown must say what the event says: no line more, none less. */
function checkShown(
  row: EventRow,
  { fields }: SealedPayload,
  commitment: Commitment,
  { aliases }: Erased,
  report: Report,
): void {
  const lines = new Map(
    commitment.fieldCommitments
      .filter(({ path }) => path.startsWith('shown/'))
      .map((line) => [line.commitment, fields[line.path]]),
  );
  const shown = row.shown ?? [];
  const listed = new Set<unknown>();
  for (const { commitment: line, alias } of shown) {
    const told = lines.get(line);
    if (told === undefined || (alias !== null && told !== alias))
      report({
        table: 'ledger_shown',
        key: row.at,
        code: told === undefined ? 'extra' : 'altered',
        said: `A line says that event ${row.at} showed a case; the event does not.`,
      });
    listed.add(told);
  }
  // That a list showed a case which was erased since is told by the event alone.
  const unlisted = new Set(
    [...lines.values()].filter((alias) => !listed.has(alias) && !aliases.has(String(alias))),
  );
  if (unlisted.size > 0)
    report({
      table: 'ledger_shown',
      key: row.at,
      code: 'missing',
      said: `Event ${row.at} showed ${String(unlisted.size)} cases more than are listed.`,
    });
}

const EVENTS = `
  SELECT e.seq AS at, e.entry, p.key_id, p.content,
         EXISTS (SELECT 1 FROM journal_entry j WHERE j.ledger_seq = e.seq) AS in_journal,
         (SELECT json_agg(json_build_object('commitment', encode(s.commitment, 'hex'), 'alias', a.alias))
            FROM ledger_shown s LEFT JOIN alias a ON a.kind = 'case' AND a.subject = s.case_file_id::text
           WHERE s.event_seq = e.seq) AS shown
    FROM ledger_event e LEFT JOIN ledger_payload p ON p.event_seq = e.seq
   WHERE e.seq > $1 ORDER BY e.seq LIMIT $2`;
