import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import type { SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';

const EMAIL = 'lou@hospital.example';

describe('a mail that says that there is a message', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(async () => {
    const { referring } = asking;
    await asking.tamper(`UPDATE account SET email = NULL`);
    await referring.another();
    await giveAddress(referring.service, referring.partner.id, EMAIL);
    await referring.opened({ need: 'legal-help', besideAnother: 'Un autre essai' });
    asking.mail.mails.length = 0;
  });
  afterEach(() => asking.referring.endReferral());

  const address = (path: string): string => asking.referring.addressOf(path);
  const write = async (words: string) => {
    const { lead, partner } = asking.referring;
    const { needs } = (await lead.client.get<SentReferralsDto>(address('referrals'))).body;
    const sent = needs.flatMap((it) => it.referrals).findLast((it) => it.partner.id === partner.id);
    const path = address(`referrals/${sent?.id ?? ''}/messages`);
    return (await asking.referring.sendAs(lead, 'post', path, { words })).status;
  };
  const answer = async (body: object) =>
    (await asking.referring.answerAs(asking.referring.partner, body)).status;
  /** The hour of mails to partners has come. */
  const arrived = async (): Promise<number> => {
    await asking.tamper(
      `UPDATE job SET run_at = now() WHERE kind = 'account.mail' AND state = 'waiting' AND subject IN
        (SELECT id FROM account_mail WHERE kind = 'referral-message')`,
    );
    for (let round = 0; round < 3; round++) await sendMails(asking.referring.service);
    return asking.mail.mails.filter(({ to, subject }) => to.includes(EMAIL) && subject.includes('message'))
      .length;
  };

  it('leaves once for all that wait, and anew for what is written after it', async () => {
    expect([await write('Un'), await write('Deux')]).toEqual([204, 204]);
    expect(await arrived()).toBe(1);
    expect(await arrived()).toBe(1);
    expect(await write('Trois')).toBe(204);
    expect(await arrived()).toBe(2);
  });

  it('does not leave once the message was read, but for one that came since', async () => {
    expect(await write('Un')).toBe(204);
    expect((await asking.referring.received()).messages.items).toHaveLength(1);
    expect(await arrived()).toBe(0);
    expect(await write('Deux')).toBe(204);
    expect((await asking.referring.received()).messages.items).toHaveLength(2);
    expect(await write('Trois')).toBe(204);
    expect(await arrived()).toBe(1);
  });

  it('does not leave to who said no since, nor once it was taken back', async () => {
    expect(await write('Un')).toBe(204);
    expect(await answer({ answer: 'refused', reason: 'full' })).toBe(204);
    expect(await arrived()).toBe(0);
    expect(await answer({ answer: 'accepted' })).toBe(204);
    expect(await write('Deux')).toBe(204);
    expect((await asking.referring.endReferral()).status).toBe(204);
    expect(await arrived()).toBe(0);
  });

  it('does not leave to who is kept away from the case since', async () => {
    expect(await write('Un')).toBe(204);
    const words = { words: 'C’est ma nièce.' };
    const declared = await asking.referring.sendAs(
      asking.referring.partner,
      'post',
      address('conflicts'),
      words,
    );
    expect(declared.status).toBe(204);
    expect(await arrived()).toBe(0);
  });
});
