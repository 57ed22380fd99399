import { readOwnersOfServers } from './server-settings';
import { Must, readVariables, Setting, Variables } from './setting';

/** What `migrate.js` reads beside the service's own. */
export class MigrationSettings extends Variables {
  @Setting('`migrate.js` alone: address of PostgreSQL as `repere_owner`')
  @Must<MigrationSettings>((it) => it !== undefined, 'address of PostgreSQL as role repere_owner')
  readonly REPERE_OWNER_DATABASE_URL?: string;

  @Setting('`migrate.js` alone: database of the default live space (`repere_live`)')
  readonly REPERE_LIVE_DATABASE?: string;

  @Setting('`migrate.js` alone: what that space is called (Repère)')
  readonly REPERE_LIVE_TITLE?: string;
}

/** Which databases are migrated, and as whom. */
export interface Migration {
  readonly ownerUrl: string;
  readonly database: string;
  readonly title: string;
  /** The owner's address of each server that spaces name. */
  readonly servers: ReadonlyMap<string, string>;
}

/** From the environment; throws what is missing. */
export function readMigration(env: NodeJS.ProcessEnv): Migration {
  const { settings, wrong } = readVariables(new MigrationSettings(), env);
  const ownerUrl = settings.REPERE_OWNER_DATABASE_URL;
  if (ownerUrl === undefined || wrong.length > 0) throw new Error(`Missing or wrong: ${wrong.join(', ')}`);
  return {
    ownerUrl,
    database: settings.REPERE_LIVE_DATABASE ?? 'repere_live',
    title: settings.REPERE_LIVE_TITLE ?? 'Repère',
    servers: readOwnersOfServers(env),
  };
}
