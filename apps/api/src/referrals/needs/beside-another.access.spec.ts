import type { SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { ReferToServiceDto, TellServiceDto } from '../told/tell-service.dto';
import type { SignedInClient } from '../../testing/test-service';

const WHY = 'Le foyer ne répond plus, elle est devant moi.';
const ONE = [422, [['one-at-a-time', 'besideAnother']]];
const DONE = [204, undefined];

describe('the next service is told while the one before is silent', () => {
  let asking: Asking;
  let silent: string;
  let rescuer: SignedInClient;
  beforeEach(async () => {
    asking = await Asking.start();
    const { service, file } = asking.referring;
    silent = await asking.addService({ phones: ['01 23 45 67 89'] });
    expect(await refer(silent, { beforeYes: 'Oui au téléphone.' })).toEqual(DONE);
    rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
    await asking.referring.sendAs(rescuer, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'Elle est devant moi, 2 h du matin.', reference: file.reference },
    });
  });
  afterEach(() => asking.stop());

  const TOLD: TellServiceDto = {
    ...{ what: 'Son prénom', classes: ['identity'], how: 'spoken', ground: 'shared-secret' },
    ...{
      isBound: true,
      nobodyAroundWorksThere: true,
      why: 'Pour l’accueillir',
      child: { told: 'yes' },
      parents: { told: 'yes' },
    },
  };
  const send = async (path: string, body: object, by: SignedInClient): Promise<readonly unknown[]> => {
    const sent = await asking.referring.sendAs(by, 'post', asking.referring.addressOf(path), body);
    return [sent.status, sent.body?.reasons?.map(({ code, field }) => [code, field])];
  };
  const refer = (serviceId: string, change: Partial<ReferToServiceDto>, by = asking.referring.lead) =>
    send('told-referrals', { ...TOLD, serviceId, need: 'bed-tonight', ...change }, by);
  const needs = async (by = asking.referring.lead) =>
    (await by.client.get<SentReferralsDto>(asking.referring.addressOf('referrals'))).body.needs;
  const shown = async (by = asking.referring.lead) =>
    (await needs(by)).flatMap(({ referrals }) => referrals.map((it) => [it.partner.id, it.state]));
  const fallDue = () => asking.tamper(`UPDATE referral_event SET due_at = now() WHERE kind = 'sent'`);
  const answer = async (serviceId: string, body: object, by = asking.referring.lead) => {
    const found = (await needs()).flatMap((it) => it.referrals).find((it) => it.partner.id === serviceId);
    return send(`referrals/${found?.id ?? ''}/answers`, body, by);
  };

  it('at once with the reason, after a yes to a question for a place; both are seen, and of two yes one counts', async () => {
    const next = await asking.addService();
    expect((await asking.askAll({ serviceIds: [next] }, rescuer)).status).toBe(204);
    const path = `capacity-questions/requests/${(await asking.requestTo(next)).id}`;
    expect(await send(`${path}/answers`, { answer: 'yes', heldHours: 2 }, rescuer)).toEqual(DONE);
    // Whom to call is shown, though where the child is is closed to who broke the glass.
    const [need] = await needs(rescuer);
    expect(need?.referrals).toMatchObject([
      { partner: { id: silent }, state: 'received', service: { phones: ['01 23 45 67 89'] } },
    ]);
    expect(JSON.stringify(need)).not.toContain('Oui au téléphone');
    expect(await send(`${path}/told`, TOLD, rescuer)).toEqual(ONE);
    for (const besideAnother of ['', ' ', 'x'.repeat(501), ['x']])
      expect(await send(`${path}/told`, { ...TOLD, besideAnother }, rescuer)).toMatchObject([
        400,
        [[expect.any(String), 'besideAnother']],
      ]);
    expect(await send(`${path}/told`, { ...TOLD, besideAnother: WHY }, rescuer)).toEqual(DONE);
    expect(await shown()).toEqual([
      [silent, 'received'],
      [next, 'received'],
    ]);
    expect(JSON.stringify(await needs())).toContain(WHY);
    expect(await answer(next, { answer: 'accepted' }, rescuer)).toEqual(DONE);
    expect(await answer(silent, { answer: 'accepted' })).toEqual([422, [['another-may-take', undefined]]]);
    expect(await needs()).toMatchObject([{ state: 'met' }]);
  });

  it('past its time without one, to a service without account and to an account', async () => {
    const next = await asking.addService();
    const before = { beforeYes: 'Oui au téléphone.' };
    expect(await refer(next, before, rescuer)).toEqual(ONE);
    await fallDue();
    expect(await refer(next, before, rescuer)).toEqual(DONE);
    expect(await asking.referring.refusal({ need: 'bed-tonight' })).toEqual(ONE);
    expect(await asking.referring.refusal({ need: 'bed-tonight', besideAnother: WHY })).toEqual(DONE);
    // Whoever was silent may say yes still, while no other did.
    expect(await answer(silent, { answer: 'accepted' })).toEqual(DONE);
    expect(await answer(next, { answer: 'accepted' })).toEqual([422, [['another-may-take', undefined]]]);
  });

  it('of a need in words as well; who must not learn where the child goes is shown no service that took them', async () => {
    const [first, second] = [await asking.addService(), await asking.addService()];
    expect(await refer(first, { need: undefined, beforeYes: 'Autre chose.' })).toEqual(DONE);
    const inWords = (await needs()).find(({ referrals }) => referrals[0]?.partner.id === first);
    const goesOn = { need: undefined, needId: inWords?.id ?? '', beforeYes: 'Autre chose.' };
    expect(await refer(second, goesOn, rescuer)).toEqual(ONE);
    expect(await refer(second, { ...goesOn, besideAnother: WHY }, rescuer)).toEqual(DONE);
    expect(await answer(silent, { answer: 'accepted' })).toEqual(DONE);
    expect((await shown(rescuer)).map(([id]) => id).toSorted()).toEqual([first, second].toSorted());
    // It has the child: a second one is told for a reason alone.
    expect(await refer(second, { beforeYes: 'Elle a fui.' }, rescuer)).toEqual(ONE);
    expect(
      await refer(second, { beforeYes: 'x', besideAnother: WHY }, asking.referring.partner),
    ).toMatchObject([404]);
  });
});
