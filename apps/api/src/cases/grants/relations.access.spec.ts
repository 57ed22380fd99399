import { randomUUID } from 'node:crypto';
import type { TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { HeldCasesOfAccount } from '../../access/accounts/administration/held-cases';
import { CaseClient, stepOf } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { CaseAccessDto } from './case-access.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ApprovalItemDto } from '../approvals/approvals.dto';
import type { Page } from '../../platform/answers/page';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

describe('relations of people to a case', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let stranger: SignedInClient;
  let cases: CaseClient;
  let file: CaseFileDto;

  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
    cases = new CaseClient(lead.client);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await cases.opened();
  });

  const send = <T = unknown>(
    { client }: Pick<SignedInClient, 'client'>,
    method: 'post' | 'put' | 'delete',
    path: string,
    body: unknown = {},
  ) => {
    const headers = { 'Idempotency-Key': randomUUID() };
    return method === 'delete' ? client.delete<T>(path, headers) : client[method]<T>(path, body, headers);
  };
  const search = async ({ client }: SignedInClient, text = ''): Promise<readonly string[]> => {
    const { body } = await client.post<Page<{ id: string }>>('/case-files/search', { scope: 'team', text });
    return body.items.map(({ id }) => id);
  };
  const of = (path: string, id = file.id): string => `/case-files/${id}/${path}`;
  const reads = async ({ client }: { readonly client: TestClient }, id = file.id): Promise<number> =>
    (await client.get(`/case-files/${id}`)).status;
  const north = async (): Promise<string> => {
    const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`);
    return team?.id ?? '';
  };
  const access = async ({ client }: SignedInClient): Promise<CaseAccessDto> =>
    (await client.get<CaseAccessDto>(of('access'))).body;

  describe('a substitute', () => {
    const plan = (by: SignedInClient, body: object) =>
      send<{ id: string } & ProblemDto>(by, 'post', '/substitutions', body);

    it('has the cases of whom they stand in for, from the start to the end, and no others', async () => {
      const other = await new CaseClient(
        (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client,
      ).opened();
      const leave = { absentId: lead.id, substituteId: stranger.id };
      expect(await reads(stranger)).toBe(404);
      const later = await plan(supervisor, { ...leave, from: inDays(1), until: inDays(8) });
      expect(later.status).toBe(201);
      expect(await reads(stranger)).toBe(404);
      const { status, body } = await plan(supervisor, { ...leave, from: inDays(-1), until: inDays(7) });
      expect(status).toBe(201);
      expect(await reads(stranger)).toBe(200);
      expect(await reads(stranger, other.id)).toBe(404);
      expect(
        (await new CaseClient(stranger.client).sendAct(file.id, 'notes', { note: 'Je remplace Léa.' }))
          .status,
      ).toBe(200);
      const listed = await stranger.client.get<Page<{ caseFileId: string }>>('/worklist');
      expect(listed.body.items.map((it) => it.caseFileId)).toContain(file.id);
      expect((await access(lead)).people).toContainEqual(
        expect.objectContaining({ name: 'Ousmane', relation: 'substitute', insteadOf: 'Léa' }),
      );
      expect((await access(lead)).lead).toMatchObject({ isAway: true });
      for (const id of [body.id, later.body.id])
        expect((await send(supervisor, 'delete', `/substitutions/${id}`)).status).toBe(204);
      expect(await reads(stranger)).toBe(404);
    });

    it('is named by a supervisor of the team, not by others, not for others', async () => {
      const body = { absentId: lead.id, substituteId: stranger.id, from: inDays(-1), until: inDays(7) };
      expect((await plan(lead, body)).status).toBe(403);
      const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
      expect((await plan(elsewhere, body)).status).toBe(404);
      expect((await plan(supervisor, { ...body, substituteId: lead.id })).status).toBe(422);
      const administrator = await service.hire({ roles: ['administrator'], teams: ['North'] });
      expect((await plan(supervisor, { ...body, substituteId: administrator.id })).status).toBe(422);
      expect((await plan(supervisor, { ...body, until: inDays(-2) })).status).toBe(400);
      expect((await plan(supervisor, { ...body, from: inDays(8) })).status).toBe(400);
    });

    it('of a supervisor who is a supervisor approves in their stead', async () => {
      const deputy = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
      expect(await reads(deputy)).toBe(404);
      const { body } = await plan(supervisor, {
        absentId: supervisor.id,
        substituteId: deputy.id,
        from: inDays(-1),
        until: inDays(1),
      });
      expect(await reads(deputy)).toBe(200);
      expect((await access(lead)).people).toContainEqual(
        expect.objectContaining({ id: deputy.id, relation: 'supervisor', insteadOf: 'Sacha' }),
      );
      // Who supervises for somebody on leave lends it to nobody.
      const turn = { teamId: await north(), accountId: stranger.id, from: inDays(-1), until: inDays(1) };
      expect((await send(deputy, 'post', '/duties', turn)).status).toBe(404);
      expect((await deputy.client.get<CaseAccessDto>(of('access'))).body.reader.acts).toContainEqual(
        expect.objectContaining({ act: 'approve', yes: true }),
      );
      await send(supervisor, 'delete', `/substitutions/${body.id}`);
    });
  });

  it('nobody names themselves for cover', async () => {
    const leave = { absentId: lead.id, substituteId: supervisor.id, from: inDays(-1), until: inDays(1) };
    const named = await send<ProblemDto>(supervisor, 'post', '/substitutions', leave);
    expect(named.body.reasons).toMatchObject([{ code: 'own-cover', field: 'substituteId' }]);
    const turn = { teamId: await north(), accountId: supervisor.id, from: inDays(-1), until: inDays(1) };
    const onDuty = await send<ProblemDto>(supervisor, 'post', '/duties', turn);
    expect(onDuty.body.reasons).toMatchObject([{ code: 'own-cover', field: 'accountId' }]);
  });

  it('a substitution lends the supervision of the planner’s teams only, and ends with the account', async () => {
    const absent = await service.signIn({ roles: ['supervisor'], teams: ['North', 'West'] });
    const deputy = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    const west = await service.signIn({ roles: ['caseworker'], teams: ['West'] });
    const theirs = await new CaseClient(west.client).opened();
    const leave = { absentId: absent.id, substituteId: deputy.id, from: inDays(-1), until: inDays(1) };
    expect((await send(supervisor, 'post', '/substitutions', leave)).status).toBe(201);
    expect(await reads(absent, theirs.id)).toBe(200);
    expect(await reads(deputy)).toBe(200);
    expect(await reads(deputy, theirs.id)).toBe(404);
    const disable = (at: string) =>
      service.asSeed(({ manager }) =>
        manager.query(`UPDATE account SET disabled_at = ${at} WHERE id = $1`, [absent.id]),
      );
    await disable('now()');
    expect(await reads(deputy)).toBe(404);
    await disable('NULL');
    expect(await reads(deputy)).toBe(200);
    // An account that changes teams is stood in for no more.
    await service.asSeed(() =>
      service.app.get(HeldCasesOfAccount).endHeldCases(absent.id, [], supervisor.id),
    );
    expect(await reads(deputy)).toBe(404);
  });

  it('whoever is on duty has the cases of the team, as long as the turn lasts', async () => {
    const turn = { teamId: await north(), accountId: stranger.id, from: inDays(-1), until: inDays(1) };
    expect((await send(lead, 'post', '/duties', turn)).status).toBe(403);
    const { status, body } = await send<{ id: string }>(supervisor, 'post', '/duties', turn);
    expect(status).toBe(201);
    expect(await reads(stranger)).toBe(200);
    expect(await search(stranger)).toContain(file.id);
    expect((await send(supervisor, 'delete', `/duties/${body.id}`)).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
  });

  it('whoever is asked for a second opinion reads without names and places, answers, and writes nothing else', async () => {
    const ask = (by: SignedInClient, until = inDays(7)) =>
      send(by, 'post', of('second-opinions'), { accountId: stranger.id, until, question: 'Un doute ?' });
    expect((await ask(stranger)).status).toBe(404);
    expect((await ask(lead, inDays(100))).status).toBe(400);
    expect((await ask(lead)).status).toBe(200);
    const { body } = await stranger.client.get<CaseFileDto>(`/case-files/${file.id}`);
    expect(body.child).toMatchObject({ redacted: true });
    expect(JSON.stringify(body)).not.toContain(
      typeof file.child === 'object' && 'calledName' in file.child ? file.child.calledName : '?',
    );
    expect((await send(stranger, 'post', of('opinions'), { opinion: 'Je partage ce doute.' })).status).toBe(
      200,
    );
    expect((await send(stranger, 'post', of('notes'), { note: 'non' })).status).toBe(403);
    expect(
      (
        await send(stranger, 'post', of('second-opinions'), {
          accountId: supervisor.id,
          until: inDays(1),
          question: 'x',
        })
      ).status,
    ).toBe(403);
    expect((await send(supervisor, 'delete', of(`grants/${stranger.id}/second-opinion`))).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
  });

  it('whoever is asked to approve one act approves that one', async () => {
    const WORDS = { bestInterests: 'Être à l’abri.', childView: { said: '« d’accord »' } } as const;
    await cases.completed(file.id, 'welcome', 'watch', {
      values: { frailties: {}, signs: {}, taught: 'yes' },
    });
    const done = await cases.completed(file.id, 'welcome', 'judge', {
      values: { verdict: 'no_sign' },
      reasons: ['nothing_seen'],
      ...WORDS,
    });
    const [entryId = ''] = done.entryIds;
    const other = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    const ask = (accountId: string, entry = entryId) =>
      send(supervisor, 'post', of('approvers'), { accountId, entryId: entry, until: inDays(2) });
    expect((await ask(lead.id)).status).toBe(422);
    expect((await ask(other.id, randomUUID())).status).toBe(422);
    const approve = () =>
      new CaseClient(other.client).step(file.id, 'welcome', 'judge', 'approve', { entryId });
    expect((await ask(other.id)).status).toBe(204);
    const list = await other.client.get<Page<ApprovalItemDto>>('/approvals');
    expect(list.body.items.map((it) => it.entryId)).toContain(entryId);
    expect((await approve()).status).toBe(200);
    // It is settled, and with it why they saw the case.
    expect(await reads(other)).toBe(404);
    expect(stepOf(await cases.readCase(file.id), 'welcome', 'judge').state).toBe('done');
  });

  describe('a restricted case', () => {
    const restrict = (circle: readonly string[], by: SignedInClient = supervisor) =>
      send<ProblemDto>(by, 'put', of('restriction'), {
        circle,
        reason: 'colleague',
        words: 'Famille d’une collègue.',
      });

    it('is there for its circle only, in lists and by address', async () => {
      const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      expect(await reads(colleague)).toBe(200);
      expect((await restrict([lead.id, supervisor.id])).status).toBe(204);
      expect(await reads(colleague)).toBe(404);
      expect(await reads(lead)).toBe(200);
      expect(await search(colleague, file.reference)).toEqual([]);
      expect((await access(lead)).restriction).toMatchObject({
        reason: 'colleague',
        words: 'Famille d’une collègue.',
      });
      // Who is named lead at once is of the circle at once.
      const { seq } = (await cases.readCase(file.id)).state;
      const atOnce = { accountId: colleague.id, reason: 'danger', words: 'Cette nuit.' };
      const named = await new CaseClient(supervisor.client).sendAct(file.id, 'lead', atOnce, {
        ...{ seq, method: 'put' },
      });
      expect(named.status).toBe(200);
      expect(await reads(colleague)).toBe(200);
      expect((await send(supervisor, 'delete', of('restriction'))).status).toBe(204);
      const another = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      expect(await reads(another)).toBe(200);
    });

    it('is widened by who may restrict it, not by its lead', async () => {
      const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      expect((await restrict([lead.id, supervisor.id])).status).toBe(204);
      const assign = (by: SignedInClient) => send<ProblemDto>(by, 'put', of(`assignments/${colleague.id}`));
      expect((await assign(lead)).body.reasons).toMatchObject([{ code: 'outside-circle' }]);
      const { seq } = (await cases.readCase(file.id)).state;
      const proposal = { accountId: colleague.id, words: 'x' };
      expect((await cases.sendAct(file.id, 'lead-proposals', proposal, { seq })).status).toBe(422);
      expect(await reads(colleague)).toBe(404);
      expect((await assign(supervisor)).status).toBe(204);
      expect(await reads(colleague)).toBe(200);
    });

    it('keeps its only supervisor, who cannot declare a conflict before another is in', async () => {
      const other = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
      const declare = () =>
        send<ProblemDto>(supervisor, 'post', of('conflicts'), { words: 'C’est ma voisine.' });
      expect((await restrict([lead.id, supervisor.id])).status).toBe(204);
      const { status, body } = await declare();
      expect([status, body.reasons?.map(({ code }) => code)]).toEqual([422, ['only-supervisor']]);
      expect((await restrict([lead.id, supervisor.id, other.id])).status).toBe(204);
      expect((await declare()).status).toBe(204);
      expect(await reads(supervisor)).toBe(404);
    });

    it('keeps its lead and a supervisor in the circle, and nobody who has no relation to it', async () => {
      const codes = async (circle: readonly string[]) =>
        (await restrict(circle)).body.reasons?.map(({ code }) => code);
      expect(await codes([supervisor.id])).toEqual(['lead-outside']);
      expect(await codes([lead.id])).toEqual(['no-supervisor']);
      expect(await codes([lead.id, supervisor.id, stranger.id])).toEqual(['no-relation']);
      expect(await codes([lead.id, supervisor.id, randomUUID()])).toEqual(['no-relation']);
      expect((await restrict([lead.id, supervisor.id], lead)).status).toBe(403);
      expect((await restrict([lead.id, supervisor.id], stranger)).status).toBe(404);
    });
  });

  it('whoever declares a conflict of interest sees the case no more, until a supervisor lifts it', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Nour' });
    const declare = (by: SignedInClient) => send(by, 'post', of('conflicts'), { words: 'C’est mon neveu.' });
    expect((await declare(stranger)).status).toBe(404);
    expect((await declare(colleague)).status).toBe(204);
    expect(await reads(colleague)).toBe(404);
    expect((await access(lead)).conflicts).toMatchObject([{ name: 'Nour' }]);
    const assigned = await send<ProblemDto>(supervisor, 'put', of(`assignments/${colleague.id}`));
    expect(assigned.body.reasons).toMatchObject([{ code: 'conflict' }]);
    const { seq } = (await cases.readCase(file.id)).state;
    const named = await new CaseClient(supervisor.client).sendAct(
      file.id,
      'lead',
      { accountId: colleague.id, reason: 'danger', words: 'x' },
      { seq, method: 'put' },
    );
    expect(named.status).toBe(422);
    expect((await send(lead, 'delete', of(`conflicts/${colleague.id}`))).status).toBe(403);
    expect((await send(supervisor, 'delete', of(`conflicts/${colleague.id}`))).status).toBe(204);
    expect(await reads(colleague)).toBe(200);
  });

  it('whoever only reads a case can declare a conflict too', async () => {
    const until = inDays(1);
    await send(lead, 'post', of('second-opinions'), {
      accountId: stranger.id,
      until,
      question: 'Un doute ?',
    });
    expect((await stranger.client.get<CaseAccessDto>(of('access'))).body.may.declareConflict).toBe(true);
    expect((await send(stranger, 'post', of('conflicts'), { words: 'C’est mon frère.' })).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
  });

  it('a lead in conflict leaves a case that nobody works on: the supervisor is shown it', async () => {
    expect((await send(lead, 'post', of('conflicts'), { words: 'C’est ma nièce.' })).status).toBe(204);
    const { body } = await supervisor.client.get<{ uncovered: readonly { caseFileId: string }[] }>('/cover');
    expect(body.uncovered).toContainEqual(
      expect.objectContaining({ caseFileId: file.id, lead: 'Léa', why: 'conflict' }),
    );
    const mine = await lead.client.get<{ uncovered: readonly unknown[] }>('/cover');
    expect(mine.body.uncovered).toEqual([]);
    expect(
      (await (await service.signIn({ roles: ['administrator'], teams: ['North'] })).client.get('/cover'))
        .status,
    ).toBe(403);
  });

  it('each reader is told why they see it, and what they don’t', async () => {
    const { reader } = await access(supervisor);
    expect(reader.relations.map(({ relation }) => relation)).toEqual(['supervisor', 'team']);
    const opinion = (await access(lead)).reader.acts.find(({ act }) => act === 'approve');
    expect(opinion).toMatchObject({
      yes: false,
      why: { fr: expect.stringMatching(/^Votre rôle ne le permet pas\. Peut le faire/) },
    });
    expect((await stranger.client.get(of('access'))).status).toBe(404);
    expect((await lead.client.get(of('access', randomUUID()))).status).toBe(404);
  });
});
