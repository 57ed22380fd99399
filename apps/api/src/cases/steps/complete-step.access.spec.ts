import { randomUUID } from 'node:crypto';
import { closeMission, signInAuditor } from '../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { StepPageDto } from './steps.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

const NOTHING_RECENT = { values: { peril_seen: 'no', bitten: 'no' } } as const;

describe('who may read and complete a step', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    file = await worker.opened();
  });
  afterAll(() => service.stop());

  const pathOf = (id = file.id, run = file.state.runs[0]?.runId ?? '', step = 'arrive'): string =>
    `/case-files/${id}/runs/${run}/steps/${step}`;
  const tries = async ({ client }: SignedInClient, path = pathOf()): Promise<readonly [number, number]> => {
    const read = await client.get(path);
    const done = await client.post<ProblemDto>(`${path}/complete`, NOTHING_RECENT, {
      'Idempotency-Key': randomUUID(),
      'If-Match': `"${String(file.state.seq)}"`,
    });
    return [read.status, done.status];
  };

  it('another team finds nothing: a foreign case, a missing one and a malformed id look alike', async () => {
    const { client } = await service.signIn({ roles: ['caseworker', 'supervisor'], teams: ['South'] });
    const answers = await Promise.all(
      [pathOf(), pathOf(randomUUID(), randomUUID()), pathOf('not-an-id'), pathOf('../..')].flatMap((path) => [
        client.get<ProblemDto>(path),
        client.post<ProblemDto>(`${path}/complete`, NOTHING_RECENT, {
          'Idempotency-Key': randomUUID(),
          'If-Match': '"1"',
        }),
      ]),
    );
    const bodies = answers.map(({ status, body: { correlation: _, ...body } }) => ({ status, body }));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]?.status).toBe(404);
  });

  it('takes as long for a foreign case as for a missing one', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const took = async (id: string): Promise<number> => {
      const start = performance.now();
      await client.get(`/case-files/${id}`);
      return performance.now() - start;
    };
    // In turns, so that a machine that is busy for a while is busy for both.
    const times: { readonly foreign: number; readonly missing: number }[] = [];
    for (let i = 0; i < 15; i++)
      times.push({ foreign: await took(file.id), missing: await took(randomUUID()) });
    const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[7] ?? 0;
    const ratio = median(times.map((it) => it.foreign)) / median(times.map((it) => it.missing));
    expect(ratio).toBeGreaterThan(0.33);
    expect(ratio).toBeLessThan(3);
  });

  it('a missing run or step of one’s own case is not found either', async () => {
    for (const path of [
      pathOf(file.id, randomUUID()),
      pathOf(file.id, 'x'),
      pathOf(file.id, undefined, 'nowhere'),
    ])
      expect((await worker.http.get(path)).status).toBe(404);
  });

  it('nobody without a session; no administrator, trainer or protocol editor, whatever their team', async () => {
    expect((await service.client().get(pathOf())).status).toBe(401);
    for (const role of ['administrator', 'trainer', 'protocol-editor'] as const)
      expect(await tries(await service.signIn({ roles: [role], teams: ['North'] }))).toEqual([404, 404]);
  });

  it('an auditor reads in an open mission, and is told that writing is not theirs; of the team alone, finds nothing', async () => {
    expect(await tries(await service.signIn({ roles: ['auditor'], teams: ['North'] }))).toEqual([404, 404]);
    const auditor = await signInAuditor(service, file.id);
    expect(await tries(auditor)).toEqual([200, 403]);
    await closeMission(service, auditor.missionId);
    expect(await tries(auditor)).toEqual([404, 404]);
  });

  it('an assessor finds it once assigned, and no longer after', async () => {
    const assessor = await service.signIn({ roles: ['assessor'], teams: ['North'] });
    expect(await tries(assessor)).toEqual([404, 404]);
    await worker.sendAct(file.id, `assignments/${assessor.id}`, undefined, { method: 'put' });
    expect((await tries(assessor))[0]).toBe(200);
    const key = { 'Idempotency-Key': randomUUID() };
    expect((await worker.http.delete(`/case-files/${file.id}/assignments/${assessor.id}`, key)).status).toBe(
      204,
    );
    expect(await tries(assessor)).toEqual([404, 404]);
  });

  it('a colleague of the team may; a supervisor reads, but the step is not theirs to enter, and the reason says so', async () => {
    expect(await tries(await service.signIn({ roles: ['caseworker'], teams: ['North'] }))).toEqual([
      200, 200,
    ]);
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const { id } = await worker.opened();
    const { status, body } = await new CaseClient(supervisor.client).refused(
      id,
      'welcome',
      'arrive',
      NOTHING_RECENT,
    );
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'not-yours-to-enter']);
  });

  it('the page offers nothing that would be refused: to whoever may not enter the step it says so before they type', async () => {
    const { id, state } = await worker.opened();
    const path = pathOf(id, state.runs[0]?.runId ?? '');
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const offered = async (): Promise<unknown[]> =>
      Promise.all(
        [worker.http, supervisor.client].map(async (client) => {
          const { complete, amend, waive } = (await client.get<StepPageDto>(path)).body.may;
          return { complete, amend, waive };
        }),
      );
    const none = { complete: false, amend: false, waive: false };
    expect(await offered()).toEqual([{ ...none, complete: true }, none]);
    await worker.complete(id, 'welcome', 'arrive', NOTHING_RECENT);
    expect(await offered()).toMatchObject([{ amend: true }, none]);
  });

  it('the record says who looked, who did and who was refused', async () => {
    const { id, state } = await worker.opened();
    const run = state.runs[0]?.runId ?? '';
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await worker.http.get(pathOf(id, run));
    await worker.complete(id, 'welcome', 'arrive', NOTHING_RECENT);
    await stranger.client.get(pathOf(id, run));
    const events = await service.query<{ type: string; outcome: string; mine: boolean }>(
      `SELECT e.entry::json ->> 'type' AS type, e.entry::json ->> 'outcome' AS outcome,
              e.entry::json ->> 'actor' <> (SELECT alias FROM alias WHERE kind = 'account' AND subject = $2) AS mine
         FROM ledger_event e WHERE e.entry::json ->> 'stream' = (SELECT alias FROM alias WHERE kind = 'case' AND subject = $1)
        ORDER BY e.seq`,
      [id, stranger.id],
    );
    expect(events).toEqual([
      { type: 'journal.facts-recorded', outcome: 'done', mine: true },
      { type: 'journal.run-opened', outcome: 'done', mine: true },
      { type: 'step.read', outcome: 'done', mine: true },
      { type: 'case-file.read', outcome: 'done', mine: true },
      { type: 'journal.step-completed', outcome: 'done', mine: true },
      { type: 'step.read', outcome: 'refused', mine: false },
    ]);
  });
});
