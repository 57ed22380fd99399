import type { EntityManager } from 'typeorm';
import { rows } from '../data/statement';
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
  /** An INSERT without answer: `event.seq` is the event, `FROM event` gives it, its own parameters begin with `$15`. */
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
  const { entry, id, accessEvent, payload, shown } = event;
  const row = await INSERT.first(
    manager,
    beside?.text ?? null,
    [
      ...[entry, accessEvent !== null, ...(accessEvent ?? [null, null, null, null, null, null, null])],
      ...[id, payload?.keyId ?? null, payload?.sealed ?? null, shown.map(([caseFileId]) => caseFileId)],
      shown.map(([, commitment]) => commitment),
    ],
    beside?.values ?? [],
    isLast,
  );
  if (!row) throw new Error('the ledger gave no place');
  const captured = (row.captured ?? []).map(([table_name, row_name, digest]) => ({
    ...{ table_name, row_name, digest },
  }));
  return { id, seq: row.seq, captured };
}

/** Of what is last in its transaction nobody could tell any more what was changed: it changed nothing, or fails. */
const UNTOLD = `(SELECT refuse_untold(t.table_name) FROM taken t LIMIT 1)`;
const CAPTURED = `(SELECT json_agg(json_build_array(t.table_name, t.row_name, t.digest) ORDER BY t.id) FROM taken t)`;

/** One statement, since every request waits for it. The same case twice on one page is one row. */
const insert = (beside: string | null, isLast: boolean): string => `
  WITH ${TAKEN},
       event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq),
       accessed AS (INSERT INTO access_event (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
                  SELECT seq, $3::uuid, $4, $5::uuid[], $6::timestamptz, $7, $8, $9 FROM event WHERE $2::boolean),
       paid AS (INSERT INTO ledger_payload (event_seq, event_id, key_id, content)
                SELECT seq, $10::uuid, $11::uuid, $12::bytea FROM event WHERE $11::uuid IS NOT NULL),
       showed AS (INSERT INTO ledger_shown (case_file_id, event_seq, commitment)
                  SELECT id, seq, decode(line, 'hex') FROM event, unnest($13::uuid[], $14::text[]) AS shown (id, line)
                  ON CONFLICT DO NOTHING)${
                    beside === null
                      ? ''
                      : `,
       beside AS (${beside})`
                  }
  INSERT INTO ledger_queue (seq) SELECT seq FROM event
  RETURNING seq, ${isLast ? UNTOLD : CAPTURED} AS captured${isLast ? LAST : ''}`;

const INSERT = rows<Inserted>({ seq: 'bigint', captured: 'json?' }).written(
  (beside: string | null, event: readonly unknown[], values: readonly unknown[], isLast: boolean) => ({
    text: insert(beside, isLast),
    values: [...event, ...values],
  }),
  [
    [null, [], [], false],
    [null, [], [], true],
  ],
);
