/** A PostgreSQL server that holds live spaces beside the one of the address book: the same roles, at another address. */
export interface DatabaseServer {
  /** As the application's role; any database of it. */
  readonly databaseUrl: string;
  /** As the recorder's; `null`: this process keeps no record there. */
  readonly ledgerDatabaseUrl: string | null;
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/;

const namesOf = (env: NodeJS.ProcessEnv): readonly string[] =>
  (env['REPERE_SERVERS'] ?? '').split(/[\s,]+/).filter((name) => name !== '');

const variableOf = (name: string, what: string): string =>
  `REPERE_SERVER_${name.toUpperCase().replaceAll('-', '_')}_${what}`;

/** Servers named in `REPERE_SERVERS`, by name; what is missing or wrong is added to `missing`, by variable. */
export function readServers(
  env: NodeJS.ProcessEnv,
  keepsRecord: boolean,
  missing: string[],
): ReadonlyMap<string, DatabaseServer> {
  const servers = new Map<string, DatabaseServer>();
  for (const name of namesOf(env)) {
    if (!NAME.test(name)) {
      missing.push(`REPERE_SERVERS: ${name} is no name (lower-case letters, digits, hyphens)`);
      continue;
    }
    const address = (what: string): string | null => env[variableOf(name, what)] || null;
    const [databaseUrl, ledgerDatabaseUrl] = [address('DATABASE_URL'), address('LEDGER_DATABASE_URL')];
    if (databaseUrl === null)
      missing.push(`${variableOf(name, 'DATABASE_URL')}: address of that PostgreSQL, as role repere_app`);
    if (ledgerDatabaseUrl === null && keepsRecord)
      missing.push(
        `${variableOf(name, 'LEDGER_DATABASE_URL')}: address of that PostgreSQL, as role repere_recorder`,
      );
    if (databaseUrl !== null) servers.set(name, { databaseUrl, ledgerDatabaseUrl });
  }
  return servers;
}

/** The same as the owner, whose migrations reach every server; throws what is missing. */
export function readOwnersOfServers(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  return new Map(
    namesOf(env).map((name) => {
      const variable = variableOf(name, 'OWNER_DATABASE_URL');
      const url = env[variable];
      if (!url)
        throw new Error(`Missing or wrong: ${variable}: address of that PostgreSQL, as role repere_owner`);
      return [name, url];
    }),
  );
}
