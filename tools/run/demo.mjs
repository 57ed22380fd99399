// What a demo needs before it can be served: PostgreSQL, its roles, the schema, the key of the record, people and cases.
import { join } from 'node:path';
import { createRolesAndDatabases, startDatabase } from '../database/database.mjs';
import { atStop, Mendable, runProgram, printLine } from './shell-run.mjs';
import { serverEnvironment } from './server-environment.mjs';

/** Starts PostgreSQL in the data folder, unless `DATABASE_URL` names another; gives each role's URL. */
export async function startRoles(data) {
  printLine('Starting PostgreSQL…');
  return createRolesAndDatabases(await superuserUrl(data));
}

async function superuserUrl(data) {
  const given = process.env.DATABASE_URL;
  if (given && !URL.parse(given)?.password)
    throw new Mendable('DATABASE_URL must be a URL with a password: the other passwords come from it.');
  if (given) return given;
  const server = await startDatabase({ dir: join(data, 'database') });
  atStop(() => server.stop());
  return server.superuserUrl;
}

/** Migrates, makes the key, puts the demo in, with the programs in `programs`; gives the server's environment, `more` included. */
export async function prepareDemo({ data, urls, programs, more }) {
  const env = { ...serverEnvironment(data, urls), ...more };
  await migrate({ urls, programs, env });
  await runProgram('Making the key that signs the record', [
    join(programs, 'main.js'),
    'ledger',
    'make-key',
    env.REPERE_SIGNER_KEY_FILE,
  ]);
  printLine('Preparing the demo…');
  await runProgram('Preparing the demo', [join(programs, 'seed.js')], env);
  return env;
}

/** Brings the schema up to `programs`. */
export const migrate = ({ urls, programs, env }) =>
  runProgram('Migrating', [join(programs, 'migrate.js')], {
    ...env,
    REPERE_OWNER_DATABASE_URL: urls.owner,
    REPERE_LIVE_TITLE: 'Démonstration',
  });

/** Says who can sign in at `address`, as the server at `api` tells it. */
export async function printWhereAndWho(address, api = address) {
  const { demoAccounts } = await (await fetch(`${api}/api/about`)).json();
  printLine(`\n  Repère  ${address}\n`);
  for (const { login, password, name, role, team } of demoAccounts)
    printLine(`  ${login.padEnd(22)} ${password.padEnd(26)} ${name}, ${role}, ${team}`);
  printLine('\n  These people and children are fictional. Ctrl-C stops Repère.\n');
}
