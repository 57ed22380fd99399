import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { hash } from '@node-rs/argon2';
import type { AccountRole } from '@repere/access';
import { preparePassword } from '@repere/cases';
import type pg from 'pg';
import { PasswordHashes } from '../access/passwords/password-hashes.repository';
import { createApplication } from '../application';
import { DemoMailsModule } from '../demo/mails/demo-mails.module';
import type { Configuration } from '../platform/settings/configuration';
import { bindUnbound } from './database/bind-unbound';
import { madeOnce } from './database/made-once';
import { CredentialMacs } from '../platform/secrecy/credentials/credential-macs';
import { Spaces } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { openApiDocument } from '../openapi-document';
import { DescribedAnswers } from './described-answers';
import { TOWN_PROTOCOLS } from './protocol-folders';
import { readLibraryOnce } from './cases/test-library';
import { makeTestSigner } from './make-test-signer';
import { TestClient } from './accounts/test-client';
import {
  BOOK_TEMPLATE,
  SPACE_TEMPLATE,
  asSuperuser,
  cloneDatabase,
  onDatabase,
  testDatabase,
} from './database/test-database';

export {
  MOVING_PROTOCOLS,
  NO_PROTOCOLS,
  SHIPPED_PROTOCOLS,
  SMALL_PROTOCOLS,
  TOWN_PROTOCOLS,
} from './protocol-folders';

export const TEST_PASSWORD = 'a long enough password';

/** What accounts of tests have instead of a hash at full cost: to sign in takes a millisecond, not a quarter of a second. */
const testPasswordHash = hash(preparePassword(TEST_PASSWORD), {
  memoryCost: 8,
  timeCost: 1,
  parallelism: 1,
});

/** Somebody to be hired in a test: roles, and names of teams. */
export interface NewAccount {
  readonly roles: readonly AccountRole[];
  readonly teams?: readonly string[];
  readonly name?: string;
}

/** An account of a test with a client that is signed in. */
export interface SignedInClient {
  readonly id: string;
  readonly login: string;
  readonly client: TestClient;
}

export interface TestServiceOptions {
  /** Training spaces beside the default live one. */
  readonly trainingKeys?: readonly string[];
  readonly configuration?: Partial<Configuration>;
  /** Database of the default space, where it is not a fresh one. */
  readonly database?: string;
  /** Modules beside the application's own. */
  readonly modules?: readonly Type[];
  /** Events are sequenced and checkpoints signed, as in a running service; else nothing happens by itself. */
  readonly keepsRecord?: boolean;
}

/** The route that a demo has beside the application’s: the matrix and the attacks try it like any other. */
const BESIDE: readonly Type[] = [DemoMailsModule];

/** Services of the same modules describe their answers alike: each check of an answer is compiled once in a registry of modules. */
const DESCRIBED: { readonly modules: readonly Type[]; readonly answers: DescribedAnswers }[] = [];

/** The application on a free port, with databases of its own, real all through. `stop()` it at the end. */
export class TestService {
  private constructor(
    readonly app: NestExpressApplication,
    readonly origin: string,
    readonly configuration: Configuration,
    private readonly book: string,
    private readonly databases: ReadonlyMap<string | null, string>,
    private readonly modules: readonly Type[],
  ) {}

  static async start({
    trainingKeys = [],
    configuration = {},
    database,
    modules = [],
    keepsRecord = false,
  }: TestServiceOptions = {}): Promise<TestService> {
    const { urls, served } = testDatabase();
    const book = await cloneDatabase(BOOK_TEMPLATE, 'repere_app');
    const databases = new Map<string | null, string>([
      [null, database ?? (await cloneDatabase(SPACE_TEMPLATE, 'repere_app'))],
    ]);
    for (const key of trainingKeys)
      databases.set(key, await cloneDatabase(SPACE_TEMPLATE, 'repere_training'));
    await enterSpaces(book, databases);
    const settings: Configuration = {
      port: 0,
      host: '127.0.0.1',
      trustProxy: false,
      production: false,
      demo: false,
      databaseUrl: onDatabase(served, book),
      trainingDatabaseUrl: onDatabase(urls.training, book),
      provisionerDatabaseUrl: onDatabase(urls.provisioner, book),
      ledgerDatabaseUrl: onDatabase(urls.recorder, book),
      keepsRecord,
      signer: keepsRecord ? await makeTestSigner() : null,
      keys: {
        keys: [{ id: 'test-1', key: randomBytes(32) }],
        blindIndex: [{ id: 'blind-1', key: randomBytes(32) }],
      },
      webDir: null,
      protocolsDir: TOWN_PROTOCOLS,
      scenariosDir: join(__dirname, '../../../../scenarios'),
      explorer: [join(__dirname, 'stand-in-explorer.cjs')],
      sandbox: null,
      jobs: false,
      publicUrl: 'https://repere.example',
      exitUrl: 'https://elsewhere.example/',
      requiresSecondFactor: false,
      providers: [],
      mail: null,
      version: 'test',
      logLevel: process.env['REPERE_TEST_LOG'] ?? 'silent',
      ...configuration,
    };
    readLibraryOnce(settings.protocolsDir);
    const app = await createApplication(settings, [...BESIDE, ...modules]);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new TestService(app, `http://127.0.0.1:${port}`, settings, book, databases, modules);
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  /** Another process, as it were, on the same databases with the same keys. `stop()` it as well. */
  async replica(more: Partial<Configuration> = {}): Promise<TestService> {
    const app = await createApplication({ ...this.configuration, ...more }, BESIDE);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new TestService(
      app,
      `http://127.0.0.1:${port}`,
      this.configuration,
      this.book,
      this.databases,
      this.modules,
    );
  }

  /** A client without session. */
  client(key: string | null = null): TestClient {
    return new TestClient(this.origin, key, () => this.describedAnswers());
  }

  private describedAnswers(): DescribedAnswers {
    const { modules } = this;
    const known = DESCRIBED.find(
      (it) => it.modules.length === modules.length && it.modules.every((one, at) => one === modules[at]),
    );
    if (known) return known.answers;
    const describe = (): OpenAPIObject => openApiDocument(this.app, 'test');
    // Modules of tests may share a name: what they describe is not kept.
    const answers = new DescribedAnswers(
      modules.length === 0 ? madeOnce('described answers', describe) : describe(),
    );
    DESCRIBED.push({ modules, answers });
    return answers;
  }

  /** A query past all barriers, in a space's database: to look, never to prepare what the application should do. */
  query<R extends pg.QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
    key: string | null = null,
  ): Promise<R[]> {
    return this.asSuperuser(async (client) => (await client.query<R>(sql, parameters)).rows, key);
  }

  /** A query past all barriers that changes a session or what is half way; it is bound anew, as if the application had done so. */
  async changeBound(sql: string, parameters: unknown[] = [], key: string | null = null): Promise<void> {
    await this.query(sql, parameters, key);
    for (const table of ['session', 'pending_sign_in', 'provider_flow'])
      await this.query(`UPDATE ${table} SET mac = NULL`, [], key);
    await this.asSeed((unit) => bindUnbound(unit.space, unit.manager, this.app.get(CredentialMacs)), key);
  }

  /** The same past what demands an event of each change, and past what forbids it: time that goes by, rows that no act of ours makes. */
  async pastTriggers(sql: string, parameters: unknown[] = [], key: string | null = null): Promise<void> {
    await this.asSuperuser(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(sql, parameters);
    }, key);
  }

  asSuperuser<T>(work: (client: pg.Client) => Promise<T>, key: string | null = null): Promise<T> {
    return asSuperuser(this.databaseOf(key), work);
  }

  /** A query in the address book: to move a clock. */
  inBook<R extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return asSuperuser(this.book, async (client) => (await client.query<R>(sql, parameters)).rows);
  }

  databaseOf(key: string | null = null): string {
    const database = this.databases.get(key);
    if (!database) throw new Error(`no space ${key}`);
    return database;
  }

  /** What `work` gives in a unit of work as `system:seed`. */
  async asSeed<T>(work: (unit: UnitOfWork) => Promise<T>, key: string | null = null): Promise<T> {
    const space = await this.app.get(Spaces).findSpace(key);
    if (!space) throw new Error(`no space ${key}`);
    const unit = this.app.get(UnitOfWork);
    const act = { type: 'demo.seed', purpose: 'maintenance', idempotent: false } as const;
    return unit.runAs('system:seed', { space, correlation: randomUUID() }, act, () => work(unit));
  }

  /** A new account, its teams made when they are new. Id and login. */
  hire(
    { roles, teams = [], name = 'Someone' }: NewAccount,
    key: string | null = null,
  ): Promise<{ id: string; login: string }> {
    const login = `someone-${randomBytes(4).toString('hex')}`;
    return this.asSeed(async ({ manager }) => {
      const [{ id }]: [{ id: string }] = await manager.query(
        `INSERT INTO account (login, name, roles) VALUES ($1, $2, $3) RETURNING id`,
        [login, name, roles],
      );
      await this.app.get(PasswordHashes).setHash(id, await testPasswordHash);
      for (const team of teams)
        await manager.query(
          `WITH made AS (INSERT INTO team (name, territory) SELECT $1, '93'
                          WHERE NOT EXISTS (SELECT 1 FROM team WHERE name = $1) RETURNING id)
           INSERT INTO team_member (team_id, account_id)
           SELECT id, $2::uuid FROM made UNION SELECT id, $2::uuid FROM team WHERE name = $1`,
          [team, id],
        );
      return { id, login };
    }, key);
  }

  /** A new account, signed in. */
  async signIn(account: NewAccount, key: string | null = null): Promise<SignedInClient> {
    const { id, login } = await this.hire(account, key);
    const client = this.client(key);
    await this.signInAgain({ login, client });
    return { id, login, client };
  }

  /** The same account in the same browser, after its session has ended: with other roles, say. */
  async signInAgain({ login, client }: Pick<SignedInClient, 'login' | 'client'>): Promise<void> {
    const { status } = await client.post('/session', { login, password: TEST_PASSWORD });
    if (status !== 200) throw new Error(`sign-in gave ${status}`);
  }
}

async function enterSpaces(book: string, databases: ReadonlyMap<string | null, string>): Promise<void> {
  await asSuperuser(book, async (client) => {
    await client.query('DELETE FROM space');
    for (const [key, database] of databases)
      await client.query(
        `INSERT INTO space (key, kind, title, database, key_ring) VALUES ($1, $2, $3, $4, $5)`,
        [key, key === null ? 'live' : 'training', key ?? 'Live', database, key ?? 'live'],
      );
  });
}
