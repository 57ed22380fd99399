import type { ServerBudgets } from '../platform/spaces/budget/server-budgets';

/** How many connections to PostgreSQL this process has open, who waits, and who found none; in the text format of Prometheus, 0.0.4. */
export function printConnections({ spaces, record }: ServerBudgets): string {
  const metrics = [
    ['repere_connections_open', 'gauge', 'Connections to PostgreSQL that are open.', 'openCount'],
    [
      'repere_connections_waiting',
      'gauge',
      'Requests and rounds that wait for a connection.',
      'waitingCount',
    ],
    [
      'repere_connections_refused_total',
      'counter',
      'Requests and rounds that waited in vain.',
      'refusedCount',
    ],
  ] as const;
  return metrics
    .flatMap(([name, type, help, count]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      `${name}{of="spaces"} ${String(spaces[count])}`,
      `${name}{of="record"} ${String(record[count])}`,
      '',
    ])
    .filter((line, at, lines) => line !== '' || at === lines.length - 1)
    .join('\n');
}
