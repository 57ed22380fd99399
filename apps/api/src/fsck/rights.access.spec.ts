import { createHash, randomBytes } from 'node:crypto';
import { CaseClient } from '../cases/testing/case-client';
import { makeTestSigner } from '../testing/make-test-signer';
import { onDatabase, SPACE_TEMPLATE, testDatabase } from '../testing/database/test-database';
import { signInWithTotp } from '../testing/accounts/test-factors';
import { MOVING_PROTOCOLS, TestService } from '../testing/test-service';
import { writeAsApplication } from '../testing/database/write-as-application';
import pg from 'pg';
import { TestRecord } from '../ledger/testing/test-record';
import { DECLARED_TABLES } from '../entities';
import { auditedTables } from '../platform/record/audited-tables';
import { CREDENTIALS } from '../platform/secrecy/credentials/credentials';
import type { RecordFault } from './record-fault';

/** Accounts, roles, teams, grants and credentials are derived from what events told of them, and compared. */
describe('rights that somebody wrote into the database', () => {
  let service: TestService;
  let record: TestRecord;
  let mallory: string;
  let vera: string;
  let caseId: string;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: MOVING_PROTOCOLS, signer: await makeTestSigner() },
    });
    record = await TestRecord.openRecord(service);
    const worker = await signInWithTotp(service, { roles: ['caseworker'], teams: ['North'] });
    mallory = worker.id;
    vera = (await service.signIn({ roles: ['supervisor'], teams: ['North'] })).id;
    const administrator = await service.signIn({ roles: ['administrator'] });
    const gone = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const closed = await administrator.client.post(`/accounts/${gone.id}/disable`, { reason: 'Départ' });
    expect(closed.status).toBe(200);
    caseId = (await new CaseClient(worker.client).opened()).id;
    await record.keepRecord();
  });
  afterAll(() => service.stop());

  const found = async (...statements: readonly string[]): Promise<readonly Partial<RecordFault>[]> => {
    const { findings } = await record.afterAttack(async (manager) => {
      for (const statement of statements)
        await manager.query(
          statement.replaceAll('$MALLORY', mallory).replaceAll('$VERA', vera).replaceAll('$CASE', caseId),
        );
    });
    return findings.map(({ table, key, code }) => ({ table, key, code }));
  };

  it('raise no alarm where nobody did', async () => {
    expect(await found()).toEqual([]);
    const report = await record.check();
    expect([report.findings, report.rights > 10]).toEqual([[], true]);
  });

  it.each<
    [what: string, sql: string, finding: (ids: { mallory: string; vera: string }) => Partial<RecordFault>]
  >([
    [
      'a role',
      `UPDATE account SET roles = '{caseworker,supervisor}' WHERE id = '$MALLORY'`,
      (ids) => ({ table: 'account', key: ids.mallory, code: 'altered' }),
    ],
    [
      'another login',
      `UPDATE account SET login = 'vera' WHERE id = '$MALLORY'`,
      (ids) => ({ table: 'account', key: ids.mallory, code: 'altered' }),
    ],
    [
      'a last day that is gone',
      `UPDATE account SET ends_on = current_date + 9 WHERE id = '$VERA'`,
      (ids) => ({ table: 'account', key: ids.vera, code: 'altered' }),
    ],
    [
      'an account',
      `INSERT INTO account (id, login, name, roles) VALUES ('00000000-0000-4000-8000-000000000001', 'ghost', 'Ghost', '{auditor}')`,
      () => ({ table: 'account', key: '00000000-0000-4000-8000-000000000001', code: 'extra' }),
    ],
    [
      'a team',
      `UPDATE team SET territory = '75' WHERE name = 'South'`,
      () => ({ table: 'team', code: 'altered' }),
    ],
    [
      'a place in a team',
      `INSERT INTO team_member (team_id, account_id) SELECT id, '$MALLORY' FROM team WHERE name = 'South'`,
      () => ({
        table: 'team_member',
        key: expect.stringContaining(' ') as unknown as string,
        code: 'extra',
      }),
    ],
    [
      'no place in a team',
      `DELETE FROM team_member WHERE account_id = '$VERA'`,
      () => ({ table: 'team_member', code: 'missing' }),
    ],
    [
      'a case',
      `INSERT INTO assignment (case_file_id, team_id, account_id, since) SELECT id, team_id, '$VERA', now() FROM case_file`,
      (ids) => ({
        table: 'assignment',
        key: expect.stringContaining(ids.vera) as unknown as string,
        code: 'extra',
      }),
    ],
    [
      'the lead of a case',
      `UPDATE case_file SET lead_id = '$VERA'`,
      () => ({ table: 'case_file', code: 'altered' }),
    ],
    [
      'a night on duty',
      `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
       SELECT gen_random_uuid(), id, '$MALLORY', now(), now() + interval '1 day', '$VERA', now() FROM team WHERE name = 'South'`,
      () => ({ table: 'duty', code: 'extra' }),
    ],
    [
      'an emergency access',
      `INSERT INTO break_glass (id, case_file_id, team_id, account_id, reason, key_id, words, opened_at, until_at, review_due_at)
       SELECT gen_random_uuid(), id, team_id, '$MALLORY', 'other', data_key_id, '', now(), now() + interval '1 hour', now() FROM case_file`,
      () => ({ table: 'break_glass', code: 'extra' }),
    ],
    [
      'an approval',
      `INSERT INTO account_change (id, account_id, kind, before_roles, roles, words, requested_by)
       VALUES (gen_random_uuid(), '$MALLORY', 'roles', '{caseworker}', '{administrator}', '', '$VERA')`,
      () => ({ table: 'account_change', code: 'extra' }),
    ],
    [
      'no second factor',
      `DELETE FROM totp_factor WHERE account_id = '$MALLORY'`,
      () => ({ table: 'totp_factor', code: 'missing' }),
    ],
    [
      'a second factor of another',
      `UPDATE totp_factor SET account_id = '$VERA'`,
      () => ({ table: 'totp_factor', code: 'forged' }),
    ],
    [
      'a recovery code that was used',
      `UPDATE recovery_code SET used_at = now() WHERE account_id = '$MALLORY'`,
      () => ({ table: 'recovery_code', code: 'altered' }),
    ],
    [
      'a passkey',
      `INSERT INTO passkey (account_id, credential_id, public_key, sign_count, transports, is_synced, name)
       VALUES ('$VERA', '\\x01', '\\x02', 0, '{}', false, 'x')`,
      () => ({ table: 'passkey', code: 'extra' }),
    ],
    [
      'a password of another',
      `UPDATE account SET (password_hash, password_mac) = (SELECT password_hash, password_mac FROM account WHERE id = '$MALLORY')
        WHERE id = '$VERA'`,
      (ids) => ({ table: 'account', key: ids.vera, code: 'forged' }),
    ],
    [
      'a strength',
      `UPDATE session SET strength = 'passkey' WHERE account_id = '$VERA'`,
      () => ({ table: 'session', code: 'altered' }),
    ],
  ])('%s: found, with the row', async (_what, sql, finding) => {
    expect(await found(sql)).toContainEqual(expect.objectContaining(finding({ mallory, vera })));
  });

  it('a session: no event tells of it', async () => {
    const id = '00000000-0000-4000-8000-000000000002';
    const sql = `INSERT INTO session (id, token_hash, account_id) VALUES ('${id}', '\\x00', '$VERA')`;
    expect(await found(sql)).toEqual([
      { table: 'session', key: id, code: 'extra' },
      { table: 'session', key: id, code: 'forged' },
    ]);
  });

  it('an ending that was taken away: the account is open again, and is named', async () => {
    const [gone] = await record.query<{ id: string }>(`SELECT id FROM account WHERE disabled_at IS NOT NULL`);
    expect(await found(`UPDATE account SET disabled_at = NULL`)).toEqual([
      { table: 'account', key: gone?.id, code: 'altered' },
    ]);
  });

  it('with the application’s own role, and an event that says nothing: found all the same', async () => {
    const token = createHash('sha256').update(randomBytes(32)).digest();
    await writeAsApplication(
      service,
      [`UPDATE account SET roles = '{caseworker,administrator}' WHERE id = $1`, mallory],
      [`INSERT INTO session (token_hash, account_id) VALUES ($1, $2)`, token, vera],
    );
    const tables = (await record.check()).findings.map(({ table, code }) => `${table} ${code}`);
    expect(tables).toEqual(expect.arrayContaining(['account altered', 'session extra', 'session forged']));
  });
});

it('every table that gives rights is told of by its trigger, column by column, and no other is', async () => {
  const client = new pg.Client({ connectionString: onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE) });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; key: string; hides: string; recorded: string }>(
      `SELECT c.relname AS table, a[1] AS key, a[2] AS hides, a[3] AS recorded
         FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid,
              string_to_array(encode(t.tgargs, 'escape'), '\\000') AS a
        WHERE t.tgname = 'captured' ORDER BY 1`,
    );
    expect(rows).toEqual(
      auditedTables(DECLARED_TABLES)
        .map(({ name, key, hidesKey, recorded }) => ({
          ...{ table: name, key: key.join(), hides: String(hidesKey), recorded: recorded.join() },
        }))
        .sort((a, b) => (a.table < b.table ? -1 : 1)),
    );
  } finally {
    await client.end();
  }
});

it('every MAC of a row is one that is checked, and what it is over are columns', () => {
  const macs = DECLARED_TABLES.flatMap(({ name, rights, columns }) =>
    columns
      .filter(({ column, isKey }) => /(^|_)mac$/.test(column) && !isKey)
      .map(({ column }) => ({ table: name, mac: column, givesRights: rights !== 'none' })),
  );
  const checked = Object.values(CREDENTIALS).map(({ table, mac }) => ({ table, mac, givesRights: true }));
  expect(macs).toEqual(expect.arrayContaining(checked));
  expect(checked).toEqual(expect.arrayContaining(macs));
  for (const { table, key, bound } of Object.values(CREDENTIALS)) {
    const columns = DECLARED_TABLES.find(({ name }) => name === table)?.columns.map(({ column }) => column);
    expect(columns).toEqual(expect.arrayContaining([key, ...bound]));
  }
  for (const { name, rights } of DECLARED_TABLES)
    if (rights === 'by-mac') expect(macs.map(({ table }) => table)).toContain(name);
});

it('the key by which a row is told is its primary key', () => {
  for (const { name, key } of auditedTables(DECLARED_TABLES)) {
    const table = DECLARED_TABLES.find((it) => it.name === name);
    expect([name, [...key].sort()]).toEqual([
      name,
      table?.columns.flatMap(({ column, isKey }) => (isKey ? [column] : [])).sort(),
    ]);
  }
});
