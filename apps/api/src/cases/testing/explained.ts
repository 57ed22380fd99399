import pg from 'pg';
import { EntityManager } from 'typeorm';

export interface Explained {
  readonly sql: string;
  readonly ms: number;
  /** Tables of some size that were read from end to end. */
  readonly scans: readonly string[];
  /** Rows that were looked at, those left out as well. */
  readonly visited: number;
}

/** With `REPERE_PLANS` in the environment, plans of statements that take longer are printed, milliseconds. */
const SLOW_MS = 30;

let named = 0;

/**
 * Every reading statement of a request with its plan, in the same transaction and under the same policies: that of a prepared
 * statement, made without knowing its values.
 */
export async function explained(ask: () => Promise<unknown>): Promise<Explained[]> {
  const query = Object.getOwnPropertyDescriptor(EntityManager.prototype, 'query')
    ?.value as EntityManager['query'];
  const statements: Explained[] = [];
  EntityManager.prototype.query = async function (this: EntityManager, sql: string, parameters?: unknown[]) {
    if (/^\s*(SELECT|WITH)/.test(sql) && !/INSERT|set_config|pg_advisory/.test(sql)) {
      const values = (parameters ?? []).map(literal).join(', ');
      await query.call(this, `SET LOCAL plan_cache_mode = force_generic_plan`);
      // Statements may be on their way side by side.
      const name = `explained_${String(++named)}`;
      await query.call(this, `PREPARE ${name} AS ${sql}`);
      const [row] = (await query.call(
        this,
        `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE ${name}${values && `(${values})`}`,
      )) as [{ 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }];
      await query.call(this, `DEALLOCATE ${name}`);
      const [plan] = row['QUERY PLAN'];
      if (process.env['REPERE_PLANS'] && plan['Execution Time'] > SLOW_MS)
        console.log(`${sql}\n${JSON.stringify(plan, null, 1)}`);
      statements.push({
        sql: sql.replace(/\s+/g, ' ').slice(0, 160),
        ms: plan['Execution Time'],
        scans: scansIn(plan.Plan),
        visited: visitedBy(plan.Plan),
      });
    }
    return query.call(this, sql, parameters) as Promise<never>;
  } as EntityManager['query'];
  try {
    await ask();
  } finally {
    EntityManager.prototype.query = query;
  }
  return statements;
}

/** A parameter as the driver would send it, as SQL. */
const literal = (value: unknown): string => (value === null ? 'NULL' : pg.escapeLiteral(textOf(value)));

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const elementOf = (value: unknown): string =>
  value === null ? 'NULL' : `"${textOf(value).replace(/["\\]/g, '\\$&')}"`;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

function scansIn(plan: Plan): string[] {
  const isLong = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) > 5_000;
  const own = plan['Node Type'] === 'Seq Scan' && isLong ? [plan['Relation Name'] ?? '?'] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
}

/** What reads a table, however often it did. Rows of a plan are those of one loop. */
function visitedBy(plan: Plan): number {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const own = plan['Node Type'].endsWith('Scan') ? (plan['Actual Rows'] + removed) * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, it) => sum + visitedBy(it), own);
}
