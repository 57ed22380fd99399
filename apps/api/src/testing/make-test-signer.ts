import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeKey, writeKeyFile } from '../ledger/signing/signer-keys';
import type { SignerPlace } from '../platform/settings/configuration';
import { testDatabase } from './database/test-database';

/** A signer with a new key and an empty memory, in the folder of this run, which goes at its end. */
export async function makeTestSigner(): Promise<SignerPlace> {
  const stateDir = await mkdtemp(join(testDatabase().dir, 'signer-'));
  const keyFile = join(stateDir, 'key.json');
  await writeFile(keyFile, writeKeyFile([makeKey('repere.test/signer')]), { mode: 0o600 });
  return { keyFile, stateDir };
}
