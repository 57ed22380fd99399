import { command } from '../../platform/data/statement';

/** A table of rows that follow from a case's journal; each has `case_file_id` and `team_id` besides. */
interface Projection {
  /** Its name, and that of its rows in what is written. */
  readonly table: string;
  /** What tells its rows apart, whatever the case, by type. */
  readonly key: Readonly<Record<string, string>>;
  /** What is written once and never changed. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What changes with the case. */
  readonly changing: Readonly<Record<string, string>>;
  /** Its key is one within a case. */
  readonly isKeyedByCase?: true;
  /** A row that is once there is never taken away. */
  readonly isKept?: true;
  /** Its rows name whoever leads the case, `$3`. */
  readonly namesLead?: true;
}

const PROJECTIONS: readonly Projection[] = [
  {
    table: 'run',
    key: { id: 'uuid' },
    kept: { protocol: 'text' },
    changing: {
      ...{ version: 'text', hash: 'text', opened_at: 'timestamptz', ended: 'boolean', outcome: 'text' },
      is_absence: 'boolean',
    },
    isKept: true,
  },
  {
    table: 'step_state',
    key: { run_id: 'uuid', step: 'text' },
    kept: { protocol: 'text' },
    changing: {
      ...{ state: 'text', to_approve: 'uuid', approver_role: 'text', opens_at: 'timestamptz' },
      ...{ rests: 'boolean', is_over: 'boolean', place: 'integer', stands_first: 'text' },
      counted: 'text',
    },
  },
  {
    table: 'deadline',
    key: { run_id: 'uuid', step: 'text', of: 'text' },
    kept: { protocol: 'text' },
    changing: {
      ...{ origin: 'text', owner: 'text', starts_at: 'timestamptz', due_at: 'timestamptz' },
      ...{ late_from: 'timestamptz', at_once: 'boolean', met_at: 'timestamptz', rests: 'boolean' },
      ...{ waits_for: 'text', urgency: 'text', rank: 'smallint', place: 'integer' },
    },
    namesLead: true,
  },
  {
    table: 'case_fact',
    key: { run_id: 'uuid', fact: 'text' },
    changing: { value: 'jsonb', seq: 'bigint', role: 'text', counted: 'text[]' },
    isKeyedByCase: true,
  },
  {
    table: 'alert',
    key: { id: 'uuid' },
    kept: { run_id: 'uuid', step: 'text', entry_id: 'uuid', kind: 'text' },
    changing: { at: 'timestamptz' },
  },
  {
    table: 'step_conformance',
    key: { run_id: 'uuid', step: 'text' },
    changing: {
      ...{ protocol: 'text', version: 'text', opened_at: 'timestamptz', weight: 'smallint' },
      ...{ expected: 'boolean', met: 'boolean', times: 'integer', possible_at: 'timestamptz' },
      ...{ done_at: 'timestamptz', waited_ms: 'bigint', late_ms: 'bigint', origin: 'text' },
      ...{ late_from: 'timestamptz', late_after: 'uuid', unapproved_from: 'timestamptz' },
      ...{ unapproved_entry: 'uuid', unweighed_from: 'timestamptz', unweighed_entry: 'uuid' },
    },
  },
  {
    table: 'deviation',
    key: { key: 'text' },
    changing: {
      ...{ kind: 'text', run_id: 'uuid', step: 'text', protocol: 'text', version: 'text' },
      ...{ opened_at: 'timestamptz', rank: 'smallint', since: 'timestamptz', origin: 'text' },
      ...{ by_ms: 'bigint', entry_id: 'uuid', entered_by: 'text' },
    },
  },
];

/** `of` is a word of SQL. */
const quoted = (names: readonly string[], from = ''): string =>
  names.map((it) => `${from}"${it}"`).join(', ');

/** The parts of a statement that write one table: only what has changed. */
function written({ table, key, kept, changing, isKeyedByCase, isKept, namesLead }: Projection): string {
  const columns = { ...key, ...kept, ...changing };
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  const changed = [...Object.keys(changing), ...(namesLead ? ['lead_id'] : [])];
  const same = Object.keys(key).map((it) => `n."${it}" IS NOT DISTINCT FROM o."${it}"`);
  const conflict = [...(isKeyedByCase ? ['case_file_id'] : []), ...Object.keys(key)];
  const gone = `
    gone_${table} AS (DELETE FROM ${table} o WHERE o.case_file_id = $1
       AND NOT EXISTS (SELECT 1 FROM new_${table} n WHERE ${same.join(' AND ')})),`;
  return `
    new_${table} AS (SELECT * FROM jsonb_to_recordset($4::jsonb -> '${table}') AS n (${typed.join(', ')})),${isKept ? '' : gone}
    set_${table} AS (
      INSERT INTO ${table} AS old (case_file_id, team_id${namesLead ? ', lead_id' : ''}, ${quoted(Object.keys(columns))})
      SELECT $1::uuid, $2::uuid${namesLead ? ', $3::uuid' : ''}, ${quoted(Object.keys(columns))} FROM new_${table}
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
  WITH ${PROJECTIONS.map(written).join(',')},${REMINDED},
    typed AS (DELETE FROM draft USING jsonb_to_recordset($11::jsonb) AS done ("runId" uuid, step text)
               WHERE draft.account_id = $10::uuid AND draft.run_id = done."runId" AND draft.step = done.step)
  UPDATE case_file SET seq = $5, changed_at = greatest(changed_at, $6), next_change_at = $7, next_due_at = $8, closed_on = $9
   WHERE id = $1`);

/** Everything that is projected of a case beside its runs, to be written anew. */
export const DELETE_PROJECTED = command(`
  WITH ${PROJECTIONS.filter(({ isKept }) => !isKept)
    .map(({ table }) => `gone_${table} AS (DELETE FROM ${table} WHERE case_file_id = $1)`)
    .join(', ')}
  SELECT`);
