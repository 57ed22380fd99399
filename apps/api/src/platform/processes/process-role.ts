import cluster from 'node:cluster';

/**
 * What a process of a service does. `whole`: everything; there is one. Of several, one is the `keeper`, which gives events their places,
 * signs and does what time brings about, and the others are `answering` requests.
 */
export type ProcessRole = 'whole' | 'keeper' | 'answering';

/** How the supervisor tells a process which it is. */
export const ROLE_VARIABLES = { name: 'REPERE_PROCESS_NAME', role: 'REPERE_PROCESS_ROLE' } as const;

/** What this process is; outside of a cluster it is the whole service. */
export function ownRole(): ProcessRole {
  const told = process.env[ROLE_VARIABLES.role];
  return cluster.isWorker && (told === 'keeper' || told === 'answering') ? told : 'whole';
}

/** The same name after a restart: `1`, `2` … or `keeper`. */
export const ownName = (): string =>
  (cluster.isWorker ? process.env[ROLE_VARIABLES.name] : undefined) ?? 'whole';
