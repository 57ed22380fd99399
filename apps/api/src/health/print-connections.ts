import type { ServerBudgets } from '../platform/spaces/budget/server-budgets';

const METRICS = [
  ['repere_connections_open', 'gauge', 'Connections to PostgreSQL that are open.', 'openCount'],
  ['repere_connections_waiting', 'gauge', 'Requests and rounds that wait for a connection.', 'waitingCount'],
  ['repere_connections_refused_total', 'counter', 'Requests and rounds that waited in vain.', 'refusedCount'],
] as const;

/** Connections of this process to each PostgreSQL server, who waits for one, who found none; in the text format of Prometheus, 0.0.4. */
export function printConnections({ byServer }: ServerBudgets): string {
  const lines = METRICS.flatMap(([name, type, help, count]) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...[...byServer].flatMap(([server, budgets]) =>
      (['spaces', 'record'] as const).map(
        (of) => `${name}{server="${server ?? ''}",of="${of}"} ${String(budgets[of][count])}`,
      ),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}
