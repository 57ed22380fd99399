import { type SearchTerm, tokensOfTerm } from '@repere/cases';
import type { Parameters } from '../../platform/requests/parameters';
import { maskOf, SALTS } from '../../platform/secrecy/blind-bits';
import type { IndexGeneration } from '../../platform/secrecy/index-generations';

/** More words and parts make nothing easier to find, and each costs a hash for every salt. */
const MOST_WORDS = 5;
const MOST_PARTS = 8;

/**
 * SQL for cases whose names may fit, without decrypting one: a team's signatures are gone through one after the other in the
 * index, whatever was typed, so that neither the time nor the order tells of anything outside of it. Common table expressions
 * that end in `found (id)`; adds their parameters.
 */
export function nameExpressions(
  searched: Pick<IndexGeneration, 'generation' | 'key'>,
  terms: readonly SearchTerm[],
  among: readonly string[],
  parameters: Parameters,
): string {
  const salts = Array.from({ length: SALTS }, (_, salt) => salt);
  const columns: string[] = [];
  const masks: string[] = [];
  const conditions = terms.slice(0, MOST_WORDS).map((term) => {
    const either = tokensOfTerm(term).map((tokens) => {
      const column = `m${String(columns.length)}`;
      const all = tokens.slice(0, MOST_PARTS);
      masks.push(`${parameters.addValue(salts.map((salt) => maskOf(searched.key, salt, all)))}::text[]`);
      columns.push(column);
      return `s.signature & m.${column} = m.${column}`;
    });
    return `(${either.join(' OR ')})`;
  });
  const generation = parameters.addValue(searched.generation);
  const branches = among.map(
    (where) =>
      `SELECT s.case_file_id AS id FROM child_signature s JOIN m ON m.salt = s.salt
        WHERE s.generation = ${generation}::smallint AND ${where} AND ${conditions.join(' AND ')}`,
  );
  return `WITH m AS MATERIALIZED (
    SELECT salt, ${columns.map((column) => `('x' || ${column})::bit(1024) AS ${column}`).join(', ')}
      FROM unnest(${parameters.addValue(salts)}::smallint[], ${masks.join(', ')}) AS u (salt, ${columns.join(', ')})
  ), found AS MATERIALIZED (${branches.join(' UNION ')})`;
}
