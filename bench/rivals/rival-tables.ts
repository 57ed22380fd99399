import pg from 'pg';

/** What the two rivals serve: what ours holds, in the clear, without journal to fold, rights or record. */
const TABLES = `
  CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL, token text NOT NULL UNIQUE);
  CREATE TABLE case_file (id bigint PRIMARY KEY, seq int NOT NULL DEFAULT 0, status text NOT NULL, assignee int NOT NULL,
    due_on date NOT NULL, opened_on date NOT NULL, title text NOT NULL, last_act text) WITH (fillfactor = 85);
  CREATE TABLE step_state (case_id bigint NOT NULL REFERENCES case_file (id), step_no int NOT NULL, step text NOT NULL,
    status text NOT NULL, due_on date, waiting_for text, PRIMARY KEY (case_id, step_no));
  CREATE TABLE journal_entry (case_id bigint NOT NULL REFERENCES case_file (id), seq int NOT NULL, step text NOT NULL,
    author int NOT NULL, at timestamptz NOT NULL DEFAULT now(), payload jsonb NOT NULL, PRIMARY KEY (case_id, seq));
  CREATE TABLE audit_entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(),
    actor int NOT NULL, act text NOT NULL, case_id bigint NOT NULL, detail jsonb NOT NULL);
`;

/** `$1`: cases. Those of person 1 are 40, of person 2 712; the others have the rest. */
const ROWS = [
  `INSERT INTO person SELECT i, 'Person ' || i, 'token-' || i FROM generate_series(1, 100) i`,
  `INSERT INTO case_file SELECT i, 0, 'open', CASE WHEN i <= 40 THEN 1 WHEN i <= 752 THEN 2 ELSE 3 + i % 98 END,
          date '2026-01-01' + i % 364, date '2025-01-01' + i % 365, 'Case ' || i || ' ' || md5(i::text) FROM generate_series(1, $1::int) i`,
  `INSERT INTO step_state SELECT c, s, 'step-' || s, (ARRAY['done','ready','waiting','blocked'])[1 + (c + s) % 4],
          date '2026-01-01' + s * 7, CASE WHEN (c + s) % 4 = 2 THEN 'age' END FROM generate_series(1, $1::int) c, generate_series(1, 20) s`,
];

/** Makes and fills the rivals' database beside ours, unless it is there; gives its URL. */
export async function fillRivals(superuserUrl: string, cases: number): Promise<string> {
  const url = new URL(superuserUrl);
  url.pathname = '/rivals';
  const isMadeAlready = await isMade(superuserUrl);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  // Written in the run before.
  if (isMadeAlready)
    await client.query(
      'TRUNCATE journal_entry, audit_entry; UPDATE case_file SET seq = 0, last_act = NULL WHERE seq > 0',
    );
  else {
    await client.query(TABLES);
    for (const sql of ROWS) await client.query(sql, sql.includes('$1') ? [cases] : []);
    await client.query(
      `CREATE INDEX case_file_worklist ON case_file (assignee, due_on, id) WHERE status = 'open'`,
    );
  }
  await client.query('VACUUM ANALYZE');
  await client.end();
  return url.href;
}

async function isMade(superuserUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'rivals'`);
  if (rowCount === 0) await client.query('CREATE DATABASE rivals');
  await client.end();
  return rowCount !== 0;
}
