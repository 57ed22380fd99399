import type { DeclaredColumn } from '../../platform/data/declared-table';
import { command, rows } from '../../platform/data/statement';
import { MANY_FORMS } from '../../platform/spaces/preparing-client';
import type { Projection } from './projection';
import { PROJECTED_TABLES, PROJECTIONS, type ProjectedTable } from './projections';
import { type TableWrite, WAYS } from './row-changes';

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

/**
 * The parts that write rows of a table of which it is known what stood there: by their keys alone, so that no other row is looked at, and
 * a plan begins in a third of the time. The lead is who it was, or the table would be written whole.
 */
function writtenRows({ table, way }: TableWrite): readonly string[] {
  const projection: Projection = PROJECTIONS[table];
  const { key, kept, changing, isKeyedByCase, namesLead } = projection;
  const columns = [...key, ...kept, ...changing];
  const typed = (of: readonly DeclaredColumn[]): string =>
    of.map(({ column, type }) => `"${column}" ${type}`).join(', ');
  const same = isSameKey(projection);
  const changed = namesOf(changing);
  const sent = `jsonb_to_recordset($4::jsonb -> '${table}') AS n (${typed(columns)})`;
  const parts: string[] = [];
  if (way.startsWith('gone'))
    parts.push(`
    gone_${table} AS (DELETE FROM ${table} o USING jsonb_to_recordset($4::jsonb -> 'gone' -> '${table}') AS n (${typed(key)})
       WHERE o.case_file_id = $1 AND ${same})`);
  if (way.endsWith('updated'))
    parts.push(`
    set_${table} AS (UPDATE ${table} AS o SET (${quoted(changed)}) = ROW (${quoted(changed, 'n.')}) FROM ${sent}
       WHERE o.case_file_id = $1 AND ${same})`);
  if (way.endsWith('set'))
    parts.push(`
    set_${table} AS (
      INSERT INTO ${table} AS old (case_file_id, team_id${namesLead ? ', lead_id' : ''}, ${quoted(namesOf(columns))})
      SELECT $1::uuid, $2::uuid${namesLead ? `, ${LEAD}` : ''}, ${quoted(namesOf(columns), 'n.')} FROM ${sent}
      ON CONFLICT (${quoted([...(isKeyedByCase ? ['case_file_id'] : []), ...namesOf(key)])})
      DO UPDATE SET (${quoted(changed)}) = ROW (${quoted(changed, 'excluded.')}))`);
  return parts;
}

/** A deadline `n` that somebody is told of at once: what law or medicine wants without delay, and what waits for a second person. */
const TOLD_AT_ONCE = `n.met_at IS NULL AND NOT n.rests AND n.owner = 'ours' AND (
  n.of = 'step' AND n.at_once AND n.origin IN ('LEGAL', 'MEDICAL') AND n.waits_for = 'doing'
  OR n.of = 'approval' AND n.waits_for = 'approval' AND n.due_at IS NOT NULL)`;
const BEGINS = `coalesce(n.starts_at, n.due_at, 'epoch')`;

/** Reminders of these deadlines, in the statement of their cause. An approval is told of a day before it is due at the latest. */
const REMINDED = `
  reminded AS (
    INSERT INTO reminder AS old (case_file_id, team_id, run_id, step, of, starts_at, remind_at)
    SELECT $1::uuid, $2::uuid, n.run_id, n.step, n.of, ${BEGINS},
           CASE WHEN n.of = 'approval' THEN greatest(app_now(), n.due_at - interval '24 hours') ELSE app_now() END
      FROM new_deadline n WHERE ${TOLD_AT_ONCE}
       AND NOT EXISTS (SELECT 1 FROM reminder o WHERE o.run_id = n.run_id AND o.step = n.step AND o.of = n.of
                          AND o.starts_at = ${BEGINS} AND o.over_at IS NULL)
    ON CONFLICT (run_id, step, of, starts_at) DO UPDATE
       SET remind_at = excluded.remind_at, reminded_at = NULL, answered_at = NULL, answered_by = NULL, passed_on_at = NULL, over_at = NULL
     WHERE old.over_at IS NOT NULL),
  settled AS (
    UPDATE reminder o SET over_at = app_now() WHERE o.case_file_id = $1 AND o.over_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM new_deadline n WHERE n.run_id = o.run_id AND n.step = o.step AND n.of = o.of
                          AND ${BEGINS} = o.starts_at AND ${TOLD_AT_ONCE}))`;

/** What was typed of steps that were done. */
const TYPED = `
  typed AS (DELETE FROM draft USING jsonb_to_recordset($11::jsonb) AS done ("runId" uuid, step text)
             WHERE draft.account_id = $10::uuid AND draft.run_id = done."runId" AND draft.step = done.step)`;

/** Every parameter has a type, whatever is written. */
const UNUSED = `coalesce($2::uuid, $3::uuid, $10::uuid) IS NOT NULL AND $4::jsonb IS NOT NULL AND $11::jsonb IS NOT NULL`;

/** What is written of a case. */
export interface ProjectedWrite {
  readonly id: string;
  readonly teamId: string;
  readonly leadId: string | null;
  /** Rows of the tables that are written, as JSON by table; keys of those that go by table under `gone`. */
  readonly rows: string;
  /** Tables whose rows are not what was written last: the others are not looked at. */
  readonly changed: readonly TableWrite[];
  /** Columns of the case. `changedAt` never goes back. */
  readonly seq: number;
  readonly changedAt: Date;
  readonly nextChangeAt: string | null;
  readonly nextDueAt: string | null;
  readonly closedOn: string | null;
  /** Steps that were done, by run as JSON, of which goes what `by` had typed; `null`: none. */
  readonly done: string | null;
  readonly by: string | null;
  /** Hashes by table, as JSON: what stands there must be `before`, where that is said. */
  readonly projected: string;
  readonly before: string | null;
}

const SAMPLE: ProjectedWrite = {
  ...{ id: 'c', teamId: 't', leadId: null, rows: '{}', changed: [], seq: 1, changedAt: new Date(0) },
  ...{
    nextChangeAt: null,
    nextDueAt: null,
    closedOn: null,
    done: null,
    by: null,
    projected: '{}',
    before: null,
  },
};

/**
 * What has changed of what is projected of a case, what is to be told of it at once, and the case itself, in one statement. No row:
 * what stood there was not `before`, so that all of it has to be written.
 */
export const WRITE_PROJECTED = rows<{ readonly id: string }>({ id: 'uuid' }).written(
  (it: ProjectedWrite) => {
    const parts = [
      ...it.changed.flatMap((write) => (write.way === 'all' ? [written(write.table)] : writtenRows(write))),
      ...(it.changed.some(({ table, way }) => table === 'deadline' && way === 'all') ? [REMINDED] : []),
      ...(it.done === null ? [] : [TYPED]),
    ];
    return {
      text: `${parts.length === 0 ? '' : `WITH ${parts.join(',')}`}
        UPDATE case_file SET seq = $5, changed_at = greatest(changed_at, $6), next_change_at = $7, next_due_at = $8, closed_on = $9,
               projected = $12::jsonb
         WHERE id = $1 AND ($13::jsonb IS NULL OR projected = $13) AND ${UNUSED}
        RETURNING id${MANY_FORMS}`,
      values: [
        ...[it.id, it.teamId, it.leadId, it.rows, it.seq, it.changedAt, it.nextChangeAt, it.nextDueAt],
        ...[it.closedOn, it.by, it.done ?? '[]', it.projected, it.before],
      ],
    };
  },
  [
    PROJECTED_TABLES.map((table): TableWrite => ({ table, way: 'all' })),
    ...WAYS.flatMap((way) => PROJECTED_TABLES.map((table): TableWrite[] => [{ table, way }])),
    [],
  ].flatMap((changed) => [null, '[]'].map((done) => [{ ...SAMPLE, changed, done }] as const)),
);

/** Everything that is projected of a case beside its runs, to be written anew. */
export const DELETE_PROJECTED = command(`
  WITH ${PROJECTED_TABLES.filter((table) => !PROJECTIONS[table].isKept)
    .map((table) => `gone_${table} AS (DELETE FROM ${table} WHERE case_file_id = $1)`)
    .join(', ')}
  UPDATE case_file SET projected = NULL WHERE id = $1`);
