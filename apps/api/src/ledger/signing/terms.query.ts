import { randomBytes } from 'node:crypto';
import type { Rows } from '../rows';

/**
 * The right to sign one log: a number that rises whenever a signer takes over, and a random mark that stands in the log's database and in
 * the memory of the one signer that has the right.
 */
export interface SignerTerm {
  readonly number: number;
  /** 32 hex digits. */
  readonly mark: string;
}

/** The term behind `number`, of nobody yet. */
export const newTerm = (number: number): SignerTerm => ({
  number: number + 1,
  mark: randomBytes(16).toString('hex'),
});

/** The present term of this log, or `null`: nobody ever signed here. */
export async function findTerm(rows: Rows): Promise<SignerTerm | null> {
  const [row] = await rows<SignerTerm>(`SELECT number, mark FROM ledger_term ORDER BY number DESC LIMIT 1`);
  return row ?? null;
}

/** Begins a term; of two that begin one of the same number the second fails. `eventSeq`: what tells of it, `null` of the first. */
export async function insertTerm(
  rows: Rows,
  { number, mark }: SignerTerm,
  eventSeq: string | null,
): Promise<void> {
  await rows(`INSERT INTO ledger_term (number, mark, began_at, event_seq) VALUES ($1, $2, now(), $3)`, [
    number,
    mark,
    eventSeq,
  ]);
}

/** Whether a term began by what this event tells. */
export async function hasTermOf(rows: Rows, eventSeq: string): Promise<boolean> {
  return (await rows(`SELECT 1 FROM ledger_term WHERE event_seq = $1`, [eventSeq])).length > 0;
}

/** How an event tells of a term. */
export const fieldsOfTerm = ({
  number,
  mark,
}: SignerTerm): { readonly term: number; readonly mark: string } => ({ term: number, mark });
