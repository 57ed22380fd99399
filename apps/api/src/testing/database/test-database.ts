import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { onDatabase } from '../../platform/data/on-database';

export const TEST_DATABASE = 'REPERE_TEST_DATABASE';
export const BOOK_TEMPLATE = 'repere_template_book';
export const SPACE_TEMPLATE = 'repere_template';

/** The server of this run. */
export interface TestDatabase {
  readonly dir: string;
  readonly superuserUrl: string;
  readonly urls: Readonly<Record<'owner' | 'app' | 'training' | 'provisioner' | 'recorder', string>>;
  /** How a service reaches live spaces: through a pooler, where one was asked for. */
  readonly served: string;
}

export function testDatabase(): TestDatabase {
  const described = process.env[TEST_DATABASE];
  if (!described) throw new Error('no test database: run through jest with its global setup');
  return JSON.parse(described) as TestDatabase;
}

export { onDatabase };

/** A fresh database from a template, which only `role` and the recorder may enter; gives its name. */
export async function cloneDatabase(
  template: string,
  role: 'repere_app' | 'repere_training',
): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser('postgres', async (client) => {
    // A template accepts one copy at a time.
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [template]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER repere_owner`);
    await client.query(
      `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${role}, repere_recorder${
        template === BOOK_TEMPLATE ? ', repere_provisioner' : ''
      }`,
    );
  });
  return name;
}

export async function asSuperuser<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: onDatabase(testDatabase().superuserUrl, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
