import type { SignedInClient } from '../../testing/test-service';
import type { SentReferralsDto } from '../answers/answers.dto';
import type { OpenReferralDto } from '../referral.dto';
import { Referring } from '../testing/referring';

const NO = { answer: 'refused', reason: 'full' } as const;
const YES = { answer: 'accepted' } as const;
const ANOTHER = [422, [['another-may-take', undefined]]];
const ONE = [422, [['one-at-a-time', 'besideAnother']]];

describe('one service takes a child', () => {
  let referring: Referring;
  beforeEach(async () => {
    referring = await Referring.start();
  });
  afterEach(() => referring.service.stop());

  const sendTo = async (by: SignedInClient, address: string, body: object): Promise<readonly unknown[]> => {
    const { status, body: said } = await referring.sendAs(by, 'post', address, body);
    return [status, said?.reasons?.map(({ code, field }) => [code, field])];
  };
  const sendAs = (by: SignedInClient, path: string, body: object) =>
    sendTo(by, referring.addressOf(path), body);
  const answer = async (body: object, by: SignedInClient) =>
    sendTo(by, await referring.addressOfReceived('answers', by), body);
  const needs = async () =>
    (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'))).body.needs;
  const sentTo = async ({ id }: SignedInClient) => {
    for (const need of await needs())
      for (const referral of need.referrals)
        if (referral.partner.id === id) return { referralId: referral.id, needId: need.id };
    throw new Error('not referred');
  };
  /** As a worker is told it by telephone. */
  const told = async (body: object, of: SignedInClient) =>
    sendAs(referring.lead, `referrals/${(await sentTo(of)).referralId}/answers`, body);
  /** Opened to another partner, who is the present one from then on. */
  const openNext = async (change: Partial<OpenReferralDto>): Promise<SignedInClient> => {
    await referring.another();
    await referring.opened(change);
    return referring.partner;
  };
  const acceptances = async (): Promise<number> =>
    (await needs()).flatMap(({ referrals }) => referrals.filter(({ state }) => state === 'accepted')).length;

  it.each(['legal-help', null] as const)(
    'a yes after a no waits until no other may take the child: %s',
    async (need) => {
      const first = await openNext(need === null ? {} : { need });
      await answer(NO, first);
      const second = await openNext(need === null ? { needId: (await sentTo(first)).needId } : { need });
      expect(await answer(YES, first)).toEqual(ANOTHER);
      expect(await told(YES, first)).toEqual(ANOTHER);
      // Nor does an offer open again what the no had closed.
      expect(await answer({ answer: 'other-offer', words: 'Le 12.' }, first)).toEqual(ANOTHER);
      expect(await answer(YES, first)).toEqual(ANOTHER);
      expect(await answer(YES, second)).toEqual([204, undefined]);
      expect(await told(YES, first)).toEqual(ANOTHER);
      expect(await acceptances()).toBe(1);
      // The other one does not take them after all.
      await answer(NO, second);
      expect(await answer(YES, first)).toEqual([204, undefined]);
      expect(await answer(YES, second)).toEqual(ANOTHER);
      expect(await acceptances()).toBe(1);
    },
  );

  it('of one that never answered and is over by itself keeps nobody from asking the next', async () => {
    const first = await openNext({ need: 'legal-help' });
    await referring.another();
    expect(await referring.refusal({ need: 'legal-help' })).toEqual(ONE);
    await referring.service.pastTriggers(
      `UPDATE assignment SET until_at = since + interval '1 millisecond' WHERE account_id = $1`,
      [first.id],
    );
    const next = await openNext({ need: 'legal-help' });
    expect(await answer(YES, next)).toEqual([204, undefined]);
    // Whoever was silent says yes by telephone after all: the child is taken already.
    expect(await told(YES, first)).toEqual(ANOTHER);
  });

  it('nor does one that offered something else, once it is over by itself', async () => {
    const first = await openNext({ need: 'legal-help' });
    expect(await answer({ answer: 'other-offer', words: 'Le 12.' }, first)).toEqual([204, undefined]);
    await referring.another();
    expect(await referring.refusal({ need: 'legal-help' })).toEqual(ONE);
    await referring.service.pastTriggers(
      `UPDATE assignment SET until_at = since + interval '1 millisecond' WHERE account_id = $1`,
      [first.id],
    );
    await openNext({ need: 'legal-help' });
  });

  it('a yes for another need is another matter', async () => {
    const first = await openNext({ need: 'legal-help' });
    await answer(NO, first);
    await openNext({ need: 'school-or-training' });
    expect(await answer(YES, first)).toEqual([204, undefined]);
  });

  it('of twelve who say yes at once after a no one does', async () => {
    const all: SignedInClient[] = [];
    for (let n = 0; n < 12; n++) {
      const next = await openNext({ need: 'legal-help' });
      await answer(NO, next);
      all.push(next);
    }
    const answers = await Promise.all(all.map((by, n) => (n % 2 === 0 ? answer(YES, by) : told(YES, by))));
    expect(answers.filter(([status]) => status === 204)).toHaveLength(1);
    expect(answers.filter(([status]) => status !== 204)).toEqual(Array.from({ length: 11 }, () => ANOTHER));
    expect(await acceptances()).toBe(1);
  });

  it('is known of a need in words alone, as long as the first may take the child', async () => {
    const first = await openNext({});
    const { needId } = await sentTo(first);
    await referring.another();
    expect(await referring.refusal({ needId })).toEqual(ONE);
    await answer(YES, first);
    expect(await referring.refusal({ needId })).toEqual(ONE);
    await answer(NO, first);
    await referring.opened({ needId });
    // What is needed beside it is asked beside it.
    await openNext({});
  });

  it('is not got round by calling the need another name', async () => {
    const first = await openNext({ need: 'bed-tonight' });
    const { needId } = await sentTo(first);
    await referring.another();
    const otherNeed = [422, [['other-need', 'need']]];
    expect(await referring.refusal({ needId, need: 'legal-help' })).toEqual(otherNeed);
    expect(await referring.refusal({ needId, need: 'bed-tonight' })).toEqual(ONE);
    await answer(NO, first);
    expect(await referring.refusal({ needId, need: 'legal-help' })).toEqual(otherNeed);
    await referring.opened({ needId, need: 'bed-tonight' });
    const inWords = await openNext({ beforeYes: 'Un autre besoin.' });
    const { needId: ofWords } = await sentTo(inWords);
    await answer(NO, inWords);
    await referring.another();
    expect(await referring.refusal({ needId: ofWords, need: 'legal-help' })).toEqual(otherNeed);
    await referring.opened({ needId: ofWords, beforeYes: 'Un autre besoin.' });
  });
});
