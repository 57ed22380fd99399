import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import { TestMailServer } from '../../testing/accounts/test-mail-server';
import type { SignedInClient } from '../../testing/test-service';
import type { SentReferralsDto } from '../answers/answers.dto';
import type { UnmetNeedsDto } from '../needs/unmet-needs.dto';
import type { PastReferralsDto } from '../referral.dto';
import { Referring } from '../testing/referring';

describe('a partner who is kept away from the case', () => {
  let mail: TestMailServer;
  let referring: Referring;
  beforeEach(async () => {
    mail = await TestMailServer.start();
    const route = { smtpUrl: mail.url, from: 'repere@repere.example' };
    referring = await Referring.start({ configuration: { mail: route } });
    await giveAddress(referring.service, referring.lead.id, 'lea@north.example');
    await giveAddress(referring.service, referring.supervisor.id, 'sacha@north.example', 'en');
  });
  afterEach(async () => {
    await referring.service.stop();
    await mail.stop();
  });

  const declare = () =>
    referring.sendAs(referring.partner, 'post', referring.addressOf('conflicts'), {
      words: 'C’est ma nièce.',
    });
  const restrict = (circle: readonly SignedInClient[]) =>
    referring.sendAs(referring.supervisor, 'put', referring.addressOf('restriction'), {
      ...{
        circle: circle.map(({ id }) => id),
        reason: 'colleague',
        words: 'Une collègue est de la famille.',
      },
    });
  const answer = (body: object) => referring.answerAs(referring.partner, body);
  const stands = async () => {
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    return body.needs.map(({ state, isOpen, referrals }) => [state, isOpen, referrals.at(-1)?.state]);
  };
  const past = async () => {
    const { body } = await referring.partner.client.get<PastReferralsDto>('/referrals/past');
    return body.items.map(({ team, isWithdrawn }) => [team, isWithdrawn]);
  };
  const told = async () => {
    for (let twice = 0; twice < 2; twice++) await sendMails(referring.service);
    const texts = mail.mails.map(({ text }) => text).join();
    expect(texts).not.toMatch(/nièce|Lou|Léa|North|Hospital|RP-|http/i);
    return mail.mails.map(({ to, subject }) => [String(to), subject]).toSorted();
  };
  const BOTH_TOLD = [
    ['lea@north.example', 'Repère\u00a0: une demande ne tient plus'],
    ['sacha@north.example', 'Repère: a request does not hold any more'],
  ];
  const WAYS = [
    ['declares a conflict', false, declare],
    ['is left out of a circle', true, () => restrict([referring.lead, referring.supervisor])],
  ] as const;

  it.each(WAYS)(
    '%s and had said yes: nobody knows what becomes of the need',
    async (_, isTakenBack, keep) => {
      await referring.opened({ need: 'legal-help' });
      await answer({ answer: 'accepted' });
      expect(await stands()).toEqual([['met', false, 'accepted']]);
      expect((await keep()).status).toBe(204);
      expect(await stands()).toEqual([['unsure', true, 'ended']]);
      expect(await past()).toEqual([['North', isTakenBack]]);
      expect(await told()).toEqual(BOTH_TOLD);
      const { body } = await referring.supervisor.client.get<UnmetNeedsDto>('/unmet-needs');
      expect(body.items.map(({ need }) => need)).toEqual(['legal-help']);
      // The next service is told without anything being taken back by hand.
      await referring.another();
      if (!isTakenBack) await referring.opened({ need: 'legal-help' });
    },
  );

  it.each(WAYS)('%s before an answer: the need is open, and it is said why', async (_, isTakenBack, keep) => {
    await referring.opened({ need: 'legal-help' });
    expect((await keep()).status).toBe(204);
    expect(await stands()).toEqual([['open', true, 'withdrawn']]);
    expect(await past()).toEqual([['North', isTakenBack]]);
    expect(await told()).toEqual(BOTH_TOLD);
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
    expect(
      body.needs.flatMap(({ referrals }) => referrals[0]?.events.map(({ kind, by }) => [kind, by])),
    ).toEqual([
      ['sent', 'Léa Nord'],
      ['kept-away', null],
    ]);
  });

  it('is none who is of the circle, and another’s conflict leaves their referral as it is', async () => {
    await referring.opened({ need: 'legal-help' });
    expect((await restrict([referring.lead, referring.supervisor, referring.partner])).status).toBe(204);
    const mate = await referring.service.signIn({
      roles: ['supervisor'],
      teams: ['North'],
      name: 'Max Nord',
    });
    await restrict([referring.lead, referring.supervisor, mate, referring.partner]);
    const { status } = await referring.sendAs(mate, 'post', referring.addressOf('conflicts'), {
      words: 'Ma nièce.',
    });
    expect(status).toBe(204);
    expect([await stands(), await told(), await referring.reads()]).toEqual([
      [['waiting', false, 'sent']],
      [],
      200,
    ]);
  });

  it('is not opened again where the conflict is lifted: what was sent is sent anew', async () => {
    await referring.opened({ need: 'legal-help' });
    await declare();
    const lifted = referring.addressOf(`conflicts/${referring.partner.id}`);
    expect((await referring.sendAs(referring.supervisor, 'delete', lifted)).status).toBe(204);
    expect(await referring.reads()).toBe(404);
    await referring.opened({ need: 'legal-help' });
    expect(await referring.reads()).toBe(200);
  });
});
