import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRecord } from '../ledger/testing/test-record';
import { parseMasterKeys } from '../platform/secrecy/master-keys';
import type { SignerPlace } from '../platform/settings/configuration';
import { testDatabase } from '../testing/database/test-database';
import { makeTestSigner } from '../testing/make-test-signer';
import { NO_PROTOCOLS, TestService } from '../testing/test-service';
import { ledgerCommand } from './ledger-command';

describe('the record by hand', () => {
  let service: TestService;
  let signer: SignerPlace;
  let record: TestRecord;
  /** A folder of the signer as it was before another took over. */
  let copy: string;
  const before = { ...process.env };
  beforeAll(async () => {
    signer = await makeTestSigner();
    const key = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
    const keys = JSON.stringify({ keys: [key('k1')], blindIndex: [key('b1')] });
    const keyFile = join(signer.stateDir, 'content-keys.json');
    writeFileSync(keyFile, keys);
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, signer, keyFile, keys: parseMasterKeys(keys) },
      trainingKeys: ['class'],
    });
    record = await TestRecord.openRecord(service);
    await record.writeEvents(3);
    await record.keepRecord();
    copy = mkdtempSync(join(testDatabase().dir, 'copied-'));
    cpSync(signer.stateDir, copy, { recursive: true });
    const { databaseUrl, trainingDatabaseUrl, ledgerDatabaseUrl } = service.configuration;
    Object.assign(process.env, {
      REPERE_DATABASE_URL: databaseUrl,
      REPERE_TRAINING_DATABASE_URL: trainingDatabaseUrl,
      REPERE_LEDGER_DATABASE_URL: ledgerDatabaseUrl,
      REPERE_SIGNER: 'on',
      REPERE_SIGNER_KEY_FILE: join(copy, 'key.json'),
      REPERE_SIGNER_STATE_DIR: copy,
      REPERE_KEY_FILE: keyFile,
      REPERE_PROTOCOLS_DIR: NO_PROTOCOLS,
      REPERE_SCENARIOS_DIR: service.configuration.scenariosDir,
    });
  });
  afterAll(async () => {
    process.env = before;
    await service.stop();
  });

  const commanded = async (...args: readonly string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const code = await ledgerCommand(args).finally(() => log.mockRestore());
    return { code, said: said.join('\n') };
  };

  it('takes nothing over without a reason', async () => {
    for (const args of [['take-over'], ['take-over', '--reason', '  ']])
      expect(await commanded(...args)).toEqual({ code: 2, said: expect.stringContaining('Say why') });
    expect(await record.query(`SELECT 1 FROM ledger_term`)).toHaveLength(1);
  });

  it('has another machine sign, says so of each space, and of the first that it does not any more', async () => {
    const { code, said } = await commanded('take-over', '--reason', 'Moved to the other room');
    expect(code).toBe(0);
    expect(said).toMatch(/"Live": signed here from now on, as repere\/live\//);
    expect(said).toMatch(/"class": nothing was signed there yet/);
    await record.writeEvents(1);
    await record.sequence();
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
    expect((await record.check()).findings).toEqual([]);
    // The first machine has it back, by the same command.
    Object.assign(process.env, {
      REPERE_SIGNER_KEY_FILE: signer.keyFile,
      REPERE_SIGNER_STATE_DIR: signer.stateDir,
    });
    expect((await commanded('take-over', '--reason', 'Back')).code).toBe(0);
    await record.writeEvents(1);
    expect(await record.keepRecord()).toMatch(/^repere\/live\//);
  });
});
