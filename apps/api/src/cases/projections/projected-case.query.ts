import type { DeclaredColumn } from '../../platform/data/declared-table';
import { command } from '../../platform/data/statement';
import type { Projection } from './projection';
import { PROJECTED_TABLES, PROJECTIONS, type ProjectedTable } from './projections';

/** `of` is a word of SQL. */
const quoted = (names: readonly string[], from = ''): string =>
  names.map((it) => `${from}"${it}"`).join(', ');

const namesOf = (columns: readonly DeclaredColumn[]): readonly string[] =>
  columns.map(({ column }) => column);

/** Who leads the case; an account that is closed for a time leads it still, and finds its work when it is back. */
const LEAD = `coalesce($3::uuid, (SELECT c.lead_id FROM case_file c WHERE c.id = $1))`;

/** Whether the rows `n` and `o` are of the same key: compared by `=`, so that no row is held against each other one. */
const isSameKey = ({ key }: Projection): string =>
  key
    .map(({ column, nullable }) =>
      nullable
        ? `coalesce(n."${column}"::text, '') = coalesce(o."${column}"::text, '')`
        : `n."${column}" = o."${column}"`,
    )
    .join(' AND ');

/**
 * The parts of a statement that write one table: only what has changed. What stands there already is left out before, since
 * ON CONFLICT locks, and so writes, each row that it meets.
 */
function written(table: ProjectedTable): string {
  const projection: Projection = PROJECTIONS[table];
  const { key, kept, changing, isKeyedByCase, isKept, namesLead } = projection;
  const columns = [...key, ...kept, ...changing];
  const typed = columns.map(({ column, type }) => `"${column}" ${type}`);
  const changed = [...namesOf(changing), ...(namesLead ? ['lead_id'] : [])];
  const wanted = [quoted(namesOf(changing), 'n.'), ...(namesLead ? [LEAD] : [])].join(', ');
  const same = isSameKey(projection);
  const conflict = [...(isKeyedByCase ? ['case_file_id'] : []), ...namesOf(key)];
  const gone = `
    gone_${table} AS (DELETE FROM ${table} o WHERE o.case_file_id = $1
       AND NOT EXISTS (SELECT 1 FROM new_${table} n WHERE ${same})),`;
  return `
    new_${table} AS (SELECT * FROM jsonb_to_recordset($4::jsonb -> '${table}') AS n (${typed.join(', ')})),${isKept ? '' : gone}
    set_${table} AS (
      INSERT INTO ${table} AS old (case_file_id, team_id${namesLead ? ', lead_id' : ''}, ${quoted(namesOf(columns))})
      SELECT $1::uuid, $2::uuid${namesLead ? `, ${LEAD}` : ''}, ${quoted(namesOf(columns))} FROM new_${table} n
       WHERE NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.case_file_id = $1 AND ${same}
                            AND (${quoted(changed, 'o.')}) IS NOT DISTINCT FROM (${wanted}))
      ON CONFLICT (${quoted(conflict)}) DO UPDATE SET (${quoted(changed)}) = ROW (${quoted(changed, 'excluded.')})
       WHERE (${quoted(changed, 'old.')}) IS DISTINCT FROM (${quoted(changed, 'excluded.')}))`;
}

/** A deadline `n` that somebody is told of at once: what law or medicine wants without delay, and what waits for a second person. */
const TOLD_AT_ONCE = `n.met_at IS NULL AND NOT n.rests AND n.owner = 'ours' AND (
  n.of = 'step' AND n.at_once AND n.origin IN ('LEGAL', 'MEDICAL') AND n.waits_for = 'doing'
  OR n.of = 'approval' AND n.waits_for = 'approval' AND n.due_at IS NOT NULL)`;
const BEGINS = `coalesce(n.starts_at, n.due_at, 'epoch')`;

/** Reminders of these deadlines, in the statement of their cause. An approval is told of a day before it is due at the latest. */
const REMINDED = `
  reminded AS (
    INSERT INTO reminder AS old (case_file_id, team_id, run_id, step, of, starts_at, tell_at)
    SELECT $1::uuid, $2::uuid, n.run_id, n.step, n.of, ${BEGINS},
           CASE WHEN n.of = 'approval' THEN greatest(app_now(), n.due_at - interval '24 hours') ELSE app_now() END
      FROM new_deadline n WHERE ${TOLD_AT_ONCE}
       AND NOT EXISTS (SELECT 1 FROM reminder o WHERE o.run_id = n.run_id AND o.step = n.step AND o.of = n.of
                          AND o.starts_at = ${BEGINS} AND o.over_at IS NULL)
    ON CONFLICT (run_id, step, of, starts_at) DO UPDATE
       SET tell_at = excluded.tell_at, told_at = NULL, answered_at = NULL, answered_by = NULL, passed_on_at = NULL, over_at = NULL
     WHERE old.over_at IS NOT NULL),
  settled AS (
    UPDATE reminder o SET over_at = app_now() WHERE o.case_file_id = $1 AND o.over_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM new_deadline n WHERE n.run_id = o.run_id AND n.step = o.step AND n.of = o.of
                          AND ${BEGINS} = o.starts_at AND ${TOLD_AT_ONCE}))`;

/**
 * Everything that is projected of a case, what is to be told of it at once, and the case itself, in one statement. `$1` case, `$2`
 * team, `$3` who leads it, `$4` rows by table, `$5` the journal's last place, `$6` when it was changed, which never goes back, `$7` and `$8` its next change and
 * deadline, `$9` the day of its closure. Of steps that were done, `$11` by run as JSON, goes what `$10` had typed.
 */
export const WRITE_PROJECTED = command(`
  WITH ${PROJECTED_TABLES.map(written).join(',')},${REMINDED},
    typed AS (DELETE FROM draft USING jsonb_to_recordset($11::jsonb) AS done ("runId" uuid, step text)
               WHERE draft.account_id = $10::uuid AND draft.run_id = done."runId" AND draft.step = done.step)
  UPDATE case_file SET seq = $5, changed_at = greatest(changed_at, $6), next_change_at = $7, next_due_at = $8, closed_on = $9
   WHERE id = $1`);

/** Everything that is projected of a case beside its runs, to be written anew. */
export const DELETE_PROJECTED = command(`
  WITH ${PROJECTED_TABLES.filter((table) => !PROJECTIONS[table].isKept)
    .map((table) => `gone_${table} AS (DELETE FROM ${table} WHERE case_file_id = $1)`)
    .join(', ')}
  SELECT`);
