import type { TestService } from '../../testing/test-service';

/** Columns in which this text stands, in whatever table; protocols and migrations are the same for everybody. */
export async function findColumnsWith(service: TestService, wanted: string): Promise<readonly string[]> {
  const tables = await service.query<{ table: string; columns: readonly string[] }>(
    `SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns
       NATURAL JOIN information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('protocol_version', 'protocol_proof', 'migration') GROUP BY 1`,
  );
  const found: string[] = [];
  for (const { table, columns } of tables) {
    const [row] = await service.query<Record<string, boolean>>(
      `SELECT ${columns.map((it) => `bool_or(${it}::text LIKE '%' || $1 || '%') AS ${it}`).join(', ')} FROM ${table}`,
      [wanted],
    );
    for (const column of columns) if (row?.[column]) found.push(`${table}.${column}`);
  }
  return found.sort();
}
