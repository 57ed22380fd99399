import { rows } from '../../platform/data/statement';

/** A case of a load as far as it is there. */
export interface LoadedCaseRow {
  readonly id: string;
  readonly entries: number;
  /** The newest; `null`: it has none yet. */
  readonly last: string | null;
}

export const LOADED_CASES_SQL = {
  /** Those of these cases that are there. */
  there: rows<LoadedCaseRow>({ id: 'uuid', entries: 'integer', last: 'uuid?' }).from(
    `SELECT c.id, count(e.id)::int AS entries, (array_agg(e.id ORDER BY e.seq DESC))[1] AS last
       FROM case_file c LEFT JOIN journal_entry e ON e.case_file_id = c.id WHERE c.id = ANY ($1::uuid[]) GROUP BY c.id`,
  ),
  /** Where the team of this name works. */
  territoryOf: rows<{ readonly territory: string }>({ territory: 'text' }).from(
    `SELECT territory FROM team WHERE name = $1`,
  ),
} as const;
