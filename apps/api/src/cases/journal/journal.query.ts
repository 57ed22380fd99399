import type { Precision } from '@repere/feel';
import { type AnswerColumns, rows } from '../../platform/data/statement';

/** A row of `journal_entry`; its `payload` is ciphertext. */
export interface EntryRow {
  readonly id: string;
  readonly seq: number;
  readonly occurred_from: Date;
  readonly occurred_to: Date;
  readonly occurred_precision: Precision;
  readonly occurred_estimated: boolean;
  readonly recorded_at: Date;
  readonly entered_by: string;
  readonly payload: Buffer;
  /** Who entered it; `null`: no account. */
  readonly name: string | null;
}

const SELECT = `SELECT id, seq::int AS seq, occurred_from, occurred_to, occurred_precision, occurred_estimated, recorded_at,
  entered_by, payload,
  (SELECT a.name FROM account a WHERE a.id = CASE WHEN entered_by LIKE 'system:%' THEN NULL ELSE entered_by::uuid END) AS name`;

const ENTRY: AnswerColumns<EntryRow> = {
  ...{ id: 'uuid', seq: 'integer', occurred_from: 'timestamptz', occurred_to: 'timestamptz' },
  ...{ occurred_precision: 'text', occurred_estimated: 'boolean', recorded_at: 'timestamptz' },
  ...{ entered_by: 'text', payload: 'bytea', name: 'text?' },
};

/** What is asked of journals and written to them. */
export const JOURNAL_SQL = {
  /** Of one case, `$1`, from this number on, `$2`; with the names of accounts, `$3`, by id. */
  ofCaseFrom: rows<EntryRow & { readonly names: Readonly<Record<string, string>> | null }>({
    ...ENTRY,
    names: 'jsonb?',
  }).from(
    `${SELECT}, (SELECT jsonb_object_agg(a.id, a.name) FROM account a WHERE a.id = ANY ($3::uuid[])) AS names
      FROM journal_entry WHERE case_file_id = $1 AND seq >= $2 ORDER BY seq`,
  ),

  /** The same with the places of their events. */
  ofCaseWithEvents: rows<EntryRow & { readonly ledgerSeq: string }>({ ...ENTRY, ledgerSeq: 'bigint' }).from(
    `${SELECT}, ledger_seq AS "ledgerSeq" FROM journal_entry WHERE case_file_id = $1 ORDER BY seq`,
  ),

  /** Of several cases, `$1`. */
  ofCases: rows<EntryRow & { readonly caseFileId: string }>({ ...ENTRY, caseFileId: 'uuid' }).from(
    `${SELECT}, case_file_id AS "caseFileId" FROM journal_entry WHERE case_file_id = ANY ($1::uuid[])
      ORDER BY case_file_id, seq`,
  ),
} as const;

/**
 * An entry, in the statement of its event. `$18`: entries that an approval is of, which the database hashes as they stand.
 */
export const APPEND_BESIDE_EVENT = `
  INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision,
    occurred_estimated, recorded_at, entered_by, target_id, target_entered_by, key_id, payload, commitment, ledger_seq, target_hash)
  SELECT $1::uuid, $2::bigint, $3::uuid, $4, $5::uuid, $6, $7::timestamptz, $8::timestamptz, $9, $10::boolean,
         $11::timestamptz, $12, $13::uuid, $14, $15::uuid, $16::bytea, $17::bytea, event.seq,
         (SELECT sha256(string_agg(commitment, ''::bytea ORDER BY seq)) FROM journal_entry WHERE id = ANY ($18::uuid[]))
    FROM event`;
