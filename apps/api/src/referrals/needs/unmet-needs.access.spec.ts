import { sendMails } from '../../access/accounts/testing/mailed';
import { Asking } from '../capacity/testing/asking';
import type { TellServiceDto } from '../told/tell-service.dto';
import type { UnmetNeedsDto } from './unmet-needs.dto';

const FULL = { answer: 'no', reason: 'full' } as const;

/** Each of these is about a case of its own: what one asks must not stand in the way of another. */
describe('a need that nobody meets', () => {
  let asking: Asking;
  beforeEach(async () => {
    asking = await Asking.start();
  });
  afterEach(() => asking.stop());

  const settle = () => sendMails(asking.referring.service);
  /** Its time is over, and what waits for that has run. */
  const fallSilent = async (): Promise<void> => {
    await asking.tamper(`UPDATE capacity_question SET due_at = now() - interval '1 second'`);
    await asking.tamper(`UPDATE job SET due_at = now() WHERE kind = 'need.settle' AND state = 'waiting'`);
    await settle();
  };
  const listed = async (by = asking.referring.supervisor): Promise<UnmetNeedsDto> =>
    (await by.client.get<UnmetNeedsDto>('/unmet-needs')).body;
  const standing = async () =>
    (await listed()).items.map(({ need, reason, standing }) => [need, reason, standing]);
  const act = (path: string, body: object = {}, method: 'post' | 'put' = 'post') =>
    asking.referring.sendAs(asking.referring.lead, method, asking.referring.addressOf(path), body);
  const rowsOfGaps = async (): Promise<readonly unknown[]> =>
    (await asking.rowsOfGaps()).map(({ reason }) => reason);

  it('is noted by the last no itself: as a fact of the case, and in the list of the département', async () => {
    const { id, member } = await asking.addWithMember();
    const other = await asking.addWithMember();
    await asking.askPlaces([id, other.id]);
    await asking.answerAs(member, (await asking.requestTo(id)).id, FULL);
    await settle();
    expect((await listed()).items).toEqual([]);
    await asking.answerAs(other.member, (await asking.requestTo(other.id)).id, FULL);
    await settle();
    const { departments, hasMore } = await listed();
    expect(await standing()).toEqual([['bed-tonight', 'full', 'open']]);
    expect([departments.map(({ counts }) => counts), hasMore]).toEqual([
      [[{ need: 'bed-tonight', reason: 'full', open: 1, recorded: 0 }]],
      false,
    ]);
    expect(await rowsOfGaps()).toEqual(['no_room']);
  });

  it('is noted by silence, once, however often it is looked at', async () => {
    await asking.askPlaces([await asking.addService()]);
    await settle();
    expect(await standing()).toEqual([]);
    await fallSilent();
    await fallSilent();
    expect(await standing()).toEqual([['bed-tonight', 'silent', 'open']]);
    expect((await listed()).items).toMatchObject([{ isAsked: true }]);
    expect(await rowsOfGaps()).toEqual(['no_word']);
  });

  it('stays open when nobody looks any more, until somebody says that it is met', async () => {
    await asking.askPlaces([await asking.addService()]);
    await fallSilent();
    const { id } = await asking.newest();
    expect((await act(`capacity-questions/closed/${id}`, {}, 'put')).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([['bed-tonight', 'silent', 'open']]);
    for (let twice = 0; twice < 2; twice++)
      expect((await act(`capacity-questions/met/${id}`, {}, 'put')).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([]);
  });

  it('is not lost when somebody says no, another is silent still, and the search is closed; nor is its reason', async () => {
    const { id, member } = await asking.addWithMember();
    await asking.askPlaces([id, await asking.addService()]);
    await asking.answerAs(member, (await asking.requestTo(id)).id, FULL);
    const { id: questionId } = await asking.newest();
    expect(
      (await act(`capacity-questions/${questionId}/unmet`, { reason: 'full' })).body.reasons,
    ).toMatchObject([{ code: 'need-not-open' }]);
    expect((await act(`capacity-questions/closed/${questionId}`, {}, 'put')).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([['bed-tonight', 'full', 'open']]);
    expect(await asking.newest()).toMatchObject({ state: 'closed', isMet: false, unmet: null });
    for (let twice = 0; twice < 2; twice++)
      expect((await act(`capacity-questions/${questionId}/unmet`, { reason: 'age' })).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([['bed-tonight', 'age', 'recorded']]);
    expect(await asking.newest()).toMatchObject({ state: 'closed', isMet: false, unmet: 'age' });
  });

  it('that a service took is asked of nobody any more, and is open again when it has the child no more', async () => {
    const { referring } = asking;
    const [taking, other] = [await asking.addWithMember(), await asking.addWithMember()];
    await asking.askPlaces([taking.id, other.id]);
    const requestId = (await asking.requestTo(taking.id)).id;
    await asking.answerAs(taking.member, requestId, { answer: 'yes', heldHours: 2 });
    await referring.opened({ accountId: taking.member.id, capacityRequestId: requestId });
    expect((await referring.answerAs(taking.member, { answer: 'accepted' })).status).toBe(204);
    await settle();
    const { id } = await asking.newest();
    expect(await asking.newest()).toMatchObject({ state: 'closed', isMet: true });
    expect(await asking.received(other.member)).toMatchObject([{ isClosed: true }]);
    expect((await act(`capacity-questions/${id}/unmet`, { reason: 'full' })).body.reasons).toMatchObject([
      { code: 'need-not-open' },
    ]);
    // A place that is held no more says nothing of a child who has one.
    await asking.tamper(
      `UPDATE capacity_event SET held_until = now() - interval '1 second' WHERE kind = 'yes'`,
    );
    await fallSilent();
    expect(await asking.newest()).toMatchObject({ state: 'closed', isMet: true });
    expect(await standing()).toEqual([]);

    const no = { answer: 'refused', reason: 'full' };
    expect((await referring.answerAs(taking.member, no)).status).toBe(204);
    await settle();
    expect(await asking.newest()).toMatchObject({ state: 'closed', isMet: false });
    expect(await standing()).toEqual([['bed-tonight', 'full', 'open']]);
    // Whoever is asked after a yes is asked on purpose.
    await asking.askPlaces([other.id]);
    expect(await asking.newest()).toMatchObject({ state: 'waiting' });
  });

  it('is recorded as unmet with its reason, which the case says as well', async () => {
    await asking.askPlaces([await asking.addService()]);
    await fallSilent();
    const { id } = await asking.newest();
    expect((await act(`capacity-questions/${id}/unmet`, { reason: 'full' })).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([['bed-tonight', 'full', 'recorded']]);
    expect(await rowsOfGaps()).toEqual(['no_word', 'no_room']);
  });

  it('of a referral is noted when it is refused, and met once another one accepts', async () => {
    const { referring } = asking;
    await referring.opened({ need: 'legal-help' });
    const answer = (body: object) => referring.answerAs(referring.partner, body);
    expect((await answer({ answer: 'refused', reason: 'language' })).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([['legal-help', 'language', 'open']]);
    expect((await listed()).items).toMatchObject([{ isAsked: false }]);
    await referring.another();
    await referring.opened({ need: 'legal-help' });
    expect((await answer({ answer: 'accepted' })).status).toBe(204);
    await settle();
    expect(await standing()).toEqual([]);
  });

  describe('after a yes that is over', () => {
    const accept = async (): Promise<void> => {
      const { referring } = asking;
      const answer = { answer: 'accepted' };
      await referring.opened({ need: 'legal-help' });
      expect((await referring.answerAs(referring.partner, answer)).status).toBe(204);
      await settle();
      expect(await standing()).toEqual([]);
    };
    const dueAt = async (): Promise<readonly { readonly days: number }[]> =>
      asking.referring.service.query(
        `SELECT round(extract(epoch FROM due_at - now()) / 86400)::int AS days FROM job
          WHERE kind = 'need.settle' AND state = 'waiting' ORDER BY due_at`,
      );

    it('stands there again when it is taken back', async () => {
      await accept();
      expect((await asking.referring.endReferral()).status).toBe(204);
      await settle();
      expect(await standing()).toEqual([['legal-help', 'not-said', 'open']]);
    });

    it('stands there again when the account of who accepted is disabled', async () => {
      await accept();
      const address = `/accounts/${asking.referring.partner.id}/disable`;
      const reason = { reason: 'Elle est partie.' };
      expect((await asking.referring.sendAs(asking.administrator, 'post', address, reason)).status).toBe(200);
      await settle();
      expect(await standing()).toEqual([['legal-help', 'not-said', 'open']]);
    });

    it('stands there again from the day on which it runs out, once', async () => {
      await accept();
      // Two days from the hour at which its mail leaves.
      const [first, second] = await dueAt();
      expect([2, 3]).toContain(first?.days);
      expect(second).toEqual({ days: 30 });
      await asking.tamper(
        `UPDATE assignment SET since = since - interval '31 days', until_at = until_at - interval '31 days'
          WHERE relation = 'partner'`,
      );
      await fallSilent();
      expect(await standing()).toEqual([['legal-help', 'not-said', 'open']]);
      await asking.referring.endReferral();
      await settle();
      expect(await rowsOfGaps()).toEqual(['turned_away']);
    });

    it('does not where somebody said that it met the need', async () => {
      await accept();
      const { sharingId } = await asking.referring.service
        .query<{ sharingId: string }>(
          `SELECT sharing_id AS "sharingId" FROM referral_event WHERE kind = 'sent'`,
        )
        .then(([row]) => row ?? { sharingId: '' });
      expect((await act(`referrals/${sharingId}/follow-ups`, { what: 'ended', outcome: 'met' })).status).toBe(
        204,
      );
      await settle();
      await fallSilent();
      expect(await standing()).toEqual([]);
    });
  });

  it('is listed for who supervises these cases, and for nobody else', async () => {
    await asking.askPlaces([await asking.addService()]);
    await fallSilent();
    const { service, lead } = asking.referring;
    const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect(await listed(elsewhere)).toMatchObject({ items: [], departments: [] });
    expect((await lead.client.get('/unmet-needs')).status).toBe(403);
    expect((await asking.administrator.client.get('/unmet-needs')).status).toBe(403);
  });

  it('that others asked for is no secret that a refusal tells: who broke the glass may ask the same service', async () => {
    const { service, file, lead } = asking.referring;
    const id = await asking.addService();
    await asking.askPlaces([id]);
    const rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const broken = { reason: 'child-present', words: 'L’enfant est là.', reference: file.reference };
    expect((await asking.referring.sendAs(rescuer, 'post', '/break-glass', broken)).status).toBeLessThan(300);
    const asked = { serviceIds: [id] };
    expect((await asking.askAll(asked, lead)).body.reasons).toMatchObject([{ code: 'asked-already' }]);
    expect((await asking.askAll(asked, rescuer)).status).toBe(204);
    // Their own question they know.
    expect((await asking.askAll(asked, rescuer)).body.reasons).toMatchObject([{ code: 'asked-already' }]);
  });

  describe('one service at a time', () => {
    it('knows of a plain referral for the same need', async () => {
      const { id, member } = await asking.addWithMember();
      await asking.askPlaces([id]);
      const { id: requestId } = await asking.requestTo(id);
      await asking.answerAs(member, requestId, { answer: 'yes', heldHours: 2 });
      await asking.referring.opened({ need: 'bed-tonight' });
      const afterYes = { accountId: member.id, capacityRequestId: requestId };
      expect(await asking.referring.refusal(afterYes)).toEqual([422, [['one-at-a-time', 'besideAnother']]]);
      await asking.referring.endReferral();
      expect(await asking.referring.refusal({ ...afterYes, need: 'legal-help' })).toEqual([
        422,
        [['other-need', 'need']],
      ]);
      await asking.referring.opened({ ...afterYes, need: 'bed-tonight' });
      await asking.referring.another();
      expect(await asking.referring.refusal({ need: 'bed-tonight' })).toEqual([
        422,
        [['one-at-a-time', 'besideAnother']],
      ]);
      // Another need is another matter, and so is one in words alone.
      await asking.referring.opened({ need: 'legal-help' });
    });

    it('knows of a service without account that was told, until it says no', async () => {
      const [told, next] = [await asking.addService(), await asking.addWithMember()];
      await asking.askPlaces([told, next.id]);
      const [toldId, nextId] = [(await asking.requestTo(told)).id, (await asking.requestTo(next.id)).id];
      const yes = { answer: 'yes', heldHours: 2 } as const;
      const tell = (id: string, change: Partial<TellServiceDto> = {}) =>
        act(`capacity-questions/requests/${id}/told`, {
          ...{ what: 'Son prénom', classes: ['identity'], how: 'spoken', ground: 'shared-secret' },
          ...{
            isBound: true,
            nobodyAroundWorksThere: true,
            why: 'Pour l’accueillir',
            child: { told: 'yes' },
            parents: { told: 'yes' },
          },
          ...change,
        } satisfies TellServiceDto);
      expect((await tell(toldId)).body.reasons).toMatchObject([{ code: 'no-yes' }]);
      await act(`capacity-questions/requests/${toldId}/answers`, yes);
      await asking.answerAs(next.member, nextId, yes);
      expect((await tell(nextId)).body.reasons).toMatchObject([{ code: 'has-account' }]);
      expect((await tell(toldId)).status).toBe(204);
      expect((await asking.requestTo(told)).isReferred).toBe(true);
      const afterYes = { accountId: next.member.id, capacityRequestId: nextId };
      expect(await asking.referring.refusal(afterYes)).toEqual([422, [['one-at-a-time', 'besideAnother']]]);
      expect((await tell(toldId)).body.reasons).toMatchObject([{ code: 'asked-already' }]);
      await act(`capacity-questions/requests/${toldId}/answers`, FULL);
      await asking.referring.opened(afterYes);
      // Who knows the child may say that the place is held for longer.
      const longer = { answer: 'yes', heldHours: 12 } as const;
      expect((await act(`capacity-questions/requests/${nextId}/answers`, longer)).status).toBe(204);
      // Who knew the child and said no says no yes while another may take them, as little as by a referral.
      const again = () => act(`capacity-questions/requests/${toldId}/answers`, yes);
      expect((await again()).body.reasons).toMatchObject([{ code: 'another-may-take' }]);
      expect((await act(`capacity-questions/requests/${toldId}/answers`, FULL)).status).toBe(204);
      const no = { answer: 'refused', reason: 'full' };
      expect((await asking.referring.answerAs(next.member, no)).status).toBe(204);
      expect((await again()).status).toBe(204);
    });
  });
});
