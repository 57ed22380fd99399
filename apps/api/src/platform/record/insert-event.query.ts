import type { EntityManager } from 'typeorm';
import { rows, type WrittenSql } from '../data/statement';
import { LAST } from '../spaces/preparing-client';
import type { AccessEvent } from './access-event';
import { type Captured, TAKEN } from './take-changes';

/** An event as its rows are written. */
export interface EventRows {
  /** Canonical JSON. */
  readonly entry: string;
  /** The id in it. */
  readonly id: string;
  /** `null`: nobody saw a case. */
  readonly accessEvent: AccessEvent | null;
  /** What it commits to, encrypted; `null`: that is kept elsewhere. */
  readonly payload: { readonly keyId: string; readonly sealed: Buffer } | null;
  /** Cases shown; commitments in hex. */
  readonly shown: readonly (readonly [caseFileId: string, commitment: string])[];
}

/** What is written in the statement of an event, since it names it. */
export interface BesideEvent {
  /** An INSERT without answer: `event.seq` is the event, `FROM event` gives it, its parameters are numbered from `$1`. */
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Inserted {
  readonly seq: string;
  readonly captured: readonly (readonly [string, string, string | null])[] | null;
}

/** The event in its place, with what the transaction changed until now of rows that the record tells of. */
export async function insertEvent(
  manager: EntityManager,
  event: EventRows,
  beside: BesideEvent | null,
  isLast: boolean,
): Promise<{ readonly id: string; readonly seq: string; readonly captured: readonly Captured[] }> {
  const row = await INSERT.first(manager, event, beside, isLast);
  if (!row) throw new Error('the ledger gave no place');
  const captured = (row.captured ?? []).map(([table_name, row_name, digest]) => ({
    ...{ table_name, row_name, digest },
  }));
  return { id: event.id, seq: row.seq, captured };
}

/** Of what is last in its transaction nobody could tell any more what was changed: it changed nothing, or fails. */
const UNTOLD = `(SELECT refuse_untold(t.table_name) FROM taken t LIMIT 1)`;
const CAPTURED = `(SELECT json_agg(json_build_array(t.table_name, t.row_name, t.digest) ORDER BY t.id) FROM taken t)`;

/**
 * One statement, since every request waits for it; with the parts that this event has, since each that it has not would be begun all
 * the same, policies among them. The same case twice on one page is one row.
 */
function insert(
  { entry, id, accessEvent, payload, shown }: EventRows,
  beside: BesideEvent | null,
  isLast: boolean,
): WrittenSql {
  const values: unknown[] = [entry];
  /** Places of these values in the text. */
  const places = (given: readonly unknown[], types: readonly string[]): string =>
    given.map((value, at) => `$${String(values.push(value))}${types[at] ?? ''}`).join(', ');
  const parts = [TAKEN, `event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq)`];
  if (accessEvent)
    parts.push(`accessed AS (INSERT INTO access_event (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
         SELECT seq, ${places(accessEvent, ['::uuid', '', '::uuid[]', '::timestamptz'])} FROM event)`);
  if (payload)
    parts.push(`paid AS (INSERT INTO ledger_payload (event_seq, event_id, key_id, content)
         SELECT seq, ${places([id, payload.keyId, payload.sealed], ['::uuid', '::uuid', '::bytea'])} FROM event)`);
  if (shown.length > 0) {
    const lists = [shown.map(([caseFileId]) => caseFileId), shown.map(([, commitment]) => commitment)];
    parts.push(`showed AS (INSERT INTO ledger_shown (case_file_id, event_seq, commitment)
         SELECT id, seq, decode(line, 'hex') FROM event, unnest(${places(lists, ['::uuid[]', '::text[]'])}) AS shown (id, line)
         ON CONFLICT DO NOTHING)`);
  }
  if (beside) {
    const before = values.push(...beside.values) - beside.values.length;
    const text = beside.text.replaceAll(
      /\$(\d+)/g,
      (_, place: string) => `$${String(Number(place) + before)}`,
    );
    parts.push(`beside AS (${text})`);
  }
  return {
    text: `WITH ${parts.join(',\n       ')}
  INSERT INTO ledger_queue (seq) SELECT seq FROM event
  RETURNING seq, ${isLast ? UNTOLD : CAPTURED} AS captured${isLast ? LAST : ''}`,
    values,
  };
}

const BARE: EventRows = { entry: '{}', id: '', accessEvent: null, payload: null, shown: [] };
const FULL: EventRows = {
  ...BARE,
  accessEvent: [null, '', [], new Date(0), '', '', ''],
  payload: { keyId: '', sealed: Buffer.alloc(0) },
  shown: [['', '']],
};

const INSERT = rows<Inserted>({ seq: 'bigint', captured: 'json?' }).written(
  insert,
  [BARE, FULL].flatMap((event) => [true, false].map((isLast) => [event, null, isLast] as const)),
);
