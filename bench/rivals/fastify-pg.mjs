// The floor: Fastify and pg, prepared statements, response schemas, nothing else. Port and database are in the environment; `FASTIFY`
// names the folder in which Fastify is installed, since it is no package of ours.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';

const fastify = createRequire(join(process.env.FASTIFY ?? '', 'package.json'))('fastify');
pg.types.setTypeParser(1082, (text) => text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify({ logger: false });

const CASE = 'id, seq, status, assignee, due_on, opened_on, title, last_act';
const SQL = {
  person: 'SELECT id, name FROM person WHERE token = $1',
  file: `SELECT ${CASE} FROM case_file WHERE id = $1`,
  steps:
    'SELECT step_no, step, status, due_on, waiting_for FROM step_state WHERE case_id = $1 ORDER BY step_no',
  worklist: `SELECT ${CASE} FROM case_file WHERE status = 'open' AND assignee = $1 AND (due_on, id) > ($2::date, $3::bigint)
              ORDER BY due_on, id LIMIT 50`,
  project: 'UPDATE case_file SET seq = seq + 1, last_act = $3 WHERE id = $1 AND seq = $2',
  journal: 'INSERT INTO journal_entry (case_id, seq, step, author, payload) VALUES ($1, $2, $3, $4, $5)',
  audit: 'INSERT INTO audit_entry (actor, act, case_id, detail) VALUES ($1, $2, $3, $4)',
};
const ask = (on, name, values) => on.query({ name, text: SQL[name], values });

const [text, integer] = [{ type: 'string' }, { type: 'integer' }];
const maybe = { type: ['string', 'null'] };
const file = {
  ...{ id: text, seq: integer, status: text, assignee: integer, due_on: text, opened_on: text },
  ...{ title: text, last_act: maybe },
};
const step = { step_no: integer, step: text, status: text, due_on: maybe, waiting_for: maybe };
const object = (properties) => ({ type: 'object', properties });
const list = (items) => ({ type: 'array', items: object(items) });
const answers = (schema) => ({ schema: { response: { 200: schema } } });

app.get('/session', answers(object({ id: integer, name: text })), async (request, reply) => {
  const { rows } = await ask(pool, 'person', [request.headers['x-token']]);
  return rows[0] ?? reply.code(404).send();
});
app.get('/cases/:id', answers(object({ ...file, steps: list(step) })), async (request, reply) => {
  const { id } = request.params;
  const [found, steps] = await Promise.all([ask(pool, 'file', [id]), ask(pool, 'steps', [id])]);
  return found.rows.length === 0 ? reply.code(404).send() : { ...found.rows[0], steps: steps.rows };
});
app.get('/worklist', answers(list(file)), async (request) => {
  const { assignee, due, id } = request.query;
  return (await ask(pool, 'worklist', [assignee, due, id])).rows;
});
app.post('/cases/:id/acts', async (request, reply) => {
  const { id } = request.params;
  const { seq, step: done, author, answer } = request.body;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await ask(client, 'project', [id, seq, done]);
    if (rowCount === 0) {
      await client.query('ROLLBACK');
      return reply.code(412).send();
    }
    await ask(client, 'journal', [id, seq + 1, done, author, { answer }]);
    await ask(client, 'audit', [author, 'complete-step', id, { step: done }]);
    await client.query('COMMIT');
    return reply.code(201).send({ id, seq: seq + 1 });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
