import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from '../../../access/passwords';
import { hashRecoveryCode } from '../../../access/factors/recovery-codes';
import { TestRecord } from '../../../ledger/testing/test-record';
import { migrateDatabase } from '../../../migrations/migrate-database';
import { SPACE_MIGRATIONS } from '../../../migrations/space-migrations';
import { asSuperuser, cloneDatabase, onDatabase, testDatabase } from '../../../testing/test-database';
import { makeTestSigner } from '../../../testing/make-test-signer';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import { CredentialsUnbound } from './take-over-credentials';

const FIRST_WITH_MACS = SPACE_MIGRATIONS.findIndex(({ name }) => name === 'BoundCredentials0054');

/** A database that was running before credentials were bound to their accounts. */
describe('a database of before', () => {
  const token = randomBytes(32).toString('base64url');
  let database: string;
  let account: string;
  const inDatabase = <R extends object>(sql: string, parameters: unknown[] = []): Promise<R[]> =>
    asSuperuser(database, async (client) => {
      await client.query(`SET session_replication_role = replica`);
      return (await client.query<R>(sql, parameters)).rows;
    });

  beforeAll(async () => {
    expect(FIRST_WITH_MACS).toBeGreaterThan(0);
    const { owner } = testDatabase().urls;
    database = await cloneDatabase('template0', 'repere_app');
    await asSuperuser(database, (client) => client.query(`GRANT ALL ON SCHEMA public TO repere_owner`));
    await migrateDatabase(onDatabase(owner, database), database, SPACE_MIGRATIONS.slice(0, FIRST_WITH_MACS));
    const [made] = await inDatabase<{ id: string }>(
      `INSERT INTO account (login, name, password_hash, roles) VALUES ('vera', 'Vera', $1, '{supervisor}') RETURNING id`,
      [await hashPassword(TEST_PASSWORD)],
    );
    account = made?.id ?? '';
    await inDatabase(
      `INSERT INTO session (token_hash, account_id, strength) VALUES ($1, $2, 'two-factors')`,
      [createHash('sha256').update(token).digest(), account],
    );
    await inDatabase(`INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)`, [
      account,
      hashRecoveryCode(account, '7K4M-2QXB-7K4M-2QXB'),
    ]);
    await inDatabase(
      `WITH made AS (INSERT INTO team (name, territory) VALUES ('North', '93') RETURNING id)
       INSERT INTO team_member (team_id, account_id) SELECT id, $1 FROM made`,
      [account],
    );
    await migrateDatabase(onDatabase(owner, database), database, SPACE_MIGRATIONS);
  });

  const started = async (isSaid: boolean): Promise<TestService> =>
    TestService.start({
      database,
      configuration: {
        protocolsDir: NO_PROTOCOLS,
        signer: await makeTestSigner(),
        takesOverCredentials: isSaid,
        keys: KEYS,
      },
    });
  const signIn = async (service: TestService): Promise<number> =>
    (await service.client().post('/session', { login: 'vera', password: TEST_PASSWORD })).status;
  const told = () =>
    inDatabase(`SELECT 1 FROM ledger_event WHERE entry LIKE '%"type":"credentials.taken-over"%'`);

  it('is not taken over unless whoever runs Repère says so', async () => {
    const fault = await started(false).catch((it: unknown) => it);
    expect(fault).toBeInstanceOf(CredentialsUnbound);
    expect(String(fault)).toContain('REPERE_TAKE_OVER_CREDENTIALS=once');
    expect(await told()).toEqual([]);
  });

  it('is taken over once, in the record: sessions end, passwords go on, and every row is told of', async () => {
    const service = await started(true);
    try {
      const client = service.client();
      client.setCookie('__Host-repere', token);
      expect((await client.get('/session')).status).toBe(401);
      expect(await signIn(service)).toBe(200);
      expect(await told()).toHaveLength(1);
      const record = await TestRecord.of(service);
      await record.keep();
      expect((await record.check()).findings).toEqual([]);
    } finally {
      await service.stop();
    }
  });

  it('is not taken over again: what was planted since opens nothing', async () => {
    const planted = await inDatabase<{ id: string }>(
      `INSERT INTO account (login, name, password_hash, roles) SELECT 'ghost', 'Ghost', password_hash, roles FROM account WHERE login = 'vera' RETURNING id`,
    );
    const service = await started(true);
    try {
      const { status } = await service.client().post('/session', { login: 'ghost', password: TEST_PASSWORD });
      expect([status, (await told()).length]).toEqual([401, 1]);
      const { findings } = await (await TestRecord.of(service)).check();
      expect(findings).toContainEqual(
        expect.objectContaining({ table: 'account', key: planted[0]?.id, code: 'extra' }),
      );
    } finally {
      await service.stop();
    }
  });

  it('whose note of that was taken away keeps Repère from starting, and is found where it starts all the same', async () => {
    await inDatabase(`DELETE FROM credential_baseline`);
    await expect(started(false)).rejects.toBeInstanceOf(CredentialsUnbound);
    const service = await started(true);
    try {
      const { findings } = await (await TestRecord.of(service)).check();
      expect(findings).toContainEqual(expect.objectContaining({ table: 'ledger_event', code: 'forged' }));
    } finally {
      await service.stop();
    }
  });
});

const KEYS = {
  keys: [{ id: 'test-1', key: randomBytes(32) }],
  blindIndex: [{ id: 'blind-1', key: randomBytes(32) }],
} as const;
