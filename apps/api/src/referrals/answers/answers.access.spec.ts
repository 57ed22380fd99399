import { sendMails } from '../../access/accounts/testing/mailed';
import type { SignedInClient } from '../../testing/test-service';
import { inDays, Referring } from '../testing/referring';
import type { OpenReferralDto, PastReferralsDto, ReceivedReferralsDto } from '../referral.dto';
import type { SentReferralsDto, UnansweredReferralsDto } from './answers.dto';

describe('what becomes of a referral', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const sent = async (by = referring.lead): Promise<SentReferralsDto> =>
    (await by.client.get<SentReferralsDto>(referring.addressOf('referrals'))).body;
  /** The need and the referral to the present partner. */
  const stands = async () => {
    for (const need of (await sent()).needs)
      for (const referral of need.referrals)
        if (referral.partner.id === referring.partner.id) return { need, referral };
    throw new Error('not referred');
  };
  const answer = async (body: object, by = referring.partner) => {
    const path = await referring.addressOfReceived('answers');
    const { status, body: said } = await referring.sendAs(by, 'post', path, body);
    return [status, said?.reasons?.map(({ code, field }) => [code, field])];
  };
  const act = async (
    what: 'answers' | 'follow-ups' | 'reminders' | 'unmet',
    body: object,
    by = referring.lead,
  ) => {
    const path = referring.addressOf(`referrals/${(await stands()).referral.id}/${what}`);
    const { status, body: said } = await referring.sendAs(by, 'post', path, body);
    return [status, said?.reasons?.map(({ code, field }) => [code, field])];
  };
  /** Its time to answer is over, and the job that tells of it has run. */
  const fallDue = async (): Promise<void> => {
    const { referral } = await stands();
    await referring.service.pastTriggers(
      `UPDATE referral_event SET due_at = now() WHERE kind = 'sent' AND sharing_id = $1`,
      [referral.id],
    );
    await referring.service.query(
      `UPDATE job SET due_at = now() WHERE kind = 'referral.answer-due' AND subject = $1`,
      [referral.id],
    );
    await sendMails(referring.service);
  };
  const unanswered = async () =>
    (
      await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')
    ).body.items.filter(({ caseFileId }) => caseFileId === referring.file.id);
  const received = async () => (await referring.partner.client.get<ReceivedReferralsDto>('/referrals')).body;

  const past = async (by = referring.partner) =>
    (await by.client.get<PastReferralsDto>('/referrals/past')).body.items;

  it('is sent, received once it is read, and accepted by the partner, with by when and whom to call', async () => {
    await referring.opened({ answerHours: 24 });
    expect((await stands()).referral.state).toBe('sent');
    expect((await received()).items[0]).toMatchObject({ state: 'sent' });
    expect((await referring.received()).state).toBe('received');
    await referring.received();
    const yes = { answer: 'accepted', byWhen: 'lundi 9 h', whomToCall: 'Mme Roux, 01 99 00 12 34' };
    expect(await answer(yes)).toEqual([204, undefined]);
    // Pressed twice, or by two telephones: one answer.
    expect(await answer(yes)).toEqual([204, undefined]);
    const { need, referral } = await stands();
    expect([need.state, referral.state]).toEqual(['met', 'accepted']);
    // A day from the hour at which its mail leaves: the next morning at the latest.
    const hours = (Date.parse(referral.dueAt) - Date.parse(referral.sentAt)) / 3_600_000;
    expect([hours >= 24, hours <= 24 + 17]).toEqual([true, true]);
    expect(referral.events.map(({ kind, by }) => [kind, by])).toEqual([
      ['sent', 'Léa Nord'],
      ['received', 'Lou Ailleurs'],
      ['accepted', 'Lou Ailleurs'],
    ]);
    expect(referral.events[2]).toMatchObject({ byWhen: 'lundi 9 h', whomToCall: 'Mme Roux, 01 99 00 12 34' });
    expect((await referring.received()).answers.map(({ kind }) => kind)).toEqual(['accepted']);
    const rows = await referring.service.query(
      `SELECT *, encode(content, 'escape') AS content FROM referral_event`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Roux|lundi/);
  });

  it('is refused with a closed reason, or answered by another offer in words', async () => {
    await referring.opened();
    for (const [wrong, field] of [
      [{ answer: 'refused' }, 'reason'],
      [{ answer: 'refused', reason: 'unwilling' }, 'reason'],
      [{ answer: 'other-offer' }, 'words'],
      [{ answer: 'accepted', reason: 'full' }, 'reason'],
      [{ answer: 'maybe' }, 'answer'],
    ] as const)
      expect(await answer(wrong)).toMatchObject([400, [[expect.any(String), field]]]);
    expect(await answer({ answer: 'refused', reason: 'full' })).toEqual([204, undefined]);
    expect(await stands()).toMatchObject({ need: { state: 'open' }, referral: { state: 'refused' } });
    expect(await answer({ answer: 'other-offer', words: 'Une place le 12.' })).toEqual([204, undefined]);
    expect(await stands()).toMatchObject({ need: { state: 'open' }, referral: { state: 'other-offer' } });
    // They may change their mind; both answers stay.
    expect(await answer({ answer: 'accepted' })).toEqual([204, undefined]);
    expect((await stands()).referral.events.map(({ kind }) => kind)).toEqual([
      ...['sent', 'refused', 'other-offer', 'accepted'],
    ]);
  });

  it('is for somebody else, whom the service names: an answer that ends no need and goes nowhere by itself', async () => {
    await referring.opened();
    const elsewhere = {
      answer: 'elsewhere',
      words: 'La maison des adolescents',
      whomToCall: '01 99 00 12 40',
    };
    expect(await answer({ answer: 'elsewhere' })).toEqual([400, [['missing-field', 'words']]]);
    for (let twice = 0; twice < 2; twice++) expect(await answer(elsewhere)).toEqual([204, undefined]);
    const { need, referral } = await stands();
    expect([need.state, need.isOpen, referral.state]).toEqual(['open', true, 'elsewhere']);
    expect(referral.events.map(({ kind }) => kind)).toEqual(['sent', 'elsewhere']);
    expect(referral.events.at(-1)).toMatchObject({
      words: elsewhere.words,
      whomToCall: elsewhere.whomToCall,
    });
    // Nothing was sent to anybody: there is the one referral.
    expect(need.referrals).toHaveLength(1);
    expect(await act('reminders', { how: 'mail' })).toEqual([422, [['nothing-to-chase', undefined]]]);
  });

  it('is recorded by the worker as it was told by telephone', async () => {
    await referring.opened();
    expect(await act('answers', { answer: 'refused', reason: 'language' })).toEqual([204, undefined]);
    const { referral } = await stands();
    expect(referral).toMatchObject({ state: 'refused' });
    expect(referral.events.at(-1)).toMatchObject({ by: 'Léa Nord', reason: 'language' });
  });

  it('shows the partner that an answer was recorded for them, in its codes, by which team; no word that the worker wrote', async () => {
    await referring.opened();
    const byPhone = {
      answer: 'other-offer',
      words: 'Motdutravailleur',
      byWhen: 'Motdujour',
      whomToCall: 'Motdunom',
    };
    expect(await act('answers', byPhone)).toEqual([204, undefined]);
    const answers = async () => (await referring.received()).answers;
    expect(await answers()).toMatchObject([
      { kind: 'other-offer', by: 'North', words: null, byWhen: null, whomToCall: null },
    ]);
    expect(JSON.stringify(await referring.received())).not.toMatch(/Motd|Léa/);
    expect(JSON.stringify(await received())).not.toMatch(/Motd|Léa/);
    // The same words are the partner's own, and shown to them, once they say them themselves; said again by the worker, nothing more.
    expect(await answer(byPhone)).toEqual([204, undefined]);
    expect(await act('answers', byPhone)).toEqual([204, undefined]);
    expect(await answers()).toMatchObject([
      { by: 'North', words: null },
      { by: 'Lou Ailleurs', words: 'Motdutravailleur', whomToCall: 'Motdunom' },
    ]);
    // Who follows the child reads both whole.
    const { events } = (await stands()).referral;
    expect(events.filter(({ words }) => words === 'Motdutravailleur').map(({ by }) => by)).toEqual([
      'Léa Nord',
      'Lou Ailleurs',
    ]);
  });

  it('shows the partner how they were chased, and by which team', async () => {
    await referring.opened();
    await act('reminders', { how: 'telephone' });
    expect((await referring.received()).answers).toMatchObject([
      { kind: 'reminded', by: 'North', words: 'Téléphone · Telephone' },
    ]);
  });

  it('without an answer in time is silent, is told of to the supervisor once, and ends no need', async () => {
    await referring.opened({ answerHours: 4 });
    expect(await act('unmet', { reason: 'silent' })).toEqual([422, [['need-not-open', undefined]]]);
    await fallDue();
    expect(await stands()).toMatchObject({ need: { state: 'open' }, referral: { state: 'no-answer' } });
    expect(await unanswered()).toMatchObject([
      { what: 'answer', partner: 'Lou Ailleurs', reference: referring.file.reference },
    ]);
    expect((await referring.lead.client.get('/referrals/unanswered')).status).toBe(403);
    // Late is not never: what they answer counts, and nothing is left to tell of.
    expect(await answer({ answer: 'accepted' })).toEqual([204, undefined]);
    expect(await unanswered()).toEqual([]);
  });

  it('is chased in one press, logged, as long as it waits for an answer', async () => {
    await referring.opened();
    expect(await act('reminders', { how: 'telephone' })).toEqual([204, undefined]);
    expect(await act('reminders', { how: 'pigeon' })).toMatchObject([400, [[expect.any(String), 'how']]]);
    expect((await stands()).referral.events.map(({ kind }) => kind)).toEqual(['sent', 'reminded']);
    await answer({ answer: 'refused', reason: 'full' });
    expect(await act('reminders', { how: 'mail' })).toEqual([422, [['nothing-to-chase', undefined]]]);
  });

  it('of a need that was refused can be asked of the next service; unmet is said with its reason', async () => {
    await referring.opened();
    await answer({ answer: 'refused', reason: 'age' });
    const needId = (await stands()).need.id;
    expect(await act('unmet', { reason: 'age' })).toEqual([204, undefined]);
    expect((await stands()).need.state).toBe('unmet');
    await referring.another();
    expect(await referring.refusal({ needId: '7d8a7a4e-9a4b-4c39-9f0e-0f4f0a1c2b3d' })).toEqual([
      422,
      [['no-such-need', 'needId']],
    ]);
    await referring.opened({ needId, besideAnother: 'Un autre besoin.' } as Partial<OpenReferralDto>);
    const { need } = await stands();
    expect([need.id, need.state, need.referrals.map(({ state }) => state)]).toEqual([
      needId,
      'waiting',
      ['refused', 'sent'],
    ]);
    await answer({ answer: 'accepted' });
    expect((await stands()).need.state).toBe('met');
  });

  it('that is taken back says so to the partner instead of vanishing, with nothing of the child', async () => {
    await referring.opened();
    expect(await past()).toEqual([]);
    await referring.endReferral();
    expect((await stands()).referral.state).toBe('withdrawn');
    expect((await received()).items).toEqual([]);
    expect(await past()).toEqual([
      {
        ...{ id: expect.any(String), caseFileId: referring.file.id },
        ...{ reference: referring.file.reference, team: 'North' },
        ...{ since: expect.any(String), endedAt: expect.any(String), isWithdrawn: true },
      },
    ]);
    const [trace] = await referring.service.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE e.entry::json ->> 'type' = 'referral.past' AND s.case_file_id = $1`,
      [referring.file.id],
    );
    expect(trace?.n).toBeGreaterThan(0);
    expect(await answer({ answer: 'accepted' })).toEqual([404, undefined]);
  });

  it.each(['met', 'not-met'] as const)('that has ended is not told as taken back: %s', async (outcome) => {
    await referring.opened();
    await answer({ answer: 'accepted' });
    const { referral } = await stands();
    const path = referring.addressOf(`referrals/${referral.id}/follow-ups`);
    expect((await referring.sendAs(referring.lead, 'post', path, { what: 'ended', outcome })).status).toBe(
      204,
    );
    expect(await past()).toMatchObject([{ team: 'North', isWithdrawn: false }]);
  });

  it('is read on several telephones at once for the first time, and is received once', async () => {
    await referring.opened();
    const { service, partner } = referring;
    const telephones = Array.from({ length: 6 }, () => service.client());
    // One after the other: so many tries at once would be stopped.
    for (const client of telephones) await service.signInAgain({ login: partner.login, client });
    const path = await referring.addressOfReceived();
    const all = await Promise.all(telephones.map((client) => client.get(path)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect((await stands()).referral.events.map(({ kind }) => kind)).toEqual(['sent', 'received']);
  });

  it('that was taken back is accepted by nobody: not by who repeats a yes, nor by the worker', async () => {
    await referring.opened();
    const { id } = (await stands()).referral;
    await referring.endReferral();
    expect(await act('answers', { answer: 'accepted' })).toEqual([422, [['referral-withdrawn', undefined]]]);
    expect(await answer({ answer: 'accepted' })).toEqual([404, undefined]);
    const { need, referral } = await stands();
    expect([referral.id, referral.state, need.state]).toEqual([id, 'withdrawn', 'open']);
  });

  it('whose need was unmet before is told of all the same when the next service is silent', async () => {
    await referring.opened();
    await answer({ answer: 'refused', reason: 'age' });
    await act('unmet', { reason: 'age' });
    const needId = (await stands()).need.id;
    await referring.another();
    await referring.opened({ needId, answerHours: 4, besideAnother: 'Un autre besoin.' });
    await fallDue();
    expect((await stands()).need.state).toBe('open');
    expect(await unanswered()).toHaveLength(1);
    // A yes that is taken back covers nothing, and hides no silence. Who is silent may say yes still, until it is taken back.
    await referring.endReferral();
    await referring.another();
    await referring.opened({ needId, besideAnother: 'Un autre besoin.' });
    await answer({ answer: 'accepted' });
    expect(await unanswered()).toEqual([]);
    await answer({ answer: 'refused', reason: 'full' });
    expect(await unanswered()).toMatchObject([{ partner: 'Lou Ailleurs' }]);
    expect(await act('unmet', { reason: 'silent' })).toEqual([204, undefined]);
    expect([(await stands()).need.state, await unanswered()]).toEqual(['unmet', []]);
    expect((await answer({ answer: 'accepted' }))[0]).toBe(204);
    expect((await stands()).need.state).toBe('met');
  });

  it('that was accepted is followed: the child is received, then it is over and closed, and the need is met only when that is said', async () => {
    await referring.opened();
    for (const early of [{ what: 'first-appointment' }, { what: 'ended', outcome: 'met' }])
      expect(await act('follow-ups', early)).toEqual([422, [['nothing-to-follow', undefined]]]);
    await answer({ answer: 'accepted' });
    for (const [wrong, field] of [
      [{ what: 'ended' }, 'outcome'],
      [{ what: 'ended', outcome: 'fine' }, 'outcome'],
      [{ what: 'gone' }, 'what'],
      [{ what: 'ended', outcome: 'met', words: 'x'.repeat(1_001) }, 'words'],
    ] as const)
      expect(await act('follow-ups', wrong)).toMatchObject([400, [[expect.any(String), field]]]);
    expect(await act('follow-ups', { what: 'first-appointment' })).toEqual([204, undefined]);
    expect(await act('follow-ups', { what: 'first-appointment' })).toEqual([204, undefined]);
    expect(await stands()).toMatchObject({ need: { state: 'met' }, referral: { state: 'started' } });
    expect(
      await act('follow-ups', { what: 'ended', outcome: 'not-met', words: 'Parti au bout d’un jour.' }),
    ).toEqual([204, undefined]);
    // Over: closed to the partner, and the need is there again.
    expect(await referring.reads()).toBe(404);
    expect(await past()).toHaveLength(1);
    const { need, referral } = await stands();
    expect([need.state, referral.state]).toEqual(['open', 'ended']);
    expect(referral.events.map(({ kind }) => kind)).toEqual([
      'sent',
      'accepted',
      'first-appointment',
      'ended',
    ]);
    expect(referral.events.at(-1)).toMatchObject({ reason: 'not-met', words: 'Parti au bout d’un jour.' });
    expect(await act('follow-ups', { what: 'first-appointment' })).toEqual([
      422,
      [['nothing-to-follow', undefined]],
    ]);
    expect(await act('follow-ups', { what: 'ended', outcome: 'met' })).toEqual([204, undefined]);
    expect((await stands()).need.state).toBe('met');
  });

  it('that was accepted and taken back leaves the need unsure until somebody says what came of it', async () => {
    await referring.opened();
    await answer({ answer: 'accepted' });
    await referring.endReferral();
    expect((await stands()).need.state).toBe('unsure');
    expect(await act('follow-ups', { what: 'ended', outcome: 'partly-met' })).toEqual([204, undefined]);
    expect((await stands()).need.state).toBe('open');
    expect(await act('unmet', { reason: 'no-service' })).toEqual([204, undefined]);
    expect((await stands()).need.state).toBe('unmet');
  });

  it('that is silent is told of again when the yes of another one is over, until somebody says that the need was met', async () => {
    await referring.opened({ answerHours: 4 });
    await fallDue();
    const needId = (await stands()).need.id;
    await referring.endReferral();
    await referring.another();
    await referring.opened({ needId, besideAnother: 'Un autre besoin.' });
    await answer({ answer: 'accepted' });
    expect(await unanswered()).toEqual([]);
    await referring.endReferral();
    expect([(await stands()).need.state, (await unanswered()).length]).toEqual(['unsure', 1]);
    expect(await act('follow-ups', { what: 'ended', outcome: 'met' })).toEqual([204, undefined]);
    expect([(await stands()).need.state, await unanswered()]).toEqual(['met', []]);
  });

  it('that ends before an answer is due is silent from its end on', async () => {
    await referring.opened({ until: inDays(1), answerHours: 168 });
    const { referral } = await stands();
    expect(referral.dueAt).toBe(referral.until);
    const [job] = await referring.service.query<{ inHours: number }>(
      `SELECT round(extract(epoch FROM due_at - now()) / 3600)::int AS "inHours" FROM job
        WHERE kind = 'referral.answer-due' AND subject = $1`,
      [referral.id],
    );
    expect(job).toEqual({ inHours: 24 });
  });

  it('tells nobody where the child goes who must not learn it: how many were asked, and what they sent themselves', async () => {
    await referring.opened({ need: 'legal-help', request: 'Un lit au Refuge des Aulnes' });
    await answer({ answer: 'accepted', words: 'Elle dort ici.', whomToCall: 'La veille du Refuge' });
    const { need: asked, referral } = await stands();
    const night = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const { status } = await referring.sendAs(night, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'Elle est devant moi.', reference: referring.file.reference },
    });
    expect(status).toBe(200);
    const thisNeed = async (by?: SignedInClient) => (await sent(by)).needs.find(({ id }) => id === asked.id);
    expect(await thisNeed(night)).toMatchObject({
      asked: 1,
      ...{ request: null, need: null, referrals: [], state: asked.state },
    });
    const { body: register } = await night.client.get(`/case-files/${referring.file.id}/privacy`);
    expect(JSON.stringify([await sent(night), register])).not.toMatch(/Refuge|Elle dort ici/);
    // Who is only asked is named, so that they can be called; who took the child is not.
    expect(JSON.stringify([await thisNeed(night), register])).not.toContain(referral.partner.name);
    // Who follows the child reads all of it.
    const known = await thisNeed();
    expect(known).toMatchObject({ need: 'legal-help', request: 'Un lit au Refuge des Aulnes' });
    expect(known?.referrals[0]?.partner).toEqual(referral.partner);
  });

  it('is answered by nobody else, and seen by who reads the case', async () => {
    await referring.opened();
    const stranger = await referring.service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    const other = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const adviser = await referring.adviser();
    const yes = { answer: 'accepted' };
    for (const by of [stranger, other]) expect((await answer(yes, by))[0]).toBe(404);
    expect((await answer(yes, referring.lead))[0]).toBe(403);
    for (const [by, status] of [
      [adviser, 403],
      [other, 404],
      [referring.partner, 404],
    ] as const) {
      expect((await act('answers', yes, by))[0]).toBe(status);
      expect((await act('reminders', { how: 'mail' }, by))[0]).toBe(status);
      expect((await act('follow-ups', { what: 'ended', outcome: 'met' }, by))[0]).toBe(status);
    }
    expect(await sent(adviser)).toMatchObject({ mayRefer: false, mayWithdraw: false });
    expect(await sent()).toMatchObject({ mayRefer: true, mayWithdraw: true });
    expect((await referring.partner.client.get(referring.addressOf('referrals'))).status).toBe(404);
    expect(await referring.refusal({ request: 'Un suivi', until: inDays(108) })).toEqual([
      400,
      [['invalid-value', 'until']],
    ]);
  });
});
