import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationOf } from '../processes/configuration-of';
import { MissingConfiguration, readConfiguration } from './configuration';
import { MigrationSettings, readMigration } from './migration-settings';
import { printSettings } from './print-settings';
import { settingTexts } from './setting';
import { Settings } from './settings';

const KEY = Buffer.alloc(32, 7).toString('base64');
const COMPLETE = {
  REPERE_DATABASE_URL: 'postgres://x',
  REPERE_LEDGER_DATABASE_URL: 'postgres://y',
  REPERE_KEK: KEY,
  REPERE_BLIND_INDEX_KEY: KEY,
};

const missing = (env: Record<string, string>): string => {
  try {
    readConfiguration(env);
    return '';
  } catch (error) {
    return error instanceof MissingConfiguration ? error.missing.join('\n') : String(error);
  }
};

describe('configuration', () => {
  it('starts with what it needs, on this machine only', () => {
    expect(readConfiguration(COMPLETE)).toMatchObject({
      port: 4300,
      host: '127.0.0.1',
      demo: false,
      webDir: null,
    });
  });

  it('names everything that is missing, at once', () => {
    expect(missing({ NODE_ENV: 'production' })).toMatch(/REPERE_DATABASE_URL[^]*REPERE_KEY_FILE/);
  });

  it.each([
    [{ ...COMPLETE, REPERE_BLIND_INDEX_KEY: '' }, /REPERE_BLIND_INDEX_KEY/],
    [{ ...COMPLETE, REPERE_KEK: 'too short' }, /REPERE_KEK: .*32 bytes/],
    [{ REPERE_DATABASE_URL: 'x', REPERE_KEY_FILE: '/nowhere/at-all' }, /REPERE_KEY_FILE/],
    [{ ...COMPLETE, PORT: 'http' }, /PORT/],
    [{ ...COMPLETE, REPERE_LEDGER_DATABASE_URL: '' }, /REPERE_LEDGER_DATABASE_URL/],
    [{ ...COMPLETE, REPERE_SIGNER: 'on' }, /REPERE_SIGNER_KEY_FILE[^]*REPERE_SIGNER_STATE_DIR/],
    [{ ...COMPLETE, REPERE_SIGNER: 'on', REPERE_SIGNER_KEY_FILE: '/nowhere' }, /REPERE_SIGNER_KEY_FILE/],
    [{ ...COMPLETE, NODE_ENV: 'production', REPERE_DEMO: '1' }, /REPERE_DEMO/],
    [{ ...COMPLETE, NODE_ENV: 'production', REPERE_SECOND_FACTOR: 'optional' }, /REPERE_SECOND_FACTOR/],
    [{ ...COMPLETE, NODE_ENV: 'production' }, /REPERE_TRUST_PROXY/],
    [{ ...COMPLETE, NODE_ENV: 'production', REPERE_TRUST_PROXY: '' }, /REPERE_TRUST_PROXY/],
    [{ ...COMPLETE, REPERE_TRUST_PROXY: 'true' }, /REPERE_TRUST_PROXY/],
    [{ ...COMPLETE, REPERE_SECOND_FACTOR: 'no' }, /REPERE_SECOND_FACTOR/],
    [{ ...COMPLETE, REPERE_JOBS: 'no' }, /REPERE_JOBS: on or off/],
    [
      { ...COMPLETE, REPERE_SMTP_URL: 'mail.example' },
      /REPERE_SMTP_URL[^]*REPERE_MAIL_FROM|REPERE_MAIL_FROM/,
    ],
    [{ ...COMPLETE, REPERE_EXIT_URL: 'javascript:alert(1)' }, /REPERE_EXIT_URL/],
    [{ ...COMPLETE, REPERE_EXIT_URL: 'weather' }, /REPERE_EXIT_URL/],
    [{ ...COMPLETE, REPERE_EXIT_URL: 'http://weather.example' }, /REPERE_EXIT_URL/],
  ])('refuses %#', (env, message) => {
    expect(missing(env)).toMatch(message);
  });

  it.each([
    '0.0.0.0',
    '::',
    '::0',
    '0',
    '192.168.1.20',
    '::ffff:0.0.0.0',
    'repere.example',
    '127.0.0.1.example',
    'localhost.example',
  ])('shows demo accounts to nobody elsewhere: %s', (host) => {
    const demo = { ...COMPLETE, REPERE_DEMO: '1', REPERE_HOST: host };
    expect(missing(demo)).toMatch(/REPERE_HOST: .*demo accounts/);
    expect(missing({ ...demo, REPERE_DEMO: 'true' })).toMatch(/REPERE_HOST/);
    expect(readConfiguration({ ...demo, REPERE_DEMO: '' }).host).toBe(host);
  });

  it.each(['', '127.0.0.1', '127.0.0.2', '::1', 'localhost'])('shows them on this machine: "%s"', (host) => {
    expect(missing({ ...COMPLETE, REPERE_DEMO: '1', REPERE_HOST: host })).toBe('');
  });

  it('leaves the record to another process where told so', () => {
    const elsewhere = { ...COMPLETE, REPERE_LEDGER_DATABASE_URL: '', REPERE_SEQUENCER: 'off' };
    expect(readConfiguration(elsewhere)).toMatchObject({ keepsRecord: false, signer: null });
    expect(readConfiguration(COMPLETE)).toMatchObject({ keepsRecord: true, signer: null });
  });

  it('asks for a second factor, but in a demo', () => {
    const asks = (env: Record<string, string>): boolean =>
      readConfiguration({ ...COMPLETE, ...env }).requiresSecondFactor;
    expect(asks({})).toBe(true);
    expect(asks({ NODE_ENV: 'production', REPERE_TRUST_PROXY: '0' })).toBe(true);
    expect(asks({ REPERE_DEMO: '1' })).toBe(false);
    expect(asks({ REPERE_SECOND_FACTOR: 'optional' })).toBe(false);
    expect(asks({ REPERE_DEMO: '1', REPERE_SECOND_FACTOR: 'required' })).toBe(true);
  });

  it('counts on as many proxies as it is told, in production also on none only where told so', () => {
    const trusted = (env: Record<string, string>): number | false =>
      readConfiguration({ ...COMPLETE, ...env }).trustProxy;
    expect(trusted({})).toBe(false);
    expect(trusted({ REPERE_TRUST_PROXY: '2' })).toBe(2);
    expect(trusted({ NODE_ENV: 'production', REPERE_TRUST_PROXY: '0' })).toBe(false);
    expect(trusted({ NODE_ENV: 'production', REPERE_TRUST_PROXY: '1' })).toBe(1);
  });

  it('knows a neutral site to leave for, which an installation may choose', () => {
    const { exitUrl } = readConfiguration(COMPLETE);
    expect(new URL(exitUrl).protocol).toBe('https:');
    expect(readConfiguration({ ...COMPLETE, REPERE_EXIT_URL: 'https://weather.example' }).exitUrl).toBe(
      'https://weather.example/',
    );
  });

  it('knows the keys of before, while they are turned over, and a program in their place', () => {
    const names = (env: Record<string, string>) => {
      const { keys, keyProgram } = readConfiguration({ ...COMPLETE, ...env });
      const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
      return [idsOf(keys.keys), idsOf(keys.blindIndex), keyProgram];
    };
    // As docker-compose hands over what is not set.
    expect(names({ REPERE_KEK_ID: '', REPERE_EARLIER_KEK: '' })).toEqual([['env-1'], ['blind-1'], null]);
    const earlier = { REPERE_EARLIER_KEK: KEY, REPERE_EARLIER_BLIND_INDEX_KEY: KEY };
    expect(names({ ...earlier, REPERE_KEK_ID: 'env-2', REPERE_BLIND_INDEX_KEY_ID: 'blind-2' })).toEqual([
      ['env-2', 'env-1'],
      ['blind-2', 'blind-1'],
      null,
    ]);
    expect(missing({ ...COMPLETE, ...earlier })).toMatch(/REPERE_KEK: "keys" has "env-1" twice/);
    expect(names({ REPERE_KEK: '', REPERE_KEY_PROGRAM: '/opt/ask-kms' })).toEqual([
      [],
      ['blind-1'],
      ['/opt/ask-kms'],
    ]);
    expect(missing({ ...COMPLETE, REPERE_KEY_PROGRAM: 'x', REPERE_BLIND_INDEX_KEY: '' })).toMatch(
      /REPERE_BLIND_INDEX_KEY/,
    );
  });

  it('knows the servers that spaces name, or says what of them is missing', () => {
    const east = {
      REPERE_SERVERS: 'east',
      REPERE_SERVER_EAST_DATABASE_URL: 'postgres://app@east/x',
      REPERE_SERVER_EAST_LEDGER_DATABASE_URL: 'postgres://recorder@east/x',
      REPERE_SERVER_EAST_OWNER_DATABASE_URL: 'postgres://owner@east/x',
    };
    expect(readConfiguration({ ...COMPLETE, ...east }).servers?.get('east')).toEqual({
      databaseUrl: 'postgres://app@east/x',
      ledgerDatabaseUrl: 'postgres://recorder@east/x',
    });
    expect(missing({ ...COMPLETE, ...east, REPERE_SERVERS: 'east, far-west, Ü' })).toMatch(
      /REPERE_SERVER_FAR_WEST_DATABASE_URL[^]*REPERE_SERVER_FAR_WEST_LEDGER_DATABASE_URL[^]*REPERE_SERVERS: Ü/,
    );
    const owner = { REPERE_OWNER_DATABASE_URL: 'postgres://owner@x/y' };
    expect(readMigration({ ...east, ...owner }).servers.get('east')).toBe('postgres://owner@east/x');
    expect(() => readMigration({ ...owner, REPERE_SERVERS: 'west' })).toThrow(
      /REPERE_SERVER_WEST_OWNER_DATABASE_URL/,
    );
  });

  it('divides connections among processes', () => {
    const { connections } = readConfiguration({
      ...{
        ...COMPLETE,
        REPERE_DATABASE_CONNECTIONS: '90',
        REPERE_PROCESSES: '3',
        REPERE_CONNECTION_TIMEOUT: '2',
      },
    });
    const { spaces = 0, record = 0, book = 0, provisioner = 0, patienceMs } = connections ?? {};
    expect([spaces + record + book + provisioner, patienceMs]).toEqual([30, 2_000]);
    expect(missing({ ...COMPLETE, REPERE_DATABASE_CONNECTIONS: '25', REPERE_PROCESSES: '3' })).toMatch(
      /REPERE_DATABASE_CONNECTIONS: .*at least 10 for each process/,
    );
    expect(missing({ ...COMPLETE, REPERE_PROCESSES: '0' })).toMatch(/REPERE_PROCESSES/);
  });

  it('knows how many processes of this machine share them, without being told twice', () => {
    const of = (more: Record<string, string>) => {
      const { connections, answering } = readConfiguration({ ...COMPLETE, ...more });
      const { spaces = 0, record = 0, book = 0, provisioner = 0 } = connections ?? {};
      return { answering, own: spaces + record + book + provisioner };
    };
    expect(of({})).toEqual({ answering: 1, own: 90 });
    expect(of({ REPERE_API_PROCESSES: '2' })).toEqual({ answering: 2, own: 30 });
    expect(of({ REPERE_API_PROCESSES: '2', REPERE_JOBS: 'off' })).toEqual({ answering: 2, own: 45 });
    expect(of({ REPERE_API_PROCESSES: '2', REPERE_PROCESSES: '6' })).toEqual({ answering: 2, own: 15 });
    const { connections } = readConfiguration({ ...COMPLETE, REPERE_API_PROCESSES: '2' });
    const answering = configurationOf('answering', {
      ...readConfiguration({ ...COMPLETE, REPERE_API_PROCESSES: '2' }),
    });
    expect(answering).toMatchObject({ jobs: false, keepsRecord: false, signer: null });
    expect(answering.connections?.record).toBe(2);
    expect((answering.connections?.spaces ?? 0) + 2).toBe(
      (connections?.spaces ?? 0) + (connections?.record ?? 0),
    );
    for (const wrong of ['0', '65', '1.5', 'two', '-1'])
      expect(missing({ ...COMPLETE, REPERE_API_PROCESSES: wrong })).toMatch(/REPERE_API_PROCESSES/);
    expect(missing({ ...COMPLETE, REPERE_API_PROCESSES: '2', REPERE_PROCESSES: '2' })).toMatch(
      /REPERE_PROCESSES: at least as many/,
    );
    expect(missing({ ...COMPLETE, REPERE_API_PROCESSES: '9' })).toMatch(
      /REPERE_DATABASE_CONNECTIONS: .*at least 10 for each process/,
    );
    expect(of({ REPERE_API_PROCESSES: '9', REPERE_DATABASE_CONNECTIONS: '200' }).own).toBe(20);
    expect(missing({ ...COMPLETE, REPERE_API_PROCESSES: '2', REPERE_DEMO: '1' })).toMatch(
      /REPERE_API_PROCESSES: a demo/,
    );
  });

  it('takes what is set to nothing as not set', () => {
    expect(readConfiguration({ ...COMPLETE, PORT: '', REPERE_TRAINING_DATABASE_URL: '' })).toMatchObject({
      port: 4300,
      trainingDatabaseUrl: null,
      provisionerDatabaseUrl: null,
    });
  });

  it('says of each variable what it is for, in the table that is printed', () => {
    expect([...settingTexts().keys()].sort()).toEqual(
      [new Settings(), new MigrationSettings()].flatMap(Object.keys).sort(),
    );
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const squeezed = (text: string) => text.replace(/[ -]+/g, ' ');
    // Written anew by `npm run print-docs`.
    expect(squeezed(printSettings(readme))).toBe(squeezed(readme));
  });

  it('says what migrating wants, by name, and takes what is not set for the usual', () => {
    expect(() => readMigration({ REPERE_OWNER_DATABASE_URL: '' })).toThrow(/REPERE_OWNER_DATABASE_URL/);
    expect(
      readMigration({ REPERE_OWNER_DATABASE_URL: 'postgres://owner@x/y', REPERE_LIVE_TITLE: '' }),
    ).toEqual({
      ...{ ownerUrl: 'postgres://owner@x/y', database: 'repere_live', title: 'Repère', servers: new Map() },
    });
  });

  it('repeats no secret', () => {
    expect(
      missing({ REPERE_DATABASE_URL: 'x', REPERE_KEK: 'c2VjcmV0', REPERE_BLIND_INDEX_KEY: KEY }),
    ).not.toContain('c2VjcmV0');
  });
});
