import type { Client } from 'pg';

/** Each asks the catalogue for one kind of thing, and gives a line for each that there is. Checks by what they say: names of most are made up. */
const KINDS: Readonly<Record<string, string>> = {
  relation: `SELECT format('%s %s owner %s security %s %s options %s', relkind, relname, pg_get_userbyid(relowner),
      relrowsecurity, relforcerowsecurity, reloptions) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r','v','S')`,
  column: `SELECT format('%s.%s %s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attidentity, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','v') AND a.attnum > 0 AND NOT a.attisdropped`,
  constraint: `SELECT format('%s %s %s', conrelid::regclass, CASE WHEN conname !~ '_check[0-9]*$' THEN conname END,
      replace(pg_get_constraintdef(oid), ' NOT VALID', '')) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`,
  index: `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`,
  trigger: `SELECT format('%s %s', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal`,
  policy: `SELECT format('%s %s %s %s %s using %s check %s', tablename, policyname, permissive, cmd, roles, qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'`,
  function: `SELECT format('%s owner %s', regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g'), pg_get_userbyid(proowner))
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  view: `SELECT format('%s %s', viewname, definition) FROM pg_views WHERE schemaname = 'public'`,
  grant: `SELECT format('%s %s %s %s', what, name, acl.grantee::regrole, acl.privilege_type) FROM (
      SELECT 'relation' AS what, relname::text AS name, relacl AS acl FROM pg_class WHERE relnamespace = 'public'::regnamespace
      UNION ALL SELECT 'column', format('%s.%s', attrelid::regclass, attname), attacl FROM pg_attribute
      UNION ALL SELECT 'function', oid::regprocedure::text, proacl FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'schema', nspname, nspacl FROM pg_namespace WHERE nspname = 'public') AS given, aclexplode(given.acl) AS acl`,
  seed: `SELECT format('%s %s', relname,
      (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), true, true, '')))[1])
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration'`,
};

/** What the database is, a line for each thing: tables, columns, constraints, indexes, triggers, policies, functions, views, grants, rows. */
export async function catalogueLines(client: Client): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [kind, sql] of Object.entries(KINDS)) {
    const { rows } = await client.query<readonly [string]>({ text: sql, rowMode: 'array' });
    lines.push(...rows.map(([line]) => `${kind}: ${line}`));
  }
  return lines.sort();
}
