// Prepares a PostgreSQL server of yours: roles, databases, migrations. Run it before each new version; it changes nothing
// that is already right.
//
//   DATABASE_URL                                         as a role that may create roles and databases
//   REPERE_OWNER_PASSWORD, REPERE_APP_PASSWORD,
//   REPERE_TRAINING_PASSWORD, REPERE_PROVISIONER_PASSWORD,
//   REPERE_RECORDER_PASSWORD
//   REPERE_LIVE_DATABASE                                 name of the live space's database (repere_live); on a further server another one
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../run/data-folder.mjs';
import { createRolesAndDatabases } from '../database/database-roles.mjs';

const ROLES = ['owner', 'app', 'training', 'provisioner', 'recorder'];
const variable = (role) => `REPERE_${role.toUpperCase()}_PASSWORD`;

const missing = ['DATABASE_URL', ...ROLES.map(variable)].filter((name) => !process.env[name]);
if (missing.length > 0) {
  process.stderr.write(`Missing: ${missing.join(', ')}. There is no default password.\n`);
  process.exit(1);
}
const passwords = Object.fromEntries(ROLES.map((role) => [role, process.env[variable(role)]]));
const databases = { book: 'repere', live: process.env.REPERE_LIVE_DATABASE || 'repere_live' };
const urls = await createRolesAndDatabases(process.env.DATABASE_URL, { passwords, databases });
const { status } = spawnSync(process.execPath, [join(root, 'dist/apps/api/migrate.js')], {
  stdio: 'inherit',
  env: { ...process.env, REPERE_OWNER_DATABASE_URL: urls.owner },
});
process.exit(status ?? 1);
