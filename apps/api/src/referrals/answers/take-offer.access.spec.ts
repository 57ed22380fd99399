import { Asking } from '../capacity/testing/asking';
import type { SignedInClient } from '../../testing/test-service';
import type { ReceivedReferralsDto } from '../referral.dto';
import type { SentReferralDto, SentReferralsDto } from './answers.dto';

/** A service offers something else, and whoever refers takes it. */
describe('another offer that is taken', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(async () => {
    await asking.referring.another();
    await asking.referring.opened({ need: 'legal-help', besideAnother: 'Un autre essai' });
  });
  afterEach(() => asking.referring.endReferral());

  const address = (path: string): string => asking.referring.addressOf(path);
  const needs = async () =>
    (await asking.referring.lead.client.get<SentReferralsDto>(address('referrals'))).body.needs;
  const referral = async (): Promise<SentReferralDto> => {
    const found = (await needs())
      .flatMap((it) => it.referrals)
      .find(({ partner }) => partner.id === asking.referring.partner.id);
    if (!found) throw new Error('nothing was sent to them');
    return found;
  };
  const answer = async (body: object): Promise<number> =>
    (await asking.referring.answerAs(asking.referring.partner, body)).status;
  const offeredAt = async (): Promise<string> =>
    (await referral()).events.findLast(({ kind }) => kind === 'other-offer')?.at ?? new Date(0).toISOString();
  const take = async (by: SignedInClient = asking.referring.lead, read?: unknown) => {
    const path = address(`referrals/offers-taken/${(await referral()).id}`);
    const sent = { offeredAt: read ?? (await offeredAt()) };
    const { status, body } = await asking.referring.sendAs(by, 'put', path, sent);
    if (status === 500) throw new Error(JSON.stringify(body));
    return [status, body?.reasons?.map(({ code }) => code)];
  };
  const OFFER = { answer: 'other-offer', words: 'Lundi à 9 h' } as const;

  it('is a yes, once, that the service reads as ours', async () => {
    expect(await take()).toEqual([422, ['no-offer']]);
    expect(await answer(OFFER)).toBe(204);
    const outside = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect(await take(outside)).toMatchObject([404]);
    expect(await take(asking.referring.partner)).toMatchObject([404]);
    expect((await referral()).state).toBe('other-offer');
    for (const done of await Promise.all([take(), take()])) expect(done).toEqual([204, undefined]);
    expect(await referral()).toMatchObject({ state: 'accepted' });
    const yes = (await referral()).events.filter(({ kind }) => kind === 'accepted');
    expect(yes).toMatchObject([{ reason: 'offer-taken', by: 'Léa Nord' }]);
    const page = await asking.referring.received();
    expect([page.state, page.answers.at(-1)]).toMatchObject([
      'accepted',
      { kind: 'accepted', reason: 'offer-taken', by: 'North', words: null },
    ]);
    const { body: list } = await asking.referring.partner.client.get<ReceivedReferralsDto>('/referrals');
    expect(list.items).toMatchObject([{ state: 'accepted', isOfferTaken: true }]);
    // They may still say that it does not hold any more, and take no offer in our name.
    expect(await answer({ answer: 'accepted', reason: 'offer-taken' })).toBe(400);
    expect(await answer({ answer: 'refused', reason: 'full' })).toBe(204);
    expect(await take()).toEqual([422, ['no-offer']]);
  });

  it('is the one that was read: another one since then is not taken unseen', async () => {
    expect(await answer(OFFER)).toBe(204);
    const read = await offeredAt();
    expect(await answer({ answer: 'other-offer', words: 'Une liste d’attente, en mai' })).toBe(204);
    const { lead } = asking.referring;
    expect(await take(lead, read)).toEqual([422, ['offer-changed']]);
    expect((await referral()).state).toBe('other-offer');
    for (const wrong of ['lundi', 7, '']) expect((await take(lead, wrong))[0]).toBe(400);
    expect(await take()).toEqual([204, undefined]);
    // Nor does whoever read the first learn that it was taken.
    expect(await take(lead, read)).toEqual([422, ['offer-changed']]);
  });

  it('is refused once another service has the child, and once the referral is over', async () => {
    expect(await answer(OFFER)).toBe(204);
    const first = asking.referring.partner;
    await asking.referring.another();
    await asking.referring.opened({ need: 'legal-help', besideAnother: 'Urgence' });
    expect(await answer({ answer: 'accepted' })).toBe(204);
    const [second, partner] = [asking.referring.partner, first];
    asking.referring.partner = partner;
    expect(await take()).toEqual([422, ['another-may-take']]);
    asking.referring.partner = second;
    expect((await asking.referring.endReferral()).status).toBe(204);
    asking.referring.partner = first;
    expect((await asking.referring.endReferral()).status).toBe(204);
    expect(await take()).toEqual([422, ['referral-withdrawn']]);
  });
});
