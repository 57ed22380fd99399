import { randomUUID } from 'node:crypto';
import { TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import type { CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { ApprovalItemDto } from '../approvals/approvals.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { StepPageDto } from './steps.dto';
import type { Page } from '../../platform/answers/page';

const SIGNS = {
  values: { frailties: {}, signs: {}, taught: 'yes' },
} as const;
const WORDS = { bestInterests: 'Être à l’abri.', childView: { said: '« d’accord »' } } as const;
const NO_SIGN = { values: { verdict: 'no_sign' }, reasons: ['nothing_seen'], ...WORDS } as const;
const POSSIBLE = { values: { verdict: 'possible' }, reasons: ['seen'], ...WORDS } as const;

describe('the second person', () => {
  let service: TestService;
  let worker: CaseClient;
  let supervisor: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
    supervisor = new CaseClient(
      (await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' })).client,
    );
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened();
    await worker.completed(file.id, 'welcome', 'watch', SIGNS);
  });

  const statusStep = async () => stepOf(await worker.readCase(file.id), 'welcome', 'judge');
  const decide = async (input: typeof NO_SIGN | typeof POSSIBLE): Promise<string> => {
    const done = await worker.completed(file.id, 'welcome', 'judge', input);
    return done.entryIds[0] ?? '';
  };
  const act = <T>(who: CaseClient, what: string, body: unknown) =>
    who.step<T>(file.id, 'welcome', 'judge', what, body);

  it('has before them what was seen or said, how old the child is and how grave it is, as whoever decides', async () => {
    const { id, state } = await worker.opened({ child: { birth: '2000~' } });
    await worker.completed(id, 'welcome', 'watch', {
      values: {
        frailties: { runaway: 'no' },
        signs: { debt: 'yes', phone: { answer: 'unknown' } },
        taught: 'yes',
      },
    });
    const seen = [{ title: { fr: 'Signes', en: 'Signs' }, items: [{ fr: 'Dette', en: 'Debt' }] }];
    const path = `/case-files/${id}/runs/${state.runs[0]?.runId ?? ''}/steps`;
    const deciding = (await worker.http.get<StepPageDto>(`${path}/judge`)).body;
    expect(deciding.signs).toEqual(seen);
    const sheet = (await worker.http.get<StepPageDto>(`${path}/watch`)).body;
    expect(sheet.signs).toBeUndefined();
    expect(sheet.fields.map(({ id: field, isOfSigns }) => [field, isOfSigns])).toEqual(
      expect.arrayContaining([
        ['frailties', true],
        ['signs', true],
        ['taught', undefined],
      ]),
    );
    const done = await worker.completed(id, 'welcome', 'judge', NO_SIGN);
    const { body } = await supervisor.http.get<Page<ApprovalItemDto>>('/approvals');
    expect(body.items.find(({ entryId }) => entryId === done.entryIds[0])).toMatchObject({
      age: { kind: 'past18', isEstimated: true },
      danger: null,
      signs: seen,
    });
  });

  it('agrees to what protects less before it counts', async () => {
    const entryId = await decide(NO_SIGN);
    expect((await statusStep()).state).toBe('awaiting-approval');
    const victimStatus = async () =>
      (await worker.readCase(file.id)).state.facts.find(({ fact }) => fact === 'verdict');
    expect(await victimStatus()).toBeUndefined();
    const { status, body } = await act(supervisor, 'approve', { entryId });
    expect([status, body]).toMatchObject([200, { state: 'done' }]);
    expect(await victimStatus()).toMatchObject({ value: 'no_sign' });
  });

  it('looks afterwards at what protects: it is in effect at once', async () => {
    const entryId = await decide(POSSIBLE);
    const { state } = await worker.readCase(file.id);
    expect(state.facts).toContainEqual(expect.objectContaining({ fact: 'verdict', value: 'possible' }));
    expect(state.runs.map(({ protocol }) => protocol)).toContain('refuge');
    expect((await statusStep()).state).toBe('done-to-approve');
    expect((await act(supervisor, 'approve', { entryId })).status).toBe(200);
    expect((await statusStep()).state).toBe('done');
  });

  it('finds it in the list with what was decided, by whom and on what, and what approving would change', async () => {
    const entryId = await decide(NO_SIGN);
    const { body } = await supervisor.http.get<Page<ApprovalItemDto>>('/approvals');
    const item = body.items.find((it) => it.entryId === entryId);
    expect(item).toMatchObject({
      caseFileId: file.id,
      step: 'judge',
      enteredBy: 'Camille',
      inEffect: false,
      mayNot: null,
      values: [{ shown: { fr: 'aucun signe' } }],
      reasons: [{ fr: 'rien vu ni entendu' }],
      bestInterests: 'Être à l’abri.',
      childView: { said: '« d’accord »' },
    });
    const { total = 0 } = body;
    await act(supervisor, 'approve', { entryId });
    const after = await supervisor.http.get<Page<ApprovalItemDto>>('/approvals');
    expect(after.body.total).toBe(total - 1);
    expect(after.body.items.filter((it) => it.caseFileId === file.id)).toEqual([]);
  });

  it('never is the first: one’s own act is shown with the reason, and refused by the engine', async () => {
    const both = new CaseClient(
      (await service.signIn({ roles: ['caseworker', 'supervisor'], teams: ['North'] })).client,
    );
    const done = await both.completed(file.id, 'welcome', 'judge', NO_SIGN);
    const entryId = done.entryIds[0] ?? '';
    const { body: list } = await both.http.get<Page<ApprovalItemDto>>('/approvals');
    expect(list.items.find((it) => it.entryId === entryId)?.mayNot?.fr).toMatch(/votre acte/);
    const { status, body } = await act<ProblemDto>(both, 'approve', { entryId });
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'own-approval']);
    expect((await statusStep()).state).toBe('awaiting-approval');
  });

  it('is refused by the database too, whatever the application thinks', async () => {
    const entryId = await decide(NO_SIGN);
    await act(supervisor, 'approve', { entryId });
    await service.asSuperuser(async (client) => {
      const copy = `INSERT INTO journal_entry SELECT (jsonb_populate_record(NULL::journal_entry,
          to_jsonb(j) || jsonb_build_object('id', gen_random_uuid(), 'seq', 1000, 'entered_by', j.target_entered_by))).*
        FROM journal_entry j WHERE j.kind = 'entry-approved' AND j.target_id = $1`;
      await expect(client.query(copy, [entryId])).rejects.toThrow(/four_eyes/);
    });
  });

  it('is a supervisor of the team: a caseworker is told so, another team finds nothing', async () => {
    const entryId = await decide(NO_SIGN);
    expect((await act<ProblemDto>(worker, 'approve', { entryId })).status).toBe(403);
    expect((await worker.http.get('/approvals')).status).toBe(403);
    const { client } = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await client.get<Page<ApprovalItemDto>>('/approvals')).body.items).toEqual([]);
    const run = file.state.runs[0]?.runId ?? '';
    const { status } = await client.post(
      `/case-files/${file.id}/runs/${run}/steps/judge/approve`,
      { entryId },
      { 'Idempotency-Key': randomUUID(), 'If-Match': '"99"' },
    );
    expect(status).toBe(404);
  });

  it('agrees to exactly one entry: not to another, nor twice', async () => {
    const entryId = await decide(NO_SIGN);
    expect((await act<ProblemDto>(supervisor, 'approve', { entryId: randomUUID() })).status).toBe(422);
    expect((await act(supervisor, 'approve', { entryId })).status).toBe(200);
    const again = await act<ProblemDto>(supervisor, 'approve', { entryId });
    expect([again.status, again.body.reasons?.[0]?.code]).toEqual([422, 'nothing-to-approve']);
  });

  it('sends back with a reason; what waited never takes effect, what was in effect is to be decided again', async () => {
    const entryId = await decide(POSSIBLE);
    const noReason = await act<ProblemDto>(supervisor, 'return', { entryId });
    expect([noReason.status, noReason.body.reasons?.[0]?.field]).toEqual([400, 'reason']);
    expect((await act(supervisor, 'return', { entryId, reason: 'Sur quels faits ?' })).status).toBe(200);
    expect((await statusStep()).state).toBe('ready');
    const { body } = await worker.http.get<Page<TimelineEntryDto>>(`/case-files/${file.id}/journal`);
    expect(body.items[0]).toMatchObject({ kind: 'entry-returned', by: 'Sacha', note: 'Sur quels faits ?' });
  });

  it('what was corrected is agreed to again, and what stood on it is to be confirmed', async () => {
    const { entryIds } = await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'no' },
    });
    const protectedFile = await worker.opened({ urgentDangerSeen: 'yes' });
    expect(protectedFile.next?.step).toBe('heal_first');
    const entryId = await decide(NO_SIGN);
    await act(supervisor, 'approve', { entryId });
    const amended = await worker.step(file.id, 'welcome', 'judge', 'amend', {
      entryId,
      values: { verdict: 'possible' },
      why: 'Le collège vient d’appeler',
    });
    expect(amended.status).toBe(200);
    expect((await statusStep()).toApprove).toBe(entryId);
    const run = file.state.runs[0]?.runId ?? '';
    const { body } = await worker.http.get<StepPageDto>(`/case-files/${file.id}/runs/${run}/steps/judge`);
    expect(body.entries.map(({ kind, note }) => [kind, note])).toEqual([
      ['entry-amended', 'Le collège vient d’appeler'],
      ['entry-approved', undefined],
      ['step-completed', undefined],
    ]);
    expect(body.entries.at(-1)?.amendedBy).toBe('Camille');
    expect(entryIds).toHaveLength(1);
  });
});
