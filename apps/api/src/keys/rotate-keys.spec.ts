import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createApplication } from '../application';
import { CaseClient, inventedName } from '../cases/testing/case-client';
import { KeysUnfit } from '../platform/secrecy/check-keys';
import { KeyStore } from '../platform/secrecy/key-store';
import { parseMasterKeys } from '../platform/secrecy/master-keys';
import { runProgram } from '../testing/run-program';
import { TestService } from '../testing/test-service';
import { addKey, dropKey } from './change-key-file';
import { readKeyStatus, type SpaceKeys } from './key-status';
import type { CaseFileSummaryDto } from '../cases/page/case-file.dto';
import type { Page } from '../platform/answers/page';

const KEYS = 450;
const CASES = 60;
const PROCESS = join(__dirname, 'testing/rotating-process.ts');

describe('keys', () => {
  let service: TestService;
  let worker: CaseClient;
  let folder: string;
  let file: string;
  const opened: { readonly id: string; readonly name: string }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'repere-keys-'));
    file = join(folder, 'keys.json');
    const key = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
    writeFileSync(file, JSON.stringify({ keys: [key('k1')], blindIndex: [key('b1')] }));
    service = await TestService.start({
      configuration: { keyFile: file, keys: ofFile() },
    });
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    for (let i = 0; i < CASES; i++) {
      const name = inventedName();
      opened.push({ id: (await worker.opened({ child: { calledName: name } })).id, name });
    }
    await service.asSeed(async ({ space, manager }) => {
      for (let i = 0; i < KEYS; i++) await service.app.get(KeyStore).create(space, manager, 'case');
    });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ofFile = () => parseMasterKeys(readFileSync(file, 'utf8'));
  const status = async (): Promise<SpaceKeys> => {
    const { spaces } = await readKeyStatus({ ...service.configuration, keys: ofFile() });
    const [live] = spaces;
    if (!live) throw new Error('no space');
    return live;
  };
  /** Rotates in a process of its own; gives what it said. */
  const rotate = async (): Promise<readonly string[]> => {
    const { lines, signal } = await rotated();
    expect(signal).toBeNull();
    return lines;
  };
  const isFound = async ({ id, name }: (typeof opened)[number]): Promise<boolean> => {
    const { status: code, body } = await worker.http.post<Page<CaseFileSummaryDto>>('/case-files/search', {
      text: name,
    });
    return code === 200 && body.items.some((it) => it.id === id && it.calledName === name);
  };
  const all = async (): Promise<readonly boolean[]> => {
    const found: boolean[] = [];
    for (const one of opened) found.push(await isFound(one));
    return found;
  };

  it('say what they are before anything was turned over', async () => {
    expect(await status()).toMatchObject({
      newest: 'k1',
      keys: [{ id: 'k1' }],
      index: [{ id: 'b1', cases: CASES, of: CASES, isFinished: true }],
      isRotated: true,
      problems: [],
    });
  });

  it('are turned over while the service answers, which is not started anew; every case is found all the time', async () => {
    addKey(file, 'keys', 'k2');
    addKey(file, 'blindIndex', 'b2');
    expect((await status()).isRotated).toBe(false);
    let isOver = false;
    const answers: boolean[] = [];
    const asking = (async () => {
      for (let i = 0; !isOver || i <= 10; i++) {
        const one = opened[i % opened.length];
        if (one) answers.push(await isFound(one));
        if (i % 10 === 5) {
          const name = inventedName();
          opened.push({ id: (await worker.opened({ child: { calledName: name } })).id, name });
        }
      }
    })();
    const lines = await rotate();
    isOver = true;
    await asking;
    expect(answers.length).toBeGreaterThan(5);
    expect(answers).not.toContain(false);
    expect(lines.filter((line) => /data key \d+ of \d+/.test(line)).length).toBeGreaterThan(2);
    expect(lines.some((line) => /names of case \d+ of \d+/.test(line))).toBe(true);
    // The service looks at the file every two seconds: until then it may have wrapped a case by the key before.
    await rotate();
    let now = await status();
    for (let more = 0; more < 10 && !now.isRotated; more++) {
      await rotate();
      now = await status();
    }
    expect(now).toMatchObject({ newest: 'k2', isRotated: true, problems: [] });
    expect(now.keys).toEqual([{ id: 'k2', count: expect.any(Number) }]);
    expect(now.credentials).toEqual([{ id: 'b2', count: expect.any(Number) }]);
    expect(now.index).toEqual([{ id: 'b2', cases: opened.length, of: opened.length, isFinished: true }]);
    expect(await all()).not.toContain(false);
    expect(await service.query(`SELECT 1 FROM child_identity WHERE generation <> 2`)).toEqual([]);
  });

  it('are recorded', async () => {
    const rows = await service.query<{ type: string }>(
      `SELECT DISTINCT entry::json ->> 'type' AS type FROM ledger_event WHERE entry::json ->> 'type' ~ '^(keys|index|credentials)' ORDER BY 1`,
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'credentials.rebound',
      'index.begun',
      'index.extended',
      'index.finished',
      'index.taken-away',
      'keys.rewrapped',
      'keys.rotated',
    ]);
  });

  it('bind every credential anew: who is signed in stays so, and others sign in as before', async () => {
    expect((await worker.http.get('/session')).status).toBe(200);
    await service.signIn({ roles: ['caseworker'] });
    const left = await service.query(
      `SELECT 1 FROM account WHERE password_mac IS NOT NULL AND position('b2'::bytea IN password_mac) = 0`,
    );
    expect(left).toEqual([]);
  });

  it('have nothing left the second time', async () => {
    const before = await service.query(`SELECT id, wrapped FROM data_key ORDER BY id`);
    const [line] = await rotate();
    expect(line).toMatch(/\(0 data keys, names of 0 cases, 0 credentials\)/);
    expect(await service.query(`SELECT id, wrapped FROM data_key ORDER BY id`)).toEqual(before);
  });

  it('go on where they were when the process was killed, in the middle of either', async () => {
    addKey(file, 'keys', 'k3');
    addKey(file, 'blindIndex', 'b3');
    await killedAt('data key 200 of');
    const first = await status();
    expect(first.keys.map(({ id }) => id)).toEqual(['k2', 'k3']);
    const rewrapped = first.keys.find(({ id }) => id === 'k3')?.count ?? 0;
    expect(rewrapped).toBeGreaterThanOrEqual(200);
    expect(await all()).not.toContain(false);
    await killedAt('names of case 50 of');
    const second = await status();
    expect(second.keys).toEqual([{ id: 'k3', count: expect.any(Number) }]);
    expect(second.index).toMatchObject([
      { id: 'b2', isFinished: true },
      { id: 'b3', isFinished: false },
    ]);
    expect(second.index[1]?.cases).toBeGreaterThanOrEqual(50);
    expect(await all()).not.toContain(false);
    const lines = await rotate();
    expect(lines.at(-1)).toMatch(`names of ${String(opened.length - (second.index[1]?.cases ?? 0))} cases`);
    expect((await status()).isRotated).toBe(true);
    expect(await all()).not.toContain(false);
  });

  const killedAt = async (line: string): Promise<void> => {
    expect((await rotated(line)).signal).toBe('SIGKILL');
  };

  async function rotated(
    killedAt?: string,
  ): Promise<{ readonly lines: readonly string[]; readonly signal: string | null }> {
    const child = runProgram(PROCESS, {
      BOOK_URL: service.configuration.databaseUrl,
      MASTER_KEYS: readFileSync(file, 'utf8'),
      KILLED_AT: killedAt,
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    const signal = await new Promise<string | null>((resolve) =>
      child.once('close', (_code, by: string | null) => resolve(by)),
    );
    return { lines, signal };
  }

  it('can be dropped once nothing is under them, never the newest', () => {
    expect(() => dropKey(file, 'keys', 'k3')).toThrow('the newest');
    expect(() => dropKey(file, 'keys', 'k9')).toThrow('no "k9"');
    dropKey(file, 'keys', 'k1');
    dropKey(file, 'blindIndex', 'b1');
    expect(ofFile().keys.map(({ id }) => id)).toEqual(['k3', 'k2']);
  });

  describe('that do not fit', () => {
    const started = (keys: string): Promise<unknown> =>
      createApplication({ ...service.configuration, keyFile: null, keys: parseMasterKeys(keys) }).then(
        (app) => app.close(),
      );
    const others = (change: (keys: Lists) => Lists): string =>
      JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Lists));
    const other = () => randomBytes(32).toString('base64');

    it.each<[string, (keys: Lists) => Lists, RegExp]>([
      [
        'a lost key-encryption key',
        (it) => ({ ...it, keys: [{ id: 'k4', key: other() }] }),
        /key-encryption key "k3" is missing: \d+ data keys of "Live"/,
      ],
      [
        'another key of the same name',
        (it) => ({ ...it, keys: [{ id: 'k3', key: other() }] }),
        /key-encryption key "k3" is another one than that which wrapped \d+ data keys/,
      ],
      [
        'a lost blind-index key',
        (it) => ({ ...it, blindIndex: [{ id: 'b4', key: other() }] }),
        /blind-index key "b3" is missing/,
      ],
      [
        'another blind-index key of the same name',
        (it) => ({ ...it, blindIndex: [{ id: 'b3', key: other() }] }),
        /blind-index key "b3" is another one/,
      ],
    ])('keep the service from starting: %s', async (_what, change, message) => {
      const fault = await started(others(change)).catch((it: unknown) => it);
      expect(fault).toBeInstanceOf(KeysUnfit);
      expect(String(fault)).toMatch(message);
      expect(String(fault)).toMatch(/Repère can't start/);
    });

    it('let it start when they fit', async () => {
      await expect(started(others((it) => it))).resolves.toBeUndefined();
    });
  });
});

type Lists = Record<'keys' | 'blindIndex', { readonly id: string; readonly key: string }[]>;
