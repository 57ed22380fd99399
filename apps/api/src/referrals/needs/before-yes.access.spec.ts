import type { SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { TellServiceDto } from '../told/tell-service.dto';
import type { ReferredCaseDto } from '../referral.dto';

const WHY = 'Elle est devant moi, le foyer a dit oui au téléphone.';
const MAY_BE = [422, [['may-be-that-bed', 'beforeYes']]];

describe('who the child is goes to a service after its yes, or with the reason why before', () => {
  let asking: Asking;
  beforeEach(async () => {
    asking = await Asking.start();
  });
  afterEach(() => asking.stop());

  const sent = async () => {
    const { referring } = asking;
    const { needs } = (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals')))
      .body;
    return needs;
  };
  const words = async (): Promise<string> => {
    const { referring } = asking;
    const path = referring.addressOf('referrals');
    return JSON.stringify((await referring.lead.client.get<SentReferralsDto>(path)).body);
  };

  it('of a bed: refused without, kept and shown to the team with, and told to no partner', async () => {
    const { referring } = asking;
    for (const need of ['bed-tonight', 'lasting-place'] as const)
      expect(await referring.refusal({ need, beforeYes: undefined })).toEqual([
        422,
        [['no-yes-yet', 'beforeYes']],
      ]);
    await referring.opened({ need: 'bed-tonight', beforeYes: WHY });
    expect(await words()).toContain(WHY);
    const read = await referring.partner.client.get<ReferredCaseDto>(await referring.addressOfReceived());
    expect([read.status, JSON.stringify(read.body).includes('téléphone')]).toEqual([200, false]);
    expect(await referring.refusal({ beforeYes: 'x'.repeat(501) })).toEqual([
      400,
      [['invalid-value', 'beforeYes']],
    ]);
  });

  it('of a need in words: as long as somebody may still take the child for a bed', async () => {
    const { referring } = asking;
    await referring.opened({ request: 'Un bilan' });
    await referring.another();
    await referring.opened({ need: 'bed-tonight', beforeYes: WHY });
    const first = referring.partner;
    await referring.another();
    expect(await referring.refusal({ request: 'Un lit ce soir' })).toEqual(MAY_BE);
    await referring.opened({ need: 'legal-help' });
    await referring.another();
    await referring.opened({ request: 'Un lit ce soir', beforeYes: 'Deux enfants, deux lits.' });
    expect(await words()).toContain('deux lits');
    await referring.another();
    const no = { answer: 'refused', reason: 'full' };
    await referring.answerAs(first, no);
    await referring.opened({ request: 'Un soutien' });
  });

  it('of a need in words: as long as a service without account knows who the child is', async () => {
    const { referring } = asking;
    const service = await asking.addService();
    await asking.askPlaces([service]);
    const { id } = await asking.requestTo(service);
    const act = (path: string, body: object) =>
      referring.sendAs(
        referring.lead,
        'post',
        referring.addressOf(`capacity-questions/requests/${id}/${path}`),
        body,
      );
    expect((await act('answers', { answer: 'yes', heldHours: 2 })).status).toBe(204);
    const told: TellServiceDto = {
      ...{ what: 'Son prénom', classes: ['identity'], how: 'spoken', ground: 'shared-secret' },
      ...{
        isBound: true,
        nobodyAroundWorksThere: true,
        why: 'Pour l’accueillir',
        child: { told: 'yes' },
        parents: { told: 'yes' },
      },
    };
    expect((await act('told', told)).status).toBe(204);
    expect(await referring.refusal({ request: 'Un lit ce soir' })).toEqual(MAY_BE);
    expect((await act('answers', { answer: 'no', reason: 'full' })).status).toBe(204);
    await referring.opened({ request: 'Un lit ce soir' });
  });

  it('of two needs in words, which may be one: to another service with a reason, and without once the first said no', async () => {
    const { referring } = asking;
    const alone = { besideAnother: undefined };
    await referring.opened({ ...alone, request: 'Un lit ce soir' });
    const first = referring.partner;
    await referring.another();
    const asked = { ...alone, request: 'Une place, vite' };
    expect(await referring.refusal(asked)).toEqual([422, [['may-be-the-same', 'besideAnother']]]);
    await referring.opened({ ...alone, need: 'legal-help' });
    await referring.opened({ ...asked, besideAnother: 'Un tout autre besoin.' });
    expect(await words()).toContain('tout autre');
    const second = referring.partner;
    await referring.another();
    expect(await referring.refusal(asked)).toEqual([422, [['may-be-the-same', 'besideAnother']]]);
    for (const by of [first, second]) await referring.answerAs(by, { answer: 'refused', reason: 'full' });
    await referring.opened(asked);
    // The same service may be asked several things.
    await referring.opened({ ...alone, request: 'Un soutien' });
  });

  it('of a need in words that goes on: while another service is waited for, with a reason as well', async () => {
    const { referring } = asking;
    const alone = { besideAnother: undefined };
    await referring.opened({ ...alone, request: 'Un lit ce soir' });
    const needId = (await sent())[0]?.id;
    await referring.answerAs(referring.partner, { answer: 'refused', reason: 'full' });
    await referring.another();
    await referring.opened({ ...alone, request: 'Une place' });
    await referring.another();
    const onwards = { ...alone, request: 'Un lit ce soir', needId };
    expect(await referring.refusal(onwards)).toEqual([422, [['may-be-the-same', 'besideAnother']]]);
    await referring.opened({ ...onwards, besideAnother: 'Deux besoins.' });
  });

  it('goes to no colleague of somebody who is kept away, and offers none', async () => {
    const { referring } = asking;
    const { id, member } = await asking.addWithMember();
    const colleague = await asking.addMember(id);
    const accounts = async () => (await referring.choices()).partners.map((it) => it.id);
    expect(await accounts()).toEqual(expect.arrayContaining([member.id, colleague.id, referring.partner.id]));
    await asking.keepAway(member.id);
    expect(await referring.refusal({ accountId: colleague.id })).toEqual([422, [['kept-away', 'accountId']]]);
    expect(await referring.refusal({ accountId: member.id })).toEqual([422, [['conflict', 'accountId']]]);
    expect(await referring.reads(colleague)).toBe(404);
    const offered = await accounts();
    expect([offered.includes(member.id), offered.includes(colleague.id)]).toEqual([false, false]);
    expect(offered).toContain(referring.partner.id);
    await referring.opened();
  });
});
