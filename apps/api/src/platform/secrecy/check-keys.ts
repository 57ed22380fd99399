import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { classifyFault, describeFault } from '../refusals/classify-fault';
import type { Configuration } from '../settings/configuration';
import { SpaceConnections } from '../spaces/space-connections';
import { type Space, Spaces } from '../spaces/spaces';
import { CONFIGURATION } from '../tokens';
import { setSecurityContext } from '../unit/enter';
import { CREDENTIAL_KINDS, CREDENTIALS, keyIdOf } from './credentials/credentials';
import { isIndexKey } from './index-token';
import { KeyStore, type Wrapped } from './key-store';
import { KeyUnfit } from './wrapping/key-wrapper';
import { spaceNow } from '../clocks';

/** Keys without which this process could not read what is there: it must not serve. */
export class KeysUnfit extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Repère can't start. Its keys do not fit its data:\n${problems.map((it) => `  - ${it}`).join('\n')}`,
    );
  }
}

/** Holds the configured keys against every space before anything is served: each must be there, and be the one of its name. */
@Injectable()
export class CheckKeys implements OnModuleInit {
  private readonly logger = new Logger('Spaces');
  /** What is done in each space before it is entered, in this order. */
  private readonly works: ((space: Space) => Promise<void>)[] = [];

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly spaces: Spaces,
    private readonly connections: SpaceConnections,
    private readonly keys: KeyStore,
  ) {}

  async onModuleInit(): Promise<void> {
    const problems: string[] = [];
    let isStarting = true;
    await this.inEachReached(async (space) => {
      const found = await this.problemsOf(space);
      if (space.kind === 'live' && isStarting) problems.push(...found);
      else if (found.length > 0) throw new KeysUnfit(found);
    });
    isStarting = false;
    if (problems.length > 0) throw new KeysUnfit(problems);
  }

  /**
   * Does this in every space that this process may enter, one after the other. A training space that can not be entered (dropped
   * meanwhile, not in the backup that was restored, under a key that is gone) is named in the log: it never keeps a live one from starting.
   * Nor does a live one whose own PostgreSQL server is away: the others go on without it, and once its server is there again all of this
   * is made up for before anybody enters it.
   */
  async inEachReached(work: (space: Space) => Promise<void>): Promise<void> {
    this.works.push(work);
    for (const space of await this.reached())
      try {
        await work(space);
      } catch (fault) {
        const isAway = space.server !== null && classifyFault(fault).code === 'unavailable';
        if (space.kind === 'live' && !isAway) throw fault;
        this.logger.error(`${space.database} is left out: ${describeFault(fault)}`);
        if (space.kind === 'live') this.connections.shutUntil(space, () => this.makeUp(space));
      }
  }

  private async makeUp(space: Space): Promise<void> {
    try {
      for (const work of this.works) await work(space);
    } catch (fault) {
      this.logger.error(`${space.database} stays shut: ${describeFault(fault)}`);
      throw fault;
    }
  }

  /** Spaces that this process may enter. */
  async reached(): Promise<readonly Space[]> {
    return (await this.spaces.listOpenSpaces()).filter((it) => this.reaches(it));
  }

  /** Of all that holds data, archived spaces and kept moments too, what this process may enter: they are under keys like any other. */
  async reachedWithData(): Promise<readonly Space[]> {
    return (await this.spaces.withData()).filter((it) => this.reaches(it));
  }

  /** Spaces that this process may not enter: what their data are under stays unknown to it. */
  async skipped(): Promise<readonly Space[]> {
    return (await this.spaces.withData()).filter((it) => !this.reaches(it));
  }

  private reaches({ kind }: Space): boolean {
    return kind === 'live' || Boolean(this.configuration.trainingDatabaseUrl);
  }

  /** In words; empty when every key fits. */
  problemsOf(space: Space): Promise<readonly string[]> {
    return this.connections.use(space, async ({ manager }) => [
      ...(await this.ofWrapped(space, manager)),
      ...(await this.ofIndex(space, manager)),
      ...(await this.ofCredentials(space)),
    ]);
  }

  /** One data key of each key-encryption key is opened. */
  private async ofWrapped(space: Space, manager: EntityManager): Promise<readonly string[]> {
    const samples: Wrapped[] = await manager.query(ONE_OF_EACH);
    const problems: string[] = [];
    for (const sample of samples)
      try {
        await this.keys.unwrap(space, sample);
      } catch (fault) {
        if (!(fault instanceof KeyUnfit)) throw fault;
        const [{ count } = { count: 0 }]: { count: number }[] = await manager.query(
          `SELECT count(*)::int AS count FROM data_key WHERE kek_id = $1 AND wrapped IS NOT NULL`,
          [sample.kek_id],
        );
        problems.push(
          fault.why === 'missing'
            ? `key-encryption key "${sample.kek_id}" is missing: ${String(count)} data keys of "${space.title}" are wrapped by it`
            : `key-encryption key "${sample.kek_id}" is another one than that which wrapped ${String(count)} data keys of "${space.title}"`,
        );
      }
    return problems;
  }

  /** Under which keys how many credentials are bound, oldest key first. */
  credentialsOf(space: Space): Promise<readonly CredentialsUnder[]> {
    return this.connections.use(space, (source) =>
      source.transaction(async (manager) => {
        await setSecurityContext(manager, { kind: 'system', id: 'system:access' }, spaceNow(space));
        return manager.query(CREDENTIALS_BY_KEY) as Promise<CredentialsUnder[]>;
      }),
    );
  }

  private async ofCredentials(space: Space): Promise<readonly string[]> {
    const configured = this.keys.credentialKeys(space);
    return (await this.credentialsOf(space)).flatMap(({ id, count }) =>
      // What is no MAC at all opens nothing under any key: fsck names it.
      id === '' || configured.some((it) => it.id === id)
        ? []
        : [
            `blind-index key "${id}" is missing: ${String(count)} credentials of "${space.title}" are bound by it`,
          ],
    );
  }

  private async ofIndex(space: Space, manager: EntityManager): Promise<readonly string[]> {
    const rows: { key_id: string; check_token: Buffer }[] = await manager.query(
      `SELECT key_id, check_token FROM index_generation ORDER BY generation`,
    );
    const configured = this.keys.blindIndexKeys(space);
    return rows.flatMap(({ key_id: id, check_token: token }) => {
      const key = configured.find((it) => it.id === id);
      if (!key) return [`blind-index key "${id}" is missing: names of "${space.title}" are found by it`];
      return isIndexKey(key.key, token)
        ? []
        : [`blind-index key "${id}" is another one than that by which names of "${space.title}" are found`];
    });
  }
}

/** How many credentials are bound by a key. */
export interface CredentialsUnder {
  readonly id: string;
  readonly count: number;
}

// What ends within hours by itself keeps no key.
const LASTING = CREDENTIAL_KINDS.filter((kind) => kind !== 'provider-flow' && kind !== 'pending-sign-in');

const CREDENTIALS_BY_KEY = `
  SELECT id, count(*)::int AS count FROM (
    ${LASTING.map((kind) => {
      const { table, mac, held } = CREDENTIALS[kind];
      return `SELECT ${keyIdOf(mac)} AS id FROM ${table} WHERE ${mac} IS NOT NULL AND ${held}`;
    }).join('\n    UNION ALL ')}
  ) AS bound GROUP BY 1 ORDER BY 1`;

/** Skips from one key-encryption key to the next in the index, however many rows each has. */
const ONE_OF_EACH = `
  WITH RECURSIVE kek (kek_id) AS (
    (SELECT kek_id FROM data_key WHERE wrapped IS NOT NULL ORDER BY kek_id LIMIT 1)
    UNION ALL
    SELECT (SELECT d.kek_id FROM data_key d WHERE d.wrapped IS NOT NULL AND d.kek_id > kek.kek_id ORDER BY d.kek_id LIMIT 1)
      FROM kek WHERE kek.kek_id IS NOT NULL
  )
  SELECT d.id, d.wrapped, d.kek_id FROM kek
   CROSS JOIN LATERAL (SELECT id, wrapped, kek_id FROM data_key WHERE kek_id = kek.kek_id AND wrapped IS NOT NULL LIMIT 1) d
`;
