// What the server's programs are told when they run on the data in a folder of ours.
import { join } from 'node:path';
import { keyFile, root, signerPlace } from './data-folder.mjs';

/** Variables for demo.js, seed.js and main.js: `urls` of the roles, as `createRolesAndDatabases` gives them. */
export const serverEnvironment = (data, urls) => ({
  REPERE_DATABASE_URL: urls.app,
  REPERE_TRAINING_DATABASE_URL: urls.training,
  REPERE_PROVISIONER_DATABASE_URL: urls.provisioner,
  REPERE_LEDGER_DATABASE_URL: urls.recorder,
  REPERE_SIGNER: 'on',
  ...signerPlace(data),
  REPERE_KEY_FILE: keyFile(data),
  REPERE_PROTOCOLS_DIR: join(root, 'protocols'),
  REPERE_SCENARIOS_DIR: join(root, 'scenarios'),
  REPERE_DEMO: '1',
  REPERE_LOG_LEVEL: process.env.REPERE_LOG_LEVEL ?? 'warn',
});
