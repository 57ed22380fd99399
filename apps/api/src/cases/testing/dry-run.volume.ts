import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '@repere/case-engine';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { DraftClient, publish, workOff } from '../../protocols/testing/draft-client';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { JournalRepository } from '../journal/journal.repository';
import { CaseClient } from './case-client';
import { placeOfSealedEntry } from '../journal/journal.repository';
import type { DryRunDto } from '../moves/dry-runs.dto';

/**
 * A dry run over many open cases, and requests meanwhile. Not part of the tests, since it takes a minute:
 * `node bench/volume.mjs dry-run`, with `REPERE_CASES` cases (default 10,000).
 */
const CASES = Number(process.env['REPERE_CASES'] ?? 10_000);

describe(`a dry run over ${String(CASES)} open cases`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('leaves room for requests', async () => {
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['Big'] })).client);
    const supervisor = new CaseClient(
      (await service.signIn({ roles: ['supervisor'], teams: ['Big'] })).client,
    );
    const { id } = await worker.opened();
    for (let time = 0; time < 16; time++)
      await worker
        .completed(id, 'meeting', 'assess', { values: { danger: time % 2 ? 'grave' : 'mild' } })
        .catch(() => undefined);
    await worker.completed(id, 'meeting', 'find_place', { values: { place: 'yes' } });
    await worker.completed(id, 'meeting', 'talk', { values: { talked: 'yes' } });
    await multiply(service, id);
    const [author, second] = [
      new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client),
      new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client),
    ];
    const next = readFileSync(join(MOVING_PROTOCOLS, 'next-meeting.yaml'), 'utf8');
    await publish(service, { author, second }, { 'protocol.yaml': next });

    const before = await latency(supervisor, id, 40);
    const { body } = await author.http.post<DryRunDto>(
      '/protocol-dry-runs',
      { protocol: 'meeting', to: { version: '2.0.0' } },
      { 'Idempotency-Key': randomUUID() },
    );
    const began = performance.now();
    let isDone = false;
    const working = workOff(service).finally(() => (isDone = true));
    const during: number[] = [];
    while (!isDone) during.push(...(await latency(supervisor, id, 5)));
    await working;
    const seconds = (performance.now() - began) / 1000;
    const run = (await author.http.get<DryRunDto>(`/protocol-dry-runs/${body.id}`)).body;
    const timed = async (path: string): Promise<number> => {
      const start = performance.now();
      expect((await supervisor.http.get(`/protocol-dry-runs/${body.id}${path}`)).status).toBe(200);
      return Math.round(performance.now() - start);
    };
    const [entries] = await service.query<{ n: string }>(
      `SELECT count(*) / count(DISTINCT case_file_id) AS n FROM journal_entry`,
    );
    console.table({
      'cases tried': run.done,
      'entries a case': Number(entries?.n),
      seconds: Number(seconds.toFixed(1)),
      'cases a second': Math.round(run.done / seconds),
      'case page before, p50 ms': at(before, 0.5),
      'case page during, p50 ms': at(during, 0.5),
      'case page during, p95 ms': at(during, 0.95),
      'first page of cases, ms': await timed('/cases'),
      'download, ms': await timed('/download'),
    });
    expect([run.state, run.counts.changed]).toEqual(['done', run.total]);
  }, 900_000);
});

async function latency({ http }: CaseClient, id: string, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await http.get(`/case-files/${id}`);
    taken.push(performance.now() - start);
  }
  return taken;
}

const at = (taken: readonly number[], part: number): number =>
  Math.round([...taken].sort((a, b) => a - b)[Math.floor(taken.length * part)] ?? 0);

/** The same history under other ids, each sealed under a key of its own, past the application: it would take an hour. */
async function multiply(service: TestService, id: string): Promise<void> {
  const secrecy = service.app.get(Secrecy);
  const [{ keyId } = { keyId: '' }] = await service.query<{ keyId: string }>(
    `SELECT data_key_id AS "keyId" FROM case_file WHERE id = $1`,
    [id],
  );
  for (let made = 0; made < CASES; made += 200) {
    const rows = await service.asSeed(async () => {
      const journal = await service.app
        .get(JournalRepository)
        .readJournal(id, await secrecy.openDataKey(keyId));
      const cases = [];
      for (let copy = 0; copy < Math.min(200, CASES - made); copy++) {
        const key = await secrecy.createDataKey();
        cases.push({
          id: randomUUID(),
          runId: randomUUID(),
          keyId: key.id,
          entries: copyOf(journal, (entry, rest) => secrecy.seal(key, placeOfSealedEntry(entry), rest)),
        });
      }
      return cases;
    });
    await service.asSuperuser(async (db) => {
      await db.query(`SET session_replication_role = replica`);
      for (const { id: copy, runId, keyId: key, entries } of rows) {
        await db.query(
          `INSERT INTO case_file (id, reference, team_id, territory, opened_at, opened_by, seq, changed_at, data_key_id, child)
           SELECT $1::uuid, 'V-' || $1::uuid::text, team_id, territory, opened_at, opened_by, seq, changed_at, $2::uuid, child FROM case_file WHERE id = $3::uuid`,
          [copy, key, id],
        );
        await db.query(
          `INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at, ended, outcome)
           SELECT $1::uuid, $2::uuid, team_id, protocol, version, hash, opened_at, false, outcome FROM run WHERE case_file_id = $3::uuid`,
          [runId, copy, id],
        );
        await db.query(
          `INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision, recorded_at, entered_by, key_id, payload, commitment, ledger_seq)
           SELECT $1::uuid, j.seq, n.id, j.kind, CASE WHEN j.run_id IS NULL THEN NULL ELSE $2::uuid END, j.step, j.occurred_from, j.occurred_to, j.occurred_precision, j.recorded_at, j.entered_by, $3::uuid, decode(n.payload, 'base64'), j.commitment, j.ledger_seq
             FROM journal_entry j JOIN jsonb_to_recordset($4::jsonb) AS n (seq int, id uuid, payload text) ON n.seq = j.seq WHERE j.case_file_id = $5::uuid`,
          [copy, runId, key, JSON.stringify(entries(runId)), id],
        );
      }
    });
  }
}

function copyOf(journal: readonly JournalEntry[], seal: (entry: string, rest: unknown) => Buffer) {
  return (runId: string) =>
    journal.map(({ id: _id, seq, occurredAt: _at, recordedAt: _recorded, enteredBy: _by, ...rest }) => {
      const id = randomUUID();
      const entry = 'runId' in rest ? { ...rest, runId } : rest;
      return { seq, id, payload: seal(id, { entry, salts: {} }).toString('base64') };
    });
}
