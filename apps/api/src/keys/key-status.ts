import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/data/data-source-options';
import type { EntityManager } from 'typeorm';
import type { Configuration } from '../platform/settings/configuration';
import { CheckKeys, type CredentialsUnder } from '../platform/secrecy/check-keys';
import { KeySource } from '../platform/secrecy/key-source';
import { KeyStore } from '../platform/secrecy/key-store';
import { keyWrapperOf } from '../platform/secrecy/wrapping/key-wrapper-of';
import { SpaceConnections } from '../platform/spaces/space-connections';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { setSecurityContext } from '../platform/unit/enter';
import { type IndexUnder, KEYS_IN_USE_SQL } from './keys-in-use.query';
import { spaceNow } from '../platform/clocks';

export interface KeyStatus {
  readonly spaces: readonly SpaceKeys[];
  /** Titles of spaces that could not be looked into: training spaces, without `REPERE_TRAINING_DATABASE_URL`. */
  readonly skipped: readonly string[];
}

/** Which keys the data of a space are under. */
export interface SpaceKeys {
  readonly title: string;
  /** Key-encryption key by which the next data key is wrapped. */
  readonly newest: string;
  readonly keys: readonly { readonly id: string; readonly count: number }[];
  /** Under each key of the blind index: how many of all cases. */
  readonly index: readonly IndexUnder[];
  /** Under each key: how many credentials are bound by it. Keys of the blind index bind them. */
  readonly credentials: readonly CredentialsUnder[];
  /** Whether nothing is left to turn over. */
  readonly isRotated: boolean;
  /** In words: keys that are missing or wrong. */
  readonly problems: readonly string[];
}

/** Of every space that holds data, without serving anything: also where a key is missing, and Repère would not start. */
export async function readKeyStatus(configuration: Configuration): Promise<KeyStatus> {
  const spaces = new Spaces(configuration);
  const connections = new SpaceConnections(
    configuration,
    new DataSource(dataSourceOptions(configuration.databaseUrl, [])),
  );
  const source = new KeySource(configuration);
  const wrapper = keyWrapperOf(configuration, source);
  const check = new CheckKeys(configuration, spaces, connections, new KeyStore(wrapper, source));
  try {
    const newest = await wrapper.current();
    const newestIndex = source.master().blindIndex[0].id;
    const found: SpaceKeys[] = [];
    for (const space of await check.reachedWithData()) {
      const { keys, index } = await readSpace(connections, space);
      const credentials = (await check.credentialsOf(space)).filter(({ id }) => id !== '');
      const isRotated =
        keys.every(({ id }) => id === newest) &&
        credentials.every(({ id }) => id === newestIndex) &&
        index.every(({ id, isFinished }) => id === newestIndex && isFinished);
      found.push({
        title: space.title,
        newest,
        keys,
        index,
        credentials,
        isRotated,
        problems: await check.problemsOf(space),
      });
    }
    return { spaces: found, skipped: (await check.skipped()).map(({ title }) => title) };
  } finally {
    wrapper.closeWrapper?.();
    await connections.onApplicationShutdown();
    await spaces.onApplicationShutdown();
  }
}

const readSpace = (connections: SpaceConnections, space: Space): Promise<Pick<SpaceKeys, 'keys' | 'index'>> =>
  connections.use(space, (source) =>
    source.transaction('REPEATABLE READ', async (manager: EntityManager) => {
      await setSecurityContext(manager, { kind: 'system', id: 'system:recompute' }, spaceNow(space));
      return {
        keys: await KEYS_IN_USE_SQL.dataKeys.readRows(manager),
        index: await KEYS_IN_USE_SQL.index.readRows(manager),
      };
    }),
  );
