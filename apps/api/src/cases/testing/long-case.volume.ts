import { readFileSync } from 'node:fs';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from './case-client';

/**
 * What a long case costs beside a short one, in CPU milliseconds of this process (the client that asks is in it as well) and of
 * PostgreSQL. Linux only. Not part of the tests: `node bench/volume.mjs long-case`, with `REPERE_ENTRIES` entries (default 3,000),
 * each asked `REPERE_REQUESTS` times (default 20).
 */
const ENTRIES = Number(process.env['REPERE_ENTRIES'] ?? 3_000);
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 20);
const SHORT = 40;
/** Of `/proc/<pid>/stat`. */
const TICK_MS = 10;

describe('a long case beside a short one', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  /** CPU milliseconds of every connection of the application until now. */
  async function databaseCpu(): Promise<number> {
    const pids = await service.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return pids.reduce((sum, { pid }) => {
      const fields =
        readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ') ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    }, 0);
  }

  it('costs so much', async () => {
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    const report: Record<string, unknown>[] = [];
    for (const entries of [SHORT, ENTRIES]) {
      const { id, runId } = await caseOf(worker, entries);
      for (const [what, ask] of [
        ['its page', () => worker.http.get(`/case-files/${id}`)],
        ['its journal', () => worker.http.get(`/case-files/${id}/journal`)],
        ['a step', () => worker.http.get(`/case-files/${id}/runs/${runId}/steps/signs`)],
        ['a note', () => note(worker, id)],
      ] as const) {
        for (let i = 0; i < 3; i++) expect((await ask()).status).toBeLessThan(300);
        const [database, own, began] = [await databaseCpu(), process.cpuUsage(), performance.now()];
        for (let i = 0; i < TIMES; i++) await ask();
        const took = performance.now() - began;
        const { user, system } = process.cpuUsage(own);
        const each = (ms: number): number => Number((ms / TIMES).toFixed(2));
        report.push({
          entries,
          what,
          'ms each': each(took),
          'API CPU ms': each((user + system) / 1000),
          'PostgreSQL CPU ms': each((await databaseCpu()) - database),
        });
      }
    }
    console.table(report);
  }, 1_800_000);
});

async function note(worker: CaseClient, id: string) {
  const { state } = await worker.readCase(id);
  return worker.sendAct(id, 'notes', { note: 'Appel' }, { seq: state.seq });
}

/** Looked at again and again: signs, facts, notes, through the same routes as ever. */
async function caseOf(worker: CaseClient, entries: number): Promise<{ id: string; runId: string }> {
  const file = await worker.opened({ urgentDangerSeen: 'yes' });
  let { seq } = file.state;
  const runId = file.state.runs.find(({ protocol }) => protocol === 'identification')?.runId ?? '';
  for (let turn = 0; seq < entries; turn++) {
    const answer = turn % 2 ? 'yes' : 'no';
    const act = (
      [
        [
          `runs/${runId}/steps/signs/complete`,
          {
            values: {
              warning_signs: { injuries: answer },
              vulnerabilities: {},
              trafficking_signs: {},
              trained: 'yes',
            },
          },
        ],
        ['facts', { values: { urgent_danger_seen: answer } }],
        ['notes', { note: `Appel ${String(turn)}` }],
      ] as const
    )[turn % 3];
    if (!act) throw new Error('no act');
    const [path, said] = act;
    const sent = await worker.sendAct(file.id, path, said, { seq });
    if (sent.status >= 300) throw new Error(JSON.stringify(sent.body));
    seq = sent.body.seq;
  }
  return { id: file.id, runId };
}
