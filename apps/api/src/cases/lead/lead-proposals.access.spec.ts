import { randomUUID } from 'node:crypto';
import type { Page } from '../../platform/answers/page';
import type { ProblemDto } from '../../platform/answers/openapi';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseFileDto } from '../page/case-file.dto';
import { CaseClient } from '../testing/case-client';
import type { WorkItemDto } from '../worklist/worklist.dto';
import { LeadClient } from './testing/lead-client';

describe('the lead of a case', () => {
  let service: TestService;
  let lead: SignedInClient;
  let mate: SignedInClient;
  let stranger: SignedInClient;
  let supervisor: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    mate = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Mona' });
    stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await new CaseClient(lead.client).opened({
      child: { familyName: 'Estrélla', calledName: 'Inès', phones: ['06 99 88 77 11'] },
      urgentDangerSeen: 'yes',
    });
  });

  const as = (who: SignedInClient) => new LeadClient(who, file.id);
  const codes = ({ status, body }: { readonly status: number; readonly body: ProblemDto }) => [
    status,
    ...(body.reasons ?? []).map(({ code }) => code),
  ];
  const reads = async (who: SignedInClient) => (await who.client.get(`/case-files/${file.id}`)).status;
  const tasks = async (who: SignedInClient): Promise<readonly WorkItemDto[]> => {
    const { body } = await who.client.get<Page<WorkItemDto>>('/worklist');
    return body.items.filter((it) => it.caseFileId === file.id && it.kind === 'lead');
  };
  const proposed = async (to: SignedInClient, by = lead): Promise<string> => {
    const { status } = await as(by).proposeLead(to.id);
    expect(status).toBe(204);
    return (await as(by).standing()).id;
  };
  /** As if it had been proposed four days before. */
  const runOut = () =>
    service.asSeed(async ({ manager }) => {
      await manager.query(
        `UPDATE lead_proposal SET at = at - interval '14 days', until_at = now() - interval '1 hour' WHERE case_file_id = $1`,
        [file.id],
      );
      await manager.query(
        `UPDATE assignment SET since = since - interval '14 days', until_at = now() - interval '1 hour'
          WHERE case_file_id = $1 AND relation = 'second-opinion'`,
        [file.id],
      );
    });

  it('stays with who has it until the person asked accepts; then it is theirs, and the chronology says so', async () => {
    const before = Date.now();
    const id = await proposed(mate);
    const { lead: stillLeads, proposal } = await as(mate).readLead();
    expect(stillLeads).toBe('Léa');
    expect(proposal).toMatchObject({
      ...{ id, state: 'open', to: 'Mona', by: 'Léa', words: 'Il connaît la famille.' },
      ...{ mayAnswer: true, mayClose: false, refusal: null },
    });
    // Two working days are two days at least, and a week with every holiday.
    const days = (Date.parse(proposal?.until ?? '') - before) / 86_400_000;
    expect(days > 2 && days < 8).toBe(true);
    expect(await as(lead).standing()).toMatchObject({ mayAnswer: false, mayClose: true });
    expect(await tasks(mate)).toMatchObject([{ title: { en: 'Say whether you take this case over' } }]);
    expect(await tasks(lead)).toEqual([]);
    expect((await as(mate).acceptLead(id)).status).toBe(204);
    expect(await as(lead).readLead()).toEqual({ lead: 'Mona', proposal: null });
    expect(await tasks(mate)).toEqual([]);
    const { body } = await lead.client.get<Page<{ title: unknown; note: string; by: string }>>(
      `/case-files/${file.id}/journal`,
    );
    expect(body.items[0]).toMatchObject({ title: { en: 'New lead' }, note: 'Mona', by: 'Mona' });
    const rows = await service.query(`SELECT DISTINCT lead_id FROM deadline WHERE case_file_id = $1`, [
      file.id,
    ]);
    expect(rows).toEqual([{ lead_id: mate.id }]);
  });

  it('is answered by who is asked, and by nobody else; proposed by who leads or supervises, and by nobody else', async () => {
    expect((await as(mate).proposeLead(mate.id)).status).toBe(403);
    expect((await as(stranger).proposeLead(stranger.id, { seq: 1 })).status).toBe(404);
    const id = await proposed(mate, supervisor);
    for (const who of [lead, supervisor]) {
      expect(codes(await as(who).acceptLead(id))).toEqual([422, 'not-asked']);
      expect(codes(await as(who).refuseLead(id))).toEqual([422, 'not-asked']);
    }
    expect((await as(stranger).acceptLead(id)).status).toBe(404);
    expect((await as(mate).acceptLead(randomUUID())).status).toBe(404);
    expect((await as(mate).acceptLead('x')).status).toBe(404);
    expect((await as(mate).closeProposal(id)).status).toBe(403);
    const other = await new CaseClient(lead.client).opened();
    expect((await new LeadClient(mate, other.id).acceptLead(id)).status).toBe(404);
    expect((await as(lead).readLead()).lead).toBe('Léa');
    expect((await as(mate).acceptLead(id)).status).toBe(204);
  });

  it('goes to another team: who is asked sees enough to decide, without names and places, and all of it as the lead', async () => {
    expect(await reads(stranger)).toBe(404);
    const words = 'Inès Estrélla, 06 99 88 77 11, parle sa langue.';
    expect((await as(lead).proposeLead(stranger.id, { words })).status).toBe(204);
    const shown = await new CaseClient(stranger.client).readCase(file.id);
    expect(JSON.stringify(shown)).not.toMatch(/Estr|Inès|06 99/);
    expect(shown.child).toMatchObject({ redacted: true });
    expect(shown.leadProposal).toMatchObject({ mayAnswer: true, to: 'Ousmane', teams: 'South' });
    expect(shown.leadProposal?.words).toContain('parle sa langue');
    expect(await tasks(stranger)).toHaveLength(1);
    const steps = await new CaseClient(stranger.client).sendAct(file.id, 'notes', { note: 'x' });
    expect(steps.status).toBe(403);
    const { id } = await as(lead).standing();
    expect((await as(stranger).acceptLead(id)).status).toBe(204);
    const led = await new CaseClient(stranger.client).readCase(file.id);
    expect(led).toMatchObject({
      child: { familyName: 'Estrélla' },
      lead: { name: 'Ousmane' },
      leadProposal: null,
    });
    expect(led.may).toMatchObject({ write: true, assign: true });
    const { body } = await stranger.client.get<Page<WorkItemDto>>('/worklist');
    expect(body.items.some((it) => it.caseFileId === file.id && it.kind === 'step')).toBe(true);
    // The team of the case reads it on, and its supervisor answers for it.
    expect(await reads(lead)).toBe(200);
    const back = await as(stranger).proposeLead(lead.id);
    expect(back.status).toBe(204);
    expect((await as(lead).acceptLead((await as(lead).standing()).id)).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
  });

  it.each([
    ['refused', (id: string) => as(stranger).refuseLead(id, { refusal: 'other', words: 'Je pars.' })],
    ['taken back', (id: string) => as(lead).closeProposal(id)],
    ['replaced by another', () => as(lead).proposeLead(mate.id)],
  ])(
    'is lent to another team only to decide: once it is %s, the case is not there for them',
    async (_, end) => {
      const id = await proposed(stranger);
      expect(await reads(stranger)).toBe(200);
      expect((await end(id)).status).toBe(204);
      expect(await reads(stranger)).toBe(404);
      expect((await as(stranger).acceptLead(id)).status).toBe(404);
      expect((await as(lead).readLead()).lead).toBe('Léa');
    },
  );

  it('leaves an opinion that was asked for before as it is', async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const asked = await new CaseClient(lead.client).sendAct(file.id, 'second-opinions', {
      ...{ accountId: stranger.id, until, question: 'Votre avis ?' },
    });
    expect(asked.status).toBe(200);
    const id = await proposed(stranger);
    expect((await as(stranger).refuseLead(id)).status).toBe(204);
    expect(await reads(stranger)).toBe(200);
  });

  it('tells a refusal with its reason to who leads on, until they have read it', async () => {
    const id = await proposed(mate);
    expect(codes(await as(mate).refuseLead(id, { refusal: 'other' }))).toEqual([400, 'invalid-value']);
    expect((await as(mate).refuseLead(id, { refusal: 'no-such' })).status).toBe(400);
    expect((await as(mate).refuseLead(id, { refusal: 'other', words: 'Je la connais.' })).status).toBe(204);
    expect(codes(await as(mate).acceptLead(id))).toEqual([422, 'answered-already']);
    expect(await as(lead).standing()).toMatchObject({
      ...{ state: 'refused', refusal: 'other', answer: 'Je la connais.', mayAnswer: false },
    });
    expect(await tasks(lead)).toMatchObject([{ title: { en: 'Mona does not take this case over' } }]);
    expect(await tasks(mate)).toEqual([]);
    expect((await as(lead).closeProposal(id)).status).toBe(204);
    expect(await tasks(lead)).toEqual([]);
    expect((await as(lead).readLead()).proposal).toBeNull();
    expect(codes(await as(lead).closeProposal(id))).toEqual([422, 'closed-already']);
  });

  it('stays where it is when nobody answers in time, and its supervisor is told', async () => {
    const id = await proposed(stranger);
    expect(await tasks(supervisor)).toEqual([]);
    await runOut();
    expect(await reads(stranger)).toBe(404);
    expect(await as(lead).standing()).toMatchObject({ id, state: 'silent', to: 'Ousmane' });
    for (const who of [lead, supervisor])
      expect(await tasks(who)).toMatchObject([
        { title: { en: 'Propose the case to somebody else: Ousmane has not answered' }, origin: 'TOOL' },
      ]);
    expect((await as(lead).readLead()).lead).toBe('Léa');
    const next = await proposed(mate);
    await runOut();
    expect(codes(await as(mate).acceptLead(next))).toEqual([422, 'too-late']);
    expect((await as(supervisor).closeProposal(next)).status).toBe(204);
    expect(await tasks(supervisor)).toEqual([]);
  });

  it('is given once, of twelve yeses at once; one that was sent again is the same', async () => {
    const id = await proposed(mate);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => as(mate).acceptLead(id)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.every(({ status }) => [204, 422].includes(status))).toBe(true);
    const rows = await service.query(
      `SELECT 1 FROM journal_entry WHERE case_file_id = $1 AND kind = 'note-added'`,
      [file.id],
    );
    expect(rows).toHaveLength(1);
    const again = await proposed(lead, mate);
    expect((await as(lead).acceptLead(again, key)).status).toBe(204);
    expect((await as(lead).acceptLead(again, key)).status).toBe(204);
  });

  it('is asked of one person at a time, of twelve proposals at once', async () => {
    const { seq } = (await new CaseClient(lead.client).readCase(file.id)).state;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => as(lead).proposeLead(n % 2 ? mate.id : supervisor.id, { seq })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 204));
    const rows = await service.query<{ outcome: string | null; n: number }>(
      `SELECT outcome, count(*)::int AS n FROM lead_proposal WHERE case_file_id = $1 GROUP BY outcome ORDER BY 1`,
      [file.id],
    );
    expect(rows).toEqual([
      { outcome: 'replaced', n: 11 },
      { outcome: null, n: 1 },
    ]);
  });

  it('is proposed to nobody who could not lead it, nor by what is stale', async () => {
    const { seq } = (await new CaseClient(lead.client).readCase(file.id)).state;
    const auditor = await service.hire({ roles: ['auditor'], teams: ['North'] });
    const closed = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [closed.id]),
    );
    for (const id of [auditor.id, closed.id, randomUUID()])
      expect(codes(await as(lead).proposeLead(id))).toEqual([422, 'not-a-worker']);
    expect(codes(await as(lead).proposeLead(lead.id))).toEqual([422, 'same-lead']);
    const away = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const leave = { absentId: away.id, substituteId: mate.id, from: inDays(-1), until: inDays(3) };
    expect(
      (await supervisor.client.post('/substitutions', leave, { 'Idempotency-Key': randomUUID() })).status,
    ).toBeLessThan(300);
    expect(codes(await as(lead).proposeLead(away.id))).toEqual([422, 'away']);
    const recused = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect(
      (await new CaseClient(recused.client).sendAct(file.id, 'conflicts', { words: 'Ma nièce.' })).status,
    ).toBe(204);
    expect(codes(await as(lead).proposeLead(recused.id))).toEqual([422, 'conflict']);
    for (const until of [inDays(-1), inDays(15)])
      expect((await as(lead).proposeLead(mate.id, { until })).status).toBe(400);
    for (const words of ['', '\u202E', 'x'.repeat(2_001), {}, undefined])
      expect((await as(lead).proposeLead(mate.id, { words })).status).toBe(400);
    const id = await proposed(mate);
    expect((await as(mate).acceptLead(id)).status).toBe(204);
    expect((await as(supervisor).proposeLead(lead.id, { seq })).status).toBe(412);
  });

  it('is not taken by somebody who declared a conflict since, nor by one who is on leave', async () => {
    const asked = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const id = await proposed(asked);
    const leave = {
      ...{ absentId: asked.id, substituteId: mate.id },
      ...{
        from: new Date(Date.now() - 1_000).toISOString(),
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
    };
    await supervisor.client.post('/substitutions', leave, { 'Idempotency-Key': randomUUID() });
    expect(codes(await as(asked).acceptLead(id))).toEqual([422, 'away']);
    expect(codes(await as(mate).acceptLead(id))).toEqual([422, 'not-asked']);
    await new CaseClient(asked.client).sendAct(file.id, 'conflicts', { words: 'Ma nièce.' });
    expect((await as(asked).acceptLead(id)).status).toBe(404);
    expect((await as(lead).readLead()).lead).toBe('Léa');
  });

  describe('named at once', () => {
    const seqNow = async () => (await new CaseClient(supervisor.client).readCase(file.id)).state.seq;

    it('is a supervisor’s, with a reason that holds, and ends what was proposed', async () => {
      const id = await proposed(stranger);
      expect(codes(await as(lead).nameAtOnce(mate.id, {}, await seqNow()))).toEqual([422, 'not-supervisor']);
      expect((await as(mate).nameAtOnce(mate.id, {}, await seqNow())).status).toBe(403);
      for (const reason of ['gone', 'away', 'conflict'])
        expect(codes(await as(supervisor).nameAtOnce(mate.id, { reason }, await seqNow()))).toEqual([
          422,
          'reason-not-so',
        ]);
      for (const change of [{ reason: 'x' }, { words: '' }, { words: undefined }])
        expect((await as(supervisor).nameAtOnce(mate.id, change, await seqNow())).status).toBe(400);
      expect(codes(await as(supervisor).nameAtOnce(stranger.id, {}, await seqNow()))).toEqual([
        422,
        'not-in-team',
      ]);
      expect((await as(supervisor).nameAtOnce(mate.id, {}, await seqNow())).status).toBe(200);
      expect(await as(lead).readLead()).toEqual({ lead: 'Mona', proposal: null });
      expect(await reads(stranger)).toBe(404);
      expect((await as(stranger).acceptLead(id)).status).toBe(404);
      const { body } = await lead.client.get<Page<{ title: unknown; note: string; by: string }>>(
        `/case-files/${file.id}/journal`,
      );
      expect(body.items[0]).toMatchObject({
        title: { en: 'New lead, named without waiting for their word' },
        note: 'Mona\nCette nuit.',
        by: 'Sacha',
      });
    });

    it('takes the place of one who is gone', async () => {
      const goes = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      file = await new CaseClient(goes.client).opened();
      await service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [goes.id]),
      );
      const named = await as(supervisor).nameAtOnce(mate.id, { reason: 'gone' }, await seqNow());
      expect(named.status).toBe(200);
    });
  });

  it('of a restricted case goes to nobody outside its circle', async () => {
    const circle = { circle: [lead.id, supervisor.id], reason: 'other', words: 'x' };
    expect(
      (
        await supervisor.client.put(`/case-files/${file.id}/restriction`, circle, {
          'Idempotency-Key': randomUUID(),
        })
      ).status,
    ).toBe(204);
    for (const who of [lead, supervisor])
      expect(codes(await as(who).proposeLead(mate.id))).toEqual([422, 'outside-the-circle']);
    const id = await proposed(supervisor);
    expect((await as(supervisor).acceptLead(id)).status).toBe(204);
    expect((await as(lead).readLead()).lead).toBe('Sacha');
  });
});
