import { randomUUID } from 'node:crypto';
import { signInAuditor } from '../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { SEARCH_MS } from '../duplicates/constant-time';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { BreakGlassReviewsDto, BrokenGlassDto } from './break-glass.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CaseAccessDto } from '../grants/case-access.dto';

const WHY = { reason: 'child-present', words: 'L’enfant est devant moi, il est 2 h du matin.' } as const;

describe('breaking the glass', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let stranger: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
    file = await new CaseClient(lead.client).opened({ child: { birth: '2010-03' } });
  });

  const open = ({ client }: SignedInClient, body: object) =>
    client.post<BrokenGlassDto & ProblemDto>(
      '/break-glass',
      { ...WHY, ...body },
      { 'Idempotency-Key': randomUUID() },
    );
  const reads = async ({ client }: SignedInClient): Promise<number> =>
    (await client.get(`/case-files/${file.id}`)).status;
  const reviews = async ({ client }: SignedInClient): Promise<BreakGlassReviewsDto> =>
    (await client.get<BreakGlassReviewsDto>('/break-glass/reviews')).body;
  const review = ({ client }: SignedInClient, id: string, words = 'Il le fallait.', verdict = 'justified') =>
    client.post<ProblemDto>(
      `/break-glass/${id}/review`,
      { verdict, words },
      { 'Idempotency-Key': randomUUID() },
    );
  const mine = async (by: SignedInClient) =>
    (await reviews(by)).items.find(({ caseFileId }) => caseFileId === file.id);

  it('tells an auditor why, without where the child is', async () => {
    const words = 'Elle est devant moi, 12 rue des Lilas, 06 99 88 77 11.';
    await open(stranger, { reference: file.reference, words });
    const id = (await mine(supervisor))?.id ?? '';
    await review(supervisor, id, 'Vérifié au 06 99 88 77 11.');
    const auditor = await signInAuditor(service, file.id);
    const asked = async ({ client }: SignedInClient) =>
      JSON.stringify((await client.get<CaseAccessDto>(`/case-files/${file.id}/access`)).body.emergencies);
    expect(await asked(lead)).toContain('12 rue des Lilas, 06 99 88 77 11');
    const told = await asked(auditor);
    expect(told).toContain('Elle est devant moi');
    for (const said of ['Lilas', '88 77']) expect([said, told.includes(said)]).toEqual([said, false]);
  });

  it('opens the case for an hour: it reads, without the places where children hide', async () => {
    expect(await reads(stranger)).toBe(404);
    const { status, body } = await open(stranger, { reference: file.reference });
    expect([status, body.caseFileId]).toEqual([200, file.id]);
    expect(Date.parse(body.until ?? '') - Date.now()).toBeLessThanOrEqual(60 * 60_000);
    expect(await reads(stranger)).toBe(200);
    const { body: access } = await stranger.client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
    expect(access.reader.relations.map(({ relation }) => relation)).toEqual(['break-glass']);
    expect(access.reader.fields.filter(({ yes }) => !yes).map(({ fieldClass }) => fieldClass)).toEqual([
      'places',
    ]);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE break_glass SET opened_at = opened_at - interval '61 minutes', until_at = until_at - interval '61 minutes'
          WHERE case_file_id = $1`,
        [file.id],
      ),
    );
    expect(await reads(stranger)).toBe(404);
  });

  const end = ({ client }: SignedInClient, id: string) =>
    client.post<ProblemDto>(`/break-glass/${id}/end`, undefined, { 'Idempotency-Key': randomUUID() });

  it('is ended in one press by whoever may review it, and by nobody else; its review is still due', async () => {
    await open(stranger, { reference: file.reference });
    const id = (await mine(supervisor))?.id ?? '';
    const { body: page } = await supervisor.client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
    expect(page.may.endEmergency).toBe(true);
    expect(page.emergencies).toMatchObject([{ id, isOpen: true, ended: null }]);
    for (const who of [stranger, lead]) expect((await end(who, id)).status).toBe(404);
    expect(await reads(stranger)).toBe(200);
    expect((await end(supervisor, id)).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
    const { seq } = (await new CaseClient(lead.client).readCase(file.id)).state;
    const told = await new CaseClient(stranger.client).sendAct(
      file.id,
      'facts',
      { values: { alone: 'yes' } },
      { seq },
    );
    expect(told.status).toBe(404);
    const again = await end(supervisor, id);
    expect([again.status, again.body.reasons?.map(({ code }) => code)]).toEqual([422, ['over']]);
    expect(await mine(supervisor)).toMatchObject({ isOpen: false, ended: { by: 'Sacha' }, review: null });
    expect((await review(supervisor, id)).status).toBe(204);
    expect((await end(supervisor, randomUUID())).status).toBe(404);
    // What somebody ended is not opened again the same day: a person can give the case instead.
    const reopened = await open(stranger, { reference: file.reference });
    expect(reopened.body).toMatchObject({ reasons: [{ code: 'ended-by-somebody' }] });
    expect(await reads(stranger)).toBe(404);
  });

  it('takes back no "yes" beside what a step decides', async () => {
    const team = new CaseClient(lead.client);
    const { id, reference } = await team.opened({ urgentDangerSeen: 'yes' });
    const told = await team.sendAct(
      id,
      'facts',
      { values: { alone: 'yes' } },
      await team.readCase(id).then(({ state }) => state),
    );
    expect(told.status).toBe(200);
    await open(stranger, { reference });
    const decide = (alone: 'yes' | 'no') =>
      new CaseClient(stranger.client).refused(id, 'refuge', 'weigh', {
        values: { peril: 'risk', alone },
        reasons: ['near'],
      });
    expect((await decide('no')).body).toMatchObject({ reasons: [{ code: 'protecting-only' }] });
    expect((await decide('yes')).status).toBe(200);
  });

  it('ends when it was not justified; one that was justified goes on, and can be ended still', async () => {
    const other = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    for (const who of [stranger, other]) await open(who, { reference: file.reference });
    const of = async (who: SignedInClient): Promise<string> =>
      (await reviews(supervisor)).items.find(
        ({ by, caseFileId }) => by.id === who.id && caseFileId === file.id,
      )?.id ?? '';
    const [kept, stopped] = [await of(other), await of(stranger)];
    expect((await review(supervisor, stopped, 'Rien ne pressait.', 'not-justified')).status).toBe(204);
    expect(await reads(stranger)).toBe(404);
    expect((await review(supervisor, kept)).status).toBe(204);
    expect(await reads(other)).toBe(200);
    expect((await end(supervisor, kept)).status).toBe(204);
    expect(await reads(other)).toBe(404);
  });

  it('leaves what was given during the hour', async () => {
    await open(stranger, { reference: file.reference });
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO assignment (case_file_id, team_id, account_id, since) SELECT id, team_id, $2, now() FROM case_file WHERE id = $1`,
        [file.id, stranger.id],
      ),
    );
    expect((await end(supervisor, (await mine(supervisor))?.id ?? '')).status).toBe(204);
    expect(await reads(stranger)).toBe(200);
  });

  it('records facts and what protects, and nothing else', async () => {
    await open(stranger, { reference: file.reference });
    const cases = new CaseClient(stranger.client);
    const { seq } = (await cases.readCase(file.id)).state;
    expect((await cases.sendAct(file.id, 'facts', { values: { alone: 'yes' } }, { seq })).status).toBe(200);
    expect((await cases.sendAct(file.id, 'notes', { note: 'Retrouvé gare du Nord.' })).status).toBe(200);
    await cases.completed(file.id, 'welcome', 'watch', {
      values: { frailties: {}, signs: {}, taught: 'yes' },
    });
    const status = await cases.complete<ProblemDto>(file.id, 'welcome', 'judge', {
      values: { verdict: 'possible' },
      reasons: ['seen'],
      bestInterests: 'Être à l’abri.',
      childView: { said: '« d’accord »' },
    });
    expect([status.status, status.body.reasons?.map(({ code }) => code)]).toEqual([403, ['protecting-only']]);
    for (const [path, body] of [
      ['lead', { accountId: stranger.id, reason: 'danger', words: 'x' }],
      ['child', { child: { calledName: 'Autre' }, why: 'x' }],
    ] as const)
      expect((await cases.sendAct(file.id, path, body, { seq: seq + 2, method: 'put' })).status).toBe(403);
  });

  it('does the steps that protect, but decides nothing that protects less', async () => {
    file = await new CaseClient(lead.client).opened({ urgentDangerSeen: 'yes' });
    await open(stranger, { reference: file.reference });
    const cases = new CaseClient(stranger.client);
    const kept = await cases.completed(file.id, 'refuge', 'plan_night', {
      values: { bed: 'yes' },
    });
    expect(kept.state).toBe('done');
    const decide = (danger: string, reasons: readonly string[]) =>
      cases.complete<ProblemDto & { state: string }>(file.id, 'refuge', 'weigh', {
        values: { peril: danger },
        reasons,
        bestInterests: 'Être à l’abri.',
        childView: { said: '« d’accord »' },
      });
    expect((await decide('immediate_grave', ['near'])).status).toBe(200);
    const less = await decide('risk', ['threats']);
    expect([less.status, less.body.reasons?.map(({ code }) => code)]).toEqual([403, ['protecting-only']]);
    // Whoever follows the child may say so, and a second person looks at it.
    const own = await new CaseClient(lead.client).complete(file.id, 'refuge', 'weigh', {
      values: { peril: 'risk' },
      reasons: ['threats'],
      bestInterests: 'Être à l’abri.',
      childView: { said: '« d’accord »' },
    });
    expect(own.body.state).toBe('awaiting-approval');
  });

  it('replaces nothing that is known but by a "yes", and says nothing of how the child is reached', async () => {
    const own = new CaseClient(lead.client);
    const tell = async (who: CaseClient, values: Record<string, string>): Promise<number> => {
      const { seq } = (await who.readCase(file.id)).state;
      return (await who.sendAct(file.id, 'facts', { values }, { seq })).status;
    };
    expect(await tell(own, { journey_home: 'yes', alone: 'no' })).toBe(200);
    await open(stranger, { reference: file.reference });
    const cases = new CaseClient(stranger.client);
    expect(await tell(cases, { journey_home: 'no' })).toBe(403);
    expect(await tell(cases, { reach_is_safe: 'yes' })).toBe(403);
    expect(await tell(cases, { alone: 'yes' })).toBe(200);
  });

  it('counts tries that find nothing, and answers several cases as none', async () => {
    const { calledName } = file.child as { calledName: string };
    await new CaseClient(lead.client).opened({
      child: { calledName, birth: '2010-05' },
      notDuplicates: [{ caseFileId: file.id, why: 'Un autre enfant.' }],
    });
    const several = await open(stranger, { child: { calledName, birth: '2010' } });
    const none = await open(stranger, { child: { calledName: 'Personne', birth: '2010' } });
    expect([several.status, several.body.title]).toEqual([404, none.body.title]);
    for (let tries = 2; tries < 20; tries++) await open(stranger, { reference: 'RP-2222-2222' });
    expect((await open(stranger, { reference: file.reference })).status).toBe(429);
  });

  it('is there for whoever looked for look-alikes while a name was typed', async () => {
    for (let pauses = 0; pauses < 25; pauses++)
      await stranger.client.post('/case-files/duplicates', { child: { calledName: 'Nour', birth: '2012' } });
    expect((await open(stranger, { reference: file.reference })).status).toBe(200);
  });

  it('is for an hour or two of a day, and no more for whom it was not justified', async () => {
    const over = () =>
      service.asSeed(({ manager }) =>
        manager.query(
          `UPDATE break_glass SET opened_at = opened_at - interval '61 minutes', until_at = until_at - interval '61 minutes'
            WHERE account_id = $1`,
          [stranger.id],
        ),
      );
    for (let hours = 0; hours < 2; hours++) {
      expect((await open(stranger, { reference: file.reference })).status).toBe(200);
      await over();
    }
    const third = await open(stranger, { reference: file.reference });
    expect([third.status, third.body.reasons?.map(({ code }) => code)]).toEqual([422, ['too-often']]);
    const other = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const another = await new CaseClient(lead.client).opened();
    await open(other, { reference: another.reference });
    const glass = (await reviews(supervisor)).items.find((it) => it.by.id === other.id);
    await supervisor.client.post(
      `/break-glass/${glass?.id ?? ''}/review`,
      { verdict: 'not-justified', words: 'Rien ne pressait.' },
      { 'Idempotency-Key': randomUUID() },
    );
    const tried = async (body: object) => {
      const { status, body: problem } = await open(other, body);
      return [status, problem.reasons?.map(({ code }) => code)];
    };
    expect(await tried({ reference: file.reference })).toEqual([422, ['too-often']]);
    // Whom it is closed to learns nothing by asking: of no case, the same is said.
    expect(await tried({ reference: 'RP-2222-2222' })).toEqual([422, ['too-often']]);
    expect(await tried({ child: { calledName: 'Personne', birth: '2010' } })).toEqual([422, ['too-often']]);
  });

  it.each([12, 60])(
    'opens no more than five a day, and counts every try, of %i at the same moment',
    async (many) => {
      const cases = await Promise.all(Array.from({ length: 12 }, () => new CaseClient(lead.client).opened()));
      await service.query(`DELETE FROM rate_limit_hit`);
      const answers = await Promise.all(
        Array.from({ length: many }, (_, at) =>
          open(stranger, { reference: cases[at % 12]?.reference ?? '' }),
        ),
      );
      const opened = await service.query(`SELECT 1 FROM break_glass WHERE account_id = $1`, [stranger.id]);
      expect(opened).toHaveLength(5);
      const tried = await service.query(`SELECT 1 FROM rate_limit_hit WHERE counted = 'break-glass'`);
      expect(tried).toHaveLength(Math.min(many, 20));
      expect(answers.filter(({ status }) => status === 503)).toEqual([]);
    },
  );

  it('takes as long for a case that is not there as for one that is', async () => {
    const other = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const took = async (body: object): Promise<number> => {
      const began = performance.now();
      await open(other, body);
      return performance.now() - began;
    };
    for (const body of [{ reference: 'RP-2222-2222' }, { child: { calledName: 'Personne', birth: '2010' } }])
      expect(await took(body)).toBeGreaterThanOrEqual(SEARCH_MS);
  });

  it('finds by name and birth together, by neither alone', async () => {
    const calledName = (file.child as { calledName: string }).calledName;
    expect((await open(stranger, { child: { calledName, birth: '1999' } })).status).toBe(404);
    expect((await open(stranger, { child: { calledName } })).status).toBe(400);
    expect((await open(stranger, { child: { calledName: 'Personne', birth: '2010' } })).status).toBe(404);
    expect(await reads(stranger)).toBe(404);
    expect((await open(stranger, { child: { calledName, birth: '2010' } })).status).toBe(200);
    expect(await reads(stranger)).toBe(200);
  });

  it('tells the same of a case that isn’t there and one in conflict; wants a reason; is not for every role', async () => {
    const missing = await open(stranger, { reference: 'RP-2222-2222' });
    expect(missing.status).toBe(404);
    expect((await open(stranger, { reference: file.reference, words: 'urgent' })).status).toBe(400);
    expect((await open(stranger, {})).status).toBe(400);
    for (const role of ['auditor', 'administrator', 'trainer', 'protocol-editor'] as const)
      expect(
        (await open(await service.signIn({ roles: [role], teams: ['North'] }), { reference: file.reference }))
          .status,
      ).toBe(403);
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await colleague.client.post(
      `/case-files/${file.id}/conflicts`,
      { words: 'C’est mon neveu.' },
      { 'Idempotency-Key': randomUUID() },
    );
    const conflicted = await open(colleague, { reference: file.reference });
    expect([conflicted.status, conflicted.body.title]).toEqual([404, missing.body.title]);
  });

  it('asks again who sits there, unless they showed it a moment ago', async () => {
    await service.changeBound(
      `UPDATE session SET strengthened_at = now() - interval '6 minutes' WHERE account_id = $1`,
      [stranger.id],
    );
    const { status, body } = await open(stranger, { reference: file.reference });
    expect([status, body.code]).toEqual([403, 'step-up-required']);
    expect(await reads(stranger)).toBe(404);
  });

  it('breaks nothing where the case is open already', async () => {
    const { body } = await open(supervisor, { reference: file.reference });
    expect(body).toEqual({ caseFileId: file.id, until: null });
    expect(await mine(supervisor)).toBeUndefined();
  });

  it('is reviewed within 72 hours by a supervisor of the team, once, never by whoever opened it', async () => {
    const away = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    await open(away, { reference: file.reference });
    const glass = await mine(supervisor);
    expect(glass).toMatchObject({ by: { id: away.id }, words: WHY.words, mayReview: true, review: null });
    expect(Date.parse(glass?.reviewDueAt ?? '') - Date.parse(glass?.openedAt ?? '')).toBe(72 * 3_600_000);
    const id = glass?.id ?? '';
    expect((await reviews(away)).items).toEqual([]);
    expect((await review(away, id)).status).toBe(404);
    expect((await review(lead, id)).status).toBe(404);
    expect((await lead.client.get('/break-glass/reviews')).status).toBe(403);
    expect((await review(supervisor, randomUUID())).status).toBe(404);
    expect((await review(supervisor, id)).status).toBe(204);
    expect((await review(supervisor, id)).status).toBe(404);
    expect(await mine(supervisor)).toBeUndefined();
    // Whoever is in charge sees that it happened, and what was said of it.
    const { body } = await lead.client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
    expect(body.emergencies).toMatchObject([{ by: { id: away.id }, review: { words: 'Il le fallait.' } }]);
    const accessLog = await lead.client.get<{ unusual: readonly { unusual: readonly { code: string }[] }[] }>(
      `/case-files/${file.id}/access-log`,
    );
    expect(JSON.stringify(accessLog.body)).toContain('"break-glass"');
  });
});
