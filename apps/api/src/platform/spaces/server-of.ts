import { type Configuration, MissingConfiguration } from '../settings/configuration';
import type { DatabaseServer } from '../settings/server-settings';
import type { Space } from './spaces';

/** The PostgreSQL server of this space; throws where it names one that this process was not told of. */
export function serverOf(
  { key, server }: Pick<Space, 'key' | 'server'>,
  { databaseUrl, ledgerDatabaseUrl, servers }: Configuration,
): DatabaseServer {
  if (server === null) return { databaseUrl, ledgerDatabaseUrl };
  const named = servers?.get(server);
  if (!named)
    throw new MissingConfiguration([
      `REPERE_SERVERS: the space ${key ?? 'at the root'} is on the server ${server}, which is not among them`,
    ]);
  return named;
}
