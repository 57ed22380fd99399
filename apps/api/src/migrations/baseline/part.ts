/** What one domain has in a space's database: tables of all parts are made first, then what they call, then who may do what. */
export interface Part {
  readonly tables: string;
  readonly functions?: string;
  readonly rights: readonly string[];
}

type Tables = readonly string[];

const each = (tables: Tables, sql: (table: string) => string): string => tables.map(sql).join(';\n');

/** A change of these needs its event in the same transaction. */
export const recorded = (...tables: Tables): string =>
  each(
    tables,
    (it) => `CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${it}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`,
  );

/** History: it goes by erasure, and by nothing else. */
export const appendOnly = (...tables: Tables): string =>
  each(
    tables,
    (it) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${it}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );

/** No row is there but by a policy, for the owner neither. */
export const secured = (...tables: Tables): string =>
  each(tables, (it) => `ALTER TABLE ${it} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);

/** The same policy for each of these. */
export const policy = (tables: Tables, name: string, says: string): string =>
  each(tables, (it) => `CREATE POLICY ${name} ON ${it} ${says}`);

/** The system actors that work on cases. */
export const forSystem = (...tables: Tables): string =>
  policy(tables, 'system_actor', 'USING ((SELECT app_system_sees_cases()))');

/** Changed only by who may write. */
export const written = (...tables: Tables): string =>
  [
    policy(tables, 'writes_insert', 'AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT app_writes()))'),
    policy(tables, 'writes_update', 'AS RESTRICTIVE FOR UPDATE USING ((SELECT app_writes()))'),
    policy(tables, 'writes_delete', 'AS RESTRICTIVE FOR DELETE USING ((SELECT app_writes()))'),
  ].join(';\n');

/** Not there for whom a circle or a conflict of interest keeps away. */
export const excluded = (...tables: Tables): string =>
  policy(
    tables,
    'bars',
    'AS RESTRICTIVE USING (case_file_id <> ALL ((SELECT app_barred_cases_array())::uuid[]))',
  );

/** Read by who examines the case. Not drafts, which are their writers', nor tasks about two cases. */
export const audited = (...tables: Tables): string =>
  policy(
    tables,
    'audits',
    'FOR SELECT USING (case_file_id = ANY ((SELECT app_audited_cases_array())::uuid[]))',
  );

/** Of tables with the team beside the case, kept right by the foreign key: one comparison a row. */
export const BY_TEAM_OR_GRANT = `((SELECT app_reads()) AND
    (team_id = ANY ((SELECT app_case_teams_array())::uuid[]) OR case_file_id = ANY ((SELECT app_cases_elsewhere_array())::uuid[])))`;

/** Of tables that are always read for one case: a look at the case per row. */
export const BY_CASE = `((SELECT app_reads()) AND app_sees_case(case_file_id))`;

/** Emergency access passes a bar to read, and gives nothing else back of what the bar took. */
export const NOT_SHUT = `case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[])`;

/**
 * What every table has that tells of one case and is read with it: its changes are recorded, the system works on it, and it is seen by
 * the team or by a grant, by who examines the case, and by nobody whom a bar keeps away. Who writes is each table's own.
 */
export const ofCase = (...tables: Tables): string =>
  [
    ...[recorded, secured, forSystem, excluded, audited].map((made) => made(...tables)),
    policy(tables, 'sees', `FOR SELECT USING ${BY_TEAM_OR_GRANT}`),
  ].join(';\n');

/** The team's own tables. Of an erased case there is none to be shut out of. */
export const SHUT = `AS RESTRICTIVE USING (case_file_id IS NULL OR ${NOT_SHUT})`;

/** A column that gives a right: its change is noted, as a hash, until the event of its transaction tells of it. */
export const captured = (
  table: string,
  columns: readonly string[],
  {
    key = ['id'],
    namesCase = false,
  }: { readonly key?: readonly string[]; readonly namesCase?: boolean } = {},
): string => `CREATE TRIGGER captured AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION capture_change('${key.join()}', '${String(namesCase)}', '${columns.join()}')`;

/** What was replaced, used or taken away never holds again. `ended`: set when the row opens nothing any more. */
export const retiring = (table: string, mac: string, ended?: string): string =>
  `CREATE TRIGGER retires_${mac} AFTER UPDATE OR DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION retire_mac('${mac}'${ended === undefined ? '' : `, '${ended}'`})`;
