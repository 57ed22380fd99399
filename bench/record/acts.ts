import { randomBytes, randomUUID } from 'node:crypto';
import { canonicalEntry } from '@repere/ledger';
import pg from 'pg';
import { commitPayload, sha256 } from '../../apps/api/src/platform/record/commit-payload';

/** How many cases the writers work on, each in turn. */
export const CASES = 2_000;

/** One step completed in one case, in one transaction; gives the event's seq where there is one. */
export type WriteAct = (client: pg.PoolClient, index: number) => Promise<string | null>;

const id = (kind: number, index: number): string =>
  `${String(kind).repeat(8)}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const [TEAM, KEY] = [id(1, 0), id(2, 0)];
const caseOf = (index: number): string => id(3, index);
const runOf = (index: number): string => id(4, index);
const ALIASES = Array.from({ length: CASES }, () => randomBytes(16).toString('hex'));
const ACTOR = randomBytes(16).toString('hex');

/** Cases with a run, three steps and a deadline each; for the two other ways, what makes the ledger is taken away. */
export async function prepare(superuserUrl: string, mode: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  // What fails here has to end: a connection left open would keep the process waiting.
  try {
    await fillSpace(client, mode);
  } finally {
    await client.end();
  }
}

async function fillSpace(client: pg.Client, mode: string): Promise<void> {
  await client.query(`SET session_replication_role = replica; BEGIN`);
  await client.query(`INSERT INTO team (id, name, territory) VALUES ($1, 'Bench', '93')`, [TEAM]);
  await client.query(
    `INSERT INTO data_key (id, purpose, wrapped, kek_id) VALUES ($1, 'space', '\\x00', 'k')`,
    [KEY],
  );
  await client.query(
    `INSERT INTO protocol_version (name, version, hash, document, published_at, published_by) VALUES ('p', '1', 'h', '{}', now(), 'system:x')`,
  );
  for (let index = 0; index < CASES; index++) {
    await client.query(
      `INSERT INTO case_file (id, reference, team_id, territory, opened_at, opened_by, changed_at, data_key_id, child)
       VALUES ($1, $1::uuid::text, $2, '93', now(), 'x', now(), $3, 'x')`,
      [caseOf(index), TEAM, KEY],
    );
    await client.query(
      `INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at) VALUES ($1, $2, $3, 'p', '1', 'h', now())`,
      [runOf(index), caseOf(index), TEAM],
    );
    await client.query(
      `INSERT INTO step_state (run_id, step, protocol, case_file_id, team_id, state) SELECT $1, s, 'p', $2, $3, 'ready' FROM unnest(ARRAY['a','b','c']) s`,
      [runOf(index), caseOf(index), TEAM],
    );
    await client.query(
      `INSERT INTO deadline (run_id, step, of, protocol, case_file_id, team_id, origin, owner) VALUES ($1, 'a', 'step', 'p', $2, $3, 'TOOL', 'ours')`,
      [runOf(index), caseOf(index), TEAM],
    );
    await client.query(`INSERT INTO alias (kind, subject, alias) VALUES ('case', $1, $2)`, [
      caseOf(index),
      ALIASES[index],
    ]);
  }
  await client.query('COMMIT');
  if (mode !== 'with the ledger') await client.query(WITHOUT_LEDGER);
  if (mode === 'with a chain')
    await client.query(`CREATE TABLE chain (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL, hash bytea NOT NULL);
      INSERT INTO chain (entry, hash) VALUES ('', sha256('')); GRANT SELECT, INSERT ON chain TO repere_space`);
  await client.query('VACUUM ANALYZE');
}

const WITHOUT_LEDGER = `
  DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT tgrelid::regclass AS name FROM pg_trigger WHERE tgname = 'recorded' LOOP
      EXECUTE format('DROP TRIGGER recorded ON %s', t.name);
    END LOOP;
  END $$`;

export const unaudited: WriteAct = (client, index) => actOn(client, index, async () => null);

export const recorded: WriteAct = (client, index) =>
  actOn(client, index, async () => {
    const { text } = entryOf(index);
    await client.query({
      name: 'alias',
      text: `SELECT alias FROM alias WHERE kind = 'case' AND subject = $1`,
      values: [caseOf(index)],
    });
    const { rows } = await client.query<{ seq: string }>({
      name: 'event',
      text: `WITH event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq)
             INSERT INTO ledger_queue (seq) SELECT seq FROM event RETURNING seq`,
      values: [text],
    });
    return rows[0]?.seq ?? null;
  });

/** Each row holds the hash over the one before: who writes next must wait until this one is committed. */
export const chained: WriteAct = (client, index) =>
  actOn(client, index, async () => {
    const { text } = entryOf(index);
    await client.query('SELECT pg_advisory_xact_lock(1)');
    const { rows } = await client.query<{ hash: Buffer }>({
      name: 'last',
      text: 'SELECT hash FROM chain ORDER BY n DESC LIMIT 1',
    });
    const hash = sha256(Buffer.concat([rows[0]?.hash ?? Buffer.alloc(0), Buffer.from(text)]));
    await client.query({
      name: 'link',
      text: 'INSERT INTO chain (entry, hash) VALUES ($1, $2)',
      values: [text, hash],
    });
    return null;
  });

/** The entry that goes with the act, its commitment made as the API makes it. */
function entryOf(index: number): { readonly text: string } {
  const { commitment } = commitPayload({
    id: randomUUID(),
    seq: index,
    kind: 'step-completed',
    runId: runOf(index),
    step: 'a',
    'values/danger': 'grave',
    'values/place': 'yes',
    enteredBy: ACTOR,
  });
  const made = canonicalEntry({
    v: '1',
    id: randomUUID(),
    time: new Date().toISOString(),
    type: 'journal.step-completed',
    outcome: 'done',
    purpose: 'care',
    actor: ACTOR,
    stream: ALIASES[index] ?? '',
    commitment: commitment.root,
    correlation: randomUUID(),
  });
  if (!made.ok) throw new Error('no entry');
  return made;
}

/** The act itself: the case locked, an entry appended, projections written. `record` gives the event's seq. */
async function actOn(
  client: pg.PoolClient,
  index: number,
  record: () => Promise<string | null>,
): Promise<string | null> {
  const query = (name: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> =>
    client.query({ name, text, values });
  await client.query('BEGIN');
  await query('context', `SELECT set_config('app.ctx', $1, true)`, [CONTEXT]);
  const { rows } = await query('lock', `SELECT seq FROM case_file WHERE id = $1 FOR UPDATE`, [caseOf(index)]);
  const next = Number(rows[0]?.seq ?? 0) + 1;
  // As late as the API does it: nothing is locked longer for it than it must.
  const seq = await record();
  await query('entry', ENTRY, [
    caseOf(index),
    next,
    randomUUID(),
    runOf(index),
    KEY,
    randomBytes(700),
    randomBytes(32),
    seq ?? 0,
  ]);
  await query('case', `UPDATE case_file SET seq = $2, changed_at = now() WHERE id = $1`, [
    caseOf(index),
    next,
  ]);
  await query(
    'step',
    `UPDATE step_state SET state = CASE state WHEN 'ready' THEN 'done' ELSE 'ready' END WHERE run_id = $1 AND step IN ('a','b')`,
    [runOf(index)],
  );
  await query('due', `UPDATE deadline SET due_at = now() WHERE run_id = $1`, [runOf(index)]);
  await client.query('COMMIT');
  return seq;
}

const CONTEXT = JSON.stringify({
  account: null,
  system: 'system:seed',
  roles: [],
  teams: [],
  reads: false,
  writes: true,
});

const ENTRY = `
  INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision, recorded_at,
                             entered_by, key_id, payload, commitment, ledger_seq)
  VALUES ($1, $2, $3, 'step-completed', $4, 'a', now(), now(), 'minute', now(), 'somebody', $5, $6, $7, $8)`;
