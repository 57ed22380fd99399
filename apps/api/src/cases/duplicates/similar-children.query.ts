import { Injectable } from '@nestjs/common';
import { command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

const MOST_CANDIDATES = 50;

/** A token of a name or a phone, hashed, with its kind. */
interface HashedToken {
  readonly kind: string;
  readonly token: Buffer;
}

/** Looks for cases about the same child: which there are, and who waits for whom. */
@Injectable()
export class SimilarChildrenQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Until the transaction ends nobody else goes on with one of these. */
  async lock(tokens: readonly string[]): Promise<void> {
    // In one order for all, so that nobody waits for each other.
    await LOCK_TOKENS(this.unit.manager, [tokens.toSorted()]);
  }

  /** Cases that share a token, those that share most first; `but`: not this one. */
  async candidates(
    tokens: readonly HashedToken[],
    but: string | null,
    generation: number,
  ): Promise<readonly string[]> {
    const found = await CANDIDATES.readRows(this.unit.manager, [
      ...[tokens.map(({ kind }) => kind), tokens.map(({ token }) => token)],
      ...[but, generation],
    ]);
    return found.map(({ id }) => id);
  }
}

const LOCK_TOKENS = command(
  `SELECT pg_advisory_xact_lock(hashtextextended(token, 0)) FROM unnest($1::text[]) AS t (token)`,
);

const CANDIDATES = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT i.case_file_id AS id FROM child_identity i
    JOIN unnest($1::text[], $2::bytea[]) AS t (kind, token) ON i.kind = t.kind AND i.token = t.token
   WHERE i.case_file_id IS DISTINCT FROM $3 AND i.generation = $4
   GROUP BY i.case_file_id ORDER BY count(*) DESC, i.case_file_id LIMIT ${String(MOST_CANDIDATES)}`);
