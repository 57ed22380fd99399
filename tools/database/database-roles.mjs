import { createHmac } from 'node:crypto';
import pg from 'pg';

/**
 * Who may do what: `repere_space` carries the rights on tables; the two roles that work inherit them. `repere_recorder`
 * enters every space and touches nothing but the record: it gives events their places and keeps signed checkpoints.
 */
const ROLES = {
  owner: 'LOGIN',
  app: 'LOGIN',
  // However many training spaces there are, they leave connections to live ones.
  training: 'LOGIN CONNECTION LIMIT 60',
  provisioner: 'LOGIN CREATEDB',
  recorder: 'LOGIN',
  space: 'NOLOGIN',
};

/** As `platform/spaces/making/training-databases.ts` has it. */
const TRAINING_TEMPLATE = 'repere_training_template';

/**
 * The roles, the address book and the default live database; nothing changes when they exist already.
 * Gives the URL of each role that signs in, on the address book's database.
 *
 * `passwords` by role (`owner`, `app`, `training`, `provisioner`, `recorder`); one that isn't given is derived from the superuser's.
 * `databases` names the two databases.
 *
 * @param {string} superuserUrl
 * @param {{passwords?: Record<string, string>, databases?: {book: string, live: string}}} [options]
 * @returns {Promise<{owner: string, app: string, training: string, provisioner: string, recorder: string}>}
 */
export async function createRolesAndDatabases(superuserUrl, options = {}) {
  const { book, live } = options.databases ?? { book: 'repere', live: 'repere_live' };
  const urls = databaseUrls(superuserUrl, { book, passwords: options.passwords });
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Two that start at once: the second waits.
    await client.query(`SELECT pg_advisory_lock(hashtext('repere roles'))`);
    for (const [name, rights] of Object.entries(ROLES)) await ensureRole(client, name, rights, urls);
    await client.query('GRANT repere_space TO repere_app, repere_training');
    // It drops training spaces in which somebody is still: it ends sessions of that role, which enters no live database.
    await client.query('GRANT repere_training TO repere_provisioner');
    for (const database of [book, live]) {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${quote(database)} OWNER repere_owner`);
      await client.query(`REVOKE ALL ON DATABASE ${quote(database)} FROM PUBLIC`);
      await client.query(`GRANT CONNECT ON DATABASE ${quote(database)} TO repere_app`);
    }
    await client.query(`GRANT CONNECT ON DATABASE ${quote(book)} TO repere_provisioner`);
    await createTemplate(client);
    await client.query(`GRANT CONNECT ON DATABASE ${quote(live)} TO repere_recorder`);
  } finally {
    await client.end();
  }
  return urls;
}

/** What training spaces are cloned from: empty until it is migrated, by whoever may create databases, and entered by nobody else. */
async function createTemplate(client) {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TRAINING_TEMPLATE]);
  if (found.rowCount > 0) return;
  await client.query(
    `CREATE DATABASE ${TRAINING_TEMPLATE} OWNER repere_owner IS_TEMPLATE true ALLOW_CONNECTIONS false`,
  );
  await client.query(`REVOKE ALL ON DATABASE ${TRAINING_TEMPLATE} FROM PUBLIC`);
}

/** The URLs that `createRolesAndDatabases` gives, without asking the server. */
export function databaseUrls(superuserUrl, { book = 'repere', passwords = {} } = {}) {
  const url = (role) => {
    const made = new URL(superuserUrl);
    made.username = `repere_${role}`;
    made.password = passwords[role] ?? derivedPassword(new URL(superuserUrl).password, role);
    made.pathname = `/${book}`;
    return made.href;
  };
  return {
    owner: url('owner'),
    app: url('app'),
    training: url('training'),
    provisioner: url('provisioner'),
    recorder: url('recorder'),
  };
}

async function ensureRole(client, name, rights, urls) {
  const role = `repere_${name}`;
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
  const password = urls[name]
    ? `PASSWORD ${client.escapeLiteral(decodeURIComponent(new URL(urls[name]).password))}`
    : '';
  await client.query(`ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS NOCREATEROLE ${rights} ${password}`);
}

function derivedPassword(superuserPassword, role) {
  // Derived from nothing it would be the same everywhere.
  if (superuserPassword === '') throw new Error('The URL of the database needs a password.');
  return createHmac('sha256', superuserPassword).update(`role:${role}`).digest('base64url');
}

const quote = (name) => `"${name.replaceAll('"', '""')}"`;
