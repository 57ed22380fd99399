import { randomUUID } from 'node:crypto';
import { TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import type { CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

const SIGNS = {
  values: { frailties: {}, signs: {}, taught: 'yes' },
} as const;

describe('correcting and waiving', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened();
  });

  it('a correction supersedes, with its reason; steps that stood on it are to be confirmed', async () => {
    const { entryIds } = await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'yes', bitten: 'yes' },
    });
    await worker.completed(file.id, 'refuge', 'heal_first', { values: { bitten: 'yes' } });
    await worker.completed(file.id, 'refuge', 'remedy', { values: { remedy_answer: 'accepted' } });
    const { status } = await worker.step(file.id, 'welcome', 'arrive', 'amend', {
      entryId: entryIds[0],
      values: { bitten: 'no' },
      why: 'J’avais coché la mauvaise ligne',
    });
    expect(status).toBe(200);
    const after = await worker.readCase(file.id);
    expect(stepOf(after, 'refuge', 'remedy').state).toBe('to-confirm');
    expect(after.explanations[`${stepRun(after, 'refuge')}/remedy`]?.summary.fr).toMatch(/confirmer/);
  });

  it('a correction needs its reason, an entry of this step, and something that was wrong', async () => {
    const { entryIds } = await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'no' },
    });
    const [entryId = ''] = entryIds;
    const amend = (body: object) => worker.step<ProblemDto>(file.id, 'welcome', 'arrive', 'amend', body);
    const noWhy = await amend({ entryId, values: { bitten: 'yes' } });
    expect([noWhy.status, noWhy.body.reasons?.[0]?.field]).toEqual([400, 'why']);
    expect((await amend({ entryId: randomUUID(), values: {}, why: 'x' })).status).toBe(404);
    const nothing = await amend({ entryId, values: {}, why: 'x' });
    expect([nothing.status, nothing.body.reasons?.[0]?.code]).toEqual([422, 'nothing-amended']);
    const future = await amend({ entryId, values: {}, why: 'x', occurredInstead: '2999' });
    expect(future.status).toBe(422);
  });

  it('a correction may be of a decision’s words and papers; who agrees reads it as it is now', async () => {
    await worker.completed(file.id, 'welcome', 'watch', SIGNS);
    const { entryIds } = await worker.completed(file.id, 'welcome', 'judge', {
      values: { verdict: 'possible' },
      reasons: ['seen'],
      bestInterests: 'Rester en lien',
      childView: { said: '« Je ne sais pas »' },
    });
    const [entryId = ''] = entryIds;
    const amend = (body: object) =>
      worker.step<ProblemDto>(file.id, 'welcome', 'judge', 'amend', {
        entryId,
        why: 'Mal noté',
        ...body,
      });
    const less = await amend({ values: { verdict: 'no_sign' } });
    expect([less.status, less.body.reasons?.[0]?.code]).toEqual([422, 'missing-reasons']);
    const both = await amend({ values: {}, childView: { said: 'oui', whyNot: 'absente' } });
    expect(both.status).toBe(400);
    const { status } = await amend({ values: {}, childView: { said: '« Je veux partir »' } });
    expect(status).toBe(200);
    const { body } = await worker.http.get<Page<TimelineEntryDto>>(`/case-files/${file.id}/journal`);
    expect(body.items.flatMap(({ childView }) => (childView ? [childView] : []))).toEqual([
      { said: '« Je veux partir »' },
      { said: '« Je ne sais pas »' },
    ]);
  });

  it('a waiver takes a reason of the closed list; what is never waived is refused', async () => {
    await worker.completed(file.id, 'welcome', 'watch', SIGNS);
    await worker.completed(file.id, 'welcome', 'sort', { values: { kin_exposed: 'no' } });
    const waive = (step: string, reason: string) =>
      worker.step<ProblemDto>(file.id, 'welcome', step, 'waive', {
        reason,
        note: 'Vu avec la brigade',
      });
    expect((await waive('note_traces', 'not_a_reason')).status).toBe(422);
    const { status } = await waive('note_traces', 'elsewhere');
    expect(status).toBe(200);
    const after = await worker.readCase(file.id);
    expect(stepOf(after, 'welcome', 'note_traces').state).toBe('waived');
    expect(after.state.deviations).toContainEqual(
      expect.objectContaining({ kind: 'waived', step: 'note_traces' }),
    );
    const never = await waive('arrive', 'no_object');
    expect([never.status, never.body.reasons?.[0]?.code]).toEqual([422, 'not-waivable']);
  });
});

const stepRun = (file: CaseFileDto, protocol: string): string =>
  file.state.runs.find((run) => run.protocol === protocol)?.runId ?? '';
