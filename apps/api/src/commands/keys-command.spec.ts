import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMasterKeys } from '../platform/secrecy/master-keys';
import { NO_PROTOCOLS, TestService } from '../testing/test-service';
import { addKey } from '../keys/change-key-file';
import { keysCommand } from './keys-command';

describe('keys by hand', () => {
  let service: TestService;
  let file: string;
  let folder: string;
  const before = { ...process.env };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'repere-keys-'));
    file = join(folder, 'keys.json');
    const key = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
    writeFileSync(file, JSON.stringify({ keys: [key('k1')], blindIndex: [key('b1')] }));
    service = await TestService.start({
      configuration: {
        keyFile: file,
        keys: parseMasterKeys(readFileSync(file, 'utf8')),
        protocolsDir: NO_PROTOCOLS,
      },
      trainingKeys: ['room'],
    });
    addKey(file, 'keys', 'k2');
    addKey(file, 'keys', 'k3');
    const { databaseUrl } = service.configuration;
    Object.assign(process.env, {
      REPERE_DATABASE_URL: databaseUrl,
      REPERE_SEQUENCER: 'off',
      REPERE_KEY_FILE: file,
    });
  });
  afterAll(async () => {
    process.env = before;
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (...args: readonly string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const code = await keysCommand(args).finally(() => log.mockRestore());
    return { code, said: said.join('\n') };
  };
  const names = (): readonly string[] => parseMasterKeys(readFileSync(file, 'utf8')).keys.map(({ id }) => id);

  it('name the spaces that were not looked into, and drop nothing while there are any', async () => {
    expect(await run('status')).toEqual({ code: 1, said: expect.stringContaining('1 skipped: "room"') });
    expect(await run('drop', 'k2')).toEqual({ code: 1, said: expect.stringContaining('1 skipped: "room"') });
    expect(names()).toEqual(['k3', 'k2', 'k1']);
  });

  it('drop what nothing is under once every space was looked into, and only that', async () => {
    process.env['REPERE_TRAINING_DATABASE_URL'] = service.configuration.trainingDatabaseUrl ?? '';
    expect((await run('status')).said).not.toContain('skipped');
    expect((await run('drop', 'k2')).code).toBe(0);
    expect(await run('drop', 'k1')).toEqual({ code: 1, said: expect.stringContaining('"k1" is in use') });
    expect(names()).toEqual(['k3', 'k1']);
  });
});
