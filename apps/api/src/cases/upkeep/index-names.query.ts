import { command, countedChange, rows } from '../../platform/data/statement';

const AT_ONCE = 50;
const TAKEN_AWAY_AT_ONCE = 1_000;

/** Of a case `c`: it is not in the index of the generation `$1`. */
const MISSING = `NOT EXISTS (SELECT 1 FROM child_signature s WHERE s.case_file_id = c.id AND s.generation = $1)`;

const takenAway = (table: string): string =>
  `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM ${table} WHERE generation <> $1 LIMIT ${String(TAKEN_AWAY_AT_ONCE)}))`;

/** What making the index of names anew asks; `$1`: its generation. */
export const INDEX_NAMES_SQL = {
  countMissing: rows<{ readonly count: number }>({ count: 'integer' }).from(
    `SELECT count(*)::int AS count FROM case_file c WHERE ${MISSING}`,
  ),

  /** One process at a time. */
  makeAlone: command(`SELECT pg_advisory_xact_lock(hashtext('repere index of names'))`),

  /** The next behind `$2`, locked: nobody changes a name meanwhile, and whoever is changing one enters it in both. */
  lockMissing: rows<{ readonly id: string; readonly dataKeyId: string; readonly child: Buffer }>({
    ...{ id: 'uuid', dataKeyId: 'uuid', child: 'bytea' },
  }).from(`
    SELECT c.id, c.data_key_id AS "dataKeyId", c.child FROM case_file c WHERE ${MISSING} AND c.id > $2
     ORDER BY c.id LIMIT ${String(AT_ONCE)} FOR UPDATE OF c`),

  /** Changes nothing while a case is missing. */
  finish: countedChange(`
    UPDATE index_generation SET finished_at = clock_timestamp() WHERE generation = $1
       AND NOT EXISTS (SELECT 1 FROM case_file c WHERE ${MISSING})`),

  takeTokensAway: countedChange(takenAway('child_identity')),

  takeSignaturesAway: countedChange(takenAway('child_signature')),

  endEarlier: command(`DELETE FROM index_generation WHERE generation < $1`),
} as const;
