import { randomUUID } from 'node:crypto';
import { sendMails } from '../../access/accounts/testing/mailed';
import { PrivacyClient } from '../../privacy/testing/privacy-client';
import type { SentReferralDto, SentReferralsDto, UnansweredReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { LinkedReferralDto } from './linked-referral.dto';
import type { ReferToServiceDto } from './tell-service.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SignedInClient } from '../../testing/test-service';

const NO = { answer: 'refused', reason: 'full' } as const;

/** A referral to a service without account: one loop, two ways in. */
describe('a service without account that is told of a child', () => {
  let asking: Asking;
  let asked: string;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.tamper('DELETE FROM rate_limit_hit'));

  const addressOf = (path: string): string => asking.referring.addressOf(path);
  const send = (path: string, body: object = {}, by: SignedInClient = asking.referring.lead) =>
    asking.referring.sendAs(by, 'post', addressOf(path), body);
  const tell = async (change: Partial<ReferToServiceDto> = {}, by = asking.referring.lead) => {
    const body: ReferToServiceDto = {
      ...{ serviceId: asked, what: 'Une aide juridique', classes: ['identity'], how: 'written' },
      ...{ ground: 'shared-secret', isBound: true, why: 'Pour la défendre' },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' }, nobodyAroundWorksThere: true },
      ...(change.need === undefined && change.needId === undefined && { besideAnother: 'Un autre besoin.' }),
      ...change,
    };
    const { status, body: problem } = await send('told-referrals', body, by);
    return [status, problem?.reasons?.map(({ code, field }) => [code, field])];
  };
  const all = async (by = asking.referring.lead): Promise<readonly SentReferralDto[]> =>
    (await by.client.get<SentReferralsDto>(addressOf('referrals'))).body.needs.flatMap((it) => it.referrals);
  const referral = async (serviceId = asked): Promise<SentReferralDto> => {
    const found = (await all()).filter(({ partner }) => partner.id === serviceId).at(-1);
    if (!found) throw new Error('that service was told nothing');
    return found;
  };
  const act = async (what: string, body: object = {}, by = asking.referring.lead) => {
    const { status, body: problem } = await send(`referrals/${(await referral()).id}/${what}`, body, by);
    return [status, problem?.reasons?.map(({ code }) => code)];
  };
  const kinds = async (): Promise<readonly unknown[]> =>
    (await referral()).events.map(({ kind, by }) => [kind, by]);
  /** The secret of the newest mail to this address, and the code as the worker reads it. */
  const mailed = async (email: string): Promise<{ readonly token: string; readonly code: string }> => {
    await sendMails(asking.referring.service);
    const tokens = asking.mail.mails
      .filter(({ to }) => to.includes(email))
      .flatMap(({ text }) => /\/reponse-orientation#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? []);
    const code = ((await referral()).service?.link?.code ?? '').replace(' ', '');
    return { token: tokens.at(-1) ?? '', code };
  };
  const open = (held: object) =>
    asking.referring.service.client().post<LinkedReferralDto & ProblemDto>('/answer-links/referrals', held);
  const answer = (held: object) =>
    asking.referring.service
      .client()
      .post<LinkedReferralDto & ProblemDto>('/answer-links/referral-answers', held);
  const come = async (kind: string): Promise<void> => {
    await asking.tamper(`UPDATE job SET due_at = now() WHERE kind = $1 AND state = 'waiting'`, [kind]);
    await sendMails(asking.referring.service);
  };
  const fallDue = async (): Promise<void> => {
    await asking.tamper(`UPDATE referral_event SET due_at = now() WHERE kind = 'sent'`);
    await come('referral.answer-due');
  };
  /** Of the service that is asked now. */
  const silences = async () => {
    const { name } = (await referral()).partner;
    const { client } = asking.referring.supervisor;
    const { items } = (await client.get<UnansweredReferralsDto>('/referrals/unanswered')).body;
    return items.filter(({ partner }) => partner === name);
  };

  it('goes through the same states as one to an account: sent, received, accepted, begun, over with what came of it', async () => {
    asked = await asking.addService({ phones: ['01 23 45 67 89'] });
    expect(await tell({ how: 'spoken' })).toEqual([204, undefined]);
    expect(await referral()).toMatchObject({
      state: 'received',
      service: { phones: ['01 23 45 67 89'], hasMail: false, link: null },
    });
    expect(await act('answers', { answer: 'accepted', byWhen: 'lundi' })).toEqual([204, undefined]);
    expect(await referral()).toMatchObject({ state: 'accepted', feedbackDueAt: expect.any(String) });
    expect(await act('follow-ups', { what: 'first-appointment' })).toEqual([204, undefined]);
    expect(await referral()).toMatchObject({ state: 'started' });
    expect(await act('follow-ups', { what: 'feedback', words: 'Elle va bien.' })).toEqual([204, undefined]);
    expect(await act('follow-ups', { what: 'ended', outcome: 'met' })).toEqual([204, undefined]);
    expect(await referral()).toMatchObject({ state: 'ended' });
    expect((await kinds()).map((it) => (it as readonly string[])[0])).toEqual([
      ...['sent', 'received', 'accepted', 'first-appointment', 'feedback', 'ended'],
    ]);
    const { sharing } = await new PrivacyClient(asking.referring.lead.client).ofCase(
      asking.referring.file.id,
    );
    expect(sharing).toMatchObject([
      { content: { how: 'spoken', toWhom: expect.stringContaining('Foyer fictif') } },
    ]);
  });

  it('is referred to by who may refer, tells no class that is closed to them, and is not one with an account', async () => {
    asked = await asking.addService();
    const outside = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect(await tell({}, outside)).toMatchObject([404]);
    expect(await tell({}, asking.referring.partner)).toMatchObject([404]);
    expect(await tell({ serviceId: randomUUID() })).toEqual([422, [['not-in-directory', 'serviceId']]]);
    for (const [field, wrong] of [
      ['serviceId', 'x'],
      ['classes', []],
      ['what', ''],
      ['what', 'x'.repeat(4_001)],
      ['how', 'pigeon'],
      ['answerHours', 5],
      ['need', 'gold'],
      ['needId', ['x']],
      ['nobodyAroundWorksThere', false],
      ['nobodyAroundWorksThere', undefined],
    ] as const)
      expect([field, (await tell({ [field]: wrong } as never))[0]]).toEqual([field, 400]);
    expect(await tell({ needId: randomUUID() })).toEqual([422, [['no-such-need', 'needId']]]);
    const withAccount = await asking.addWithMember();
    expect(await tell({ serviceId: withAccount.id })).toEqual([422, [['has-account', 'serviceId']]]);
    expect(await tell({})).toEqual([204, undefined]);
    expect(await act('answers', NO, outside)).toMatchObject([404]);
    expect(await act('answers', { answer: 'refused' })).toEqual([400, ['missing-field']]);
  });

  it('answers by its link: the code first, then yes or no, and nothing of the case', async () => {
    const service = await asking.addMailed();
    asked = service.id;
    expect(await tell({ answerHours: 4 })).toEqual([204, undefined]);
    const held = await mailed(service.email);
    const { text, subject } = asking.mail.lastTo(service.email);
    for (const word of [asking.referring.file.reference, 'enfant', 'child', 'juridique', held.code])
      expect(subject + text).not.toContain(word);
    expect(await referral()).toMatchObject({ state: 'sent' });
    const client = asking.referring.service.client();
    for (const path of ['referrals', 'referral-answers'])
      expect([404, 405]).toContain((await client.get(`/answer-links/${path}`)).status);
    const wrong = { ...held, code: held.code === '000000' ? '111111' : '000000' };
    expect((await open(wrong)).body.reasons).toMatchObject([{ code: 'wrong-code', field: 'code' }]);
    expect(await referral()).toMatchObject({ state: 'sent' });

    const opened = await open(held);
    expect([opened.status, Object.keys(opened.body).sort()]).toEqual([
      200,
      ['answers', 'checkPhone', 'dueAt', 'messages', 'need', 'number', 'over', 'sentAt', 'state', 'terms'],
    ]);
    // Whether parents may be called, and no words of anybody.
    expect(Object.keys(opened.body.terms ?? {}).sort()).toEqual(['child', 'ground', 'isBound', 'parents']);
    expect(await referral()).toMatchObject({ state: 'received' });
    expect((await answer({ ...held, answer: 'refused' })).status).toBe(400);
    const both = await Promise.all([answer({ ...held, ...NO }), answer({ ...held, ...NO })]);
    expect(both.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'refused'],
      [200, 'refused'],
    ]);
    expect(await kinds()).toEqual([
      ['sent', 'Léa Nord'],
      ['received', null],
      ['refused', null],
    ]);
    // A later answer counts, in the words of the service; what the worker wrote down is not told to it.
    expect(await act('answers', { answer: 'elsewhere', words: 'Pour la maison d’à côté' })).toEqual([
      204,
      undefined,
    ]);
    const later = await answer({ ...held, answer: 'accepted', whomToCall: 'Mme Fictive' });
    expect(later.body).toMatchObject({ state: 'accepted' });
    expect(later.body.answers.map(({ kind }) => kind)).toEqual(['refused', 'accepted']);
    expect(JSON.stringify(later.body)).not.toContain('maison');
  });

  it('has a link that closes after five wrong codes, is of no use for a place, and is renewed by chasing', async () => {
    const service = await asking.addMailed();
    asked = service.id;
    await tell();
    const held = await mailed(service.email);
    expect((await asking.openLink(held.token, held.code)).body.reasons).toMatchObject([
      { code: 'link-dead' },
    ]);
    const wrong = { ...held, code: held.code === '000000' ? '111111' : '000000' };
    const tries = await Promise.all(Array.from({ length: 8 }, () => answer({ ...wrong, ...NO })));
    const codes = tries.flatMap(({ body }) => body.reasons?.map(({ code }) => code) ?? []);
    expect(codes.filter((it) => it === 'wrong-code')).toHaveLength(5);
    expect((await open(held)).body.reasons).toMatchObject([{ code: 'link-locked' }]);
    expect((await referral()).service?.link).toMatchObject({ state: 'locked', code: null });

    await asking.tamper('DELETE FROM rate_limit_hit');
    expect(await act('reminders', { how: 'mail' })).toEqual([204, undefined]);
    const next = await mailed(service.email);
    expect(next.token).not.toBe(held.token);
    expect((await open(held)).body.reasons).toMatchObject([{ code: 'link-dead' }]);
    expect((await open(next)).status).toBe(200);

    // Taken back: its link says so, and no yes of anybody counts.
    const outside = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const path = addressOf(`referrals/withdrawn/${(await referral()).id}`);
    expect((await asking.referring.sendAs(outside, 'put', path)).status).toBe(404);
    for (let twice = 0; twice < 2; twice++)
      expect((await asking.referring.sendAs(asking.referring.lead, 'put', path)).status).toBe(204);
    expect((await open(next)).body).toMatchObject({ over: { why: 'withdrawn' }, terms: null });
    expect((await answer({ ...next, answer: 'accepted' })).body.reasons).toMatchObject([
      { code: 'no-longer-asked' },
    ]);
    expect(await act('answers', { answer: 'accepted' })).toEqual([422, ['referral-withdrawn']]);
    expect(await referral()).toMatchObject({ state: 'withdrawn' });
  });

  it('is reminded once by the clock before its silence counts, with the code that it was told; then supervisors are told', async () => {
    const service = await asking.addMailed();
    asked = service.id;
    await tell();
    const first = await mailed(service.email);
    for (let twice = 0; twice < 2; twice++) {
      await come('referral.answer-asked');
      await asking.tamper(`UPDATE job SET state = 'waiting' WHERE kind = 'referral.answer-asked'`);
    }
    expect(await kinds()).toEqual([
      ['sent', 'Léa Nord'],
      ['answer-asked', null],
    ]);
    const next = await mailed(service.email);
    expect([next.code, next.token === first.token]).toEqual([first.code, false]);
    await fallDue();
    expect(await referral()).toMatchObject({ state: 'no-answer' });
    expect(await silences()).toMatchObject([{ what: 'answer' }]);
    // Late is not never.
    expect((await answer({ ...next, answer: 'accepted' })).body).toMatchObject({ state: 'accepted' });
    expect(await silences()).toEqual([]);
  });

  it('that no mail reaches is not said to be reminded, and is silent all the same', async () => {
    asked = await asking.addService();
    await tell();
    await come('referral.answer-asked');
    expect(await kinds()).toEqual([['sent', 'Léa Nord']]);
    expect(await act('reminders', { how: 'mail' })).toEqual([422, ['no-link']]);
    expect(await act('reminders', { how: 'telephone' })).toEqual([204, undefined]);
    await fallDue();
    expect(await silences()).toMatchObject([{ what: 'answer' }]);
    expect(await act('unmet', { reason: 'silent' })).toEqual([204, undefined]);
    expect(await silences()).toEqual([]);
  });

  it('is one at a time for a bed, whatever the way, and is followed by the next for the same need', async () => {
    asked = await asking.addService();
    const BED = { need: 'bed-tonight', beforeYes: 'Elle est devant moi.' } as const;
    expect(await tell({ need: 'bed-tonight' })).toEqual([422, [['no-yes-yet', 'beforeYes']]]);
    expect(await tell(BED)).toEqual([204, undefined]);
    await asking.referring.another();
    expect(await asking.referring.refusal(BED)).toEqual([422, [['one-at-a-time', 'besideAnother']]]);
    expect(await act('answers', NO)).toEqual([204, undefined]);
    expect((await asking.referring.openReferral(BED)).status).toBe(204);
    const { body } = await asking.referring.lead.client.get<SentReferralsDto>(addressOf('referrals'));
    const need = body.needs.find(({ referrals }) => referrals.some(({ partner }) => partner.id === asked));
    expect(need).toMatchObject({ state: 'waiting', asked: 2 });
  });
});
