import { giveAddress, sendMails } from '../access/accounts/testing/mailed';
import { TestMailServer } from '../testing/accounts/test-mail-server';
import { Referring } from './testing/referring';

describe('word to a partner of a referral', () => {
  let mail: TestMailServer;
  let referring: Referring;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    referring = await Referring.start({
      configuration: { mail: { smtpUrl: mail.url, from: 'repere@repere.example' } },
    });
  });
  beforeEach(() => referring.another());
  afterAll(async () => {
    await referring.service.stop();
    await mail.stop();
  });

  const arrived = async (email: string) => {
    await sendMails(referring.service);
    return mail.mails.filter(({ to }) => to.includes(email));
  };

  it.each([
    ['fr', 'Repère\u00a0: une demande vous attend', '«\u00a0Orientations\u00a0»'],
    ['en', 'Repère: a request waits for you', '“Referrals”'],
  ] as const)(
    'arrives once, in their language (%s), and says neither of whom nor for what',
    async (language, subject, where) => {
      const email = `lou-${language}@hospital.example`;
      await giveAddress(referring.service, referring.partner.id, email, language);
      await referring.opened();
      // It leaves at one of the hours at which such mails leave, and not when it happened.
      expect(await arrived(email)).toEqual([]);
      const [slot] = await referring.service.query<{ at: string }>(
        `SELECT to_char(run_at AT TIME ZONE 'Europe/Paris', 'HH24:MI:SS.MS') AS at FROM job
          WHERE kind = 'account.mail' AND state = 'waiting'`,
      );
      expect(['09:00:00.000', '13:00:00.000', '17:00:00.000']).toContain(slot?.at);
      await referring.service.query(
        `UPDATE job SET run_at = now() WHERE kind = 'account.mail' AND state = 'waiting'`,
      );
      const mails = await arrived(email);
      expect(mails.map((it) => it.subject)).toEqual([subject]);
      const text = mails[0]?.text ?? '';
      expect(text).toContain(where);
      expect(text).not.toMatch(/bilan|soigner|Lou|Hospital|Léa|North|RP-|http/i);
    },
  );

  it('leaves at once where an answer is due within four hours; else the time to answer runs from when it leaves', async () => {
    const { service, partner } = referring;
    const dueIn = async (): Promise<readonly { hours: number; waits: boolean }[]> =>
      service.query(
        `SELECT extract(epoch FROM e.due_at - greatest(j.run_at, e.at))::int / 3600 AS hours, j.run_at > now() + interval '1 second' AS waits
           FROM referral_event e, account_mail m JOIN job j ON j.subject = m.id AND j.kind = 'account.mail'
          WHERE e.partner_id = $1 AND m.account_id = $1 AND e.kind = 'sent'`,
        [referring.partner.id],
      );
    await giveAddress(service, partner.id, 'tard@hospital.example');
    await referring.opened({ answerHours: 24 });
    expect(await dueIn()).toEqual([{ hours: 24, waits: true }]);
    await referring.another();
    await giveAddress(service, referring.partner.id, 'vite@hospital.example');
    await referring.opened({ answerHours: 4 });
    expect(await arrived('vite@hospital.example')).toHaveLength(1);
    expect((await dueIn()).map(({ waits }) => waits)).not.toContain(true);
  });

  it('of feedback that is owed leaves at such an hour too, and never for who is kept away from the case', async () => {
    const { service, lead, supervisor } = referring;
    const accepted = async (mail: string): Promise<void> => {
      await giveAddress(service, referring.partner.id, mail);
      await referring.opened();
      await service.query(`UPDATE job SET run_at = now() WHERE kind = 'account.mail' AND state = 'waiting'`);
      await sendMails(service);
      const given = await referring.answerAs(referring.partner, { answer: 'accepted' });
      expect(given.status).toBe(204);
    };
    const asked = async () => {
      await service.query(
        `UPDATE job SET due_at = now(), state = 'waiting' WHERE kind = 'referral.feedback-asked'`,
      );
      await sendMails(service);
      return service.query<{ at: string }>(
        `SELECT to_char(j.run_at AT TIME ZONE 'Europe/Paris', 'HH24:MI:SS.MS') AS at
           FROM account_mail m JOIN job j ON j.subject = m.id WHERE m.account_id = $1 AND j.state = 'waiting'`,
        [referring.partner.id],
      );
    };
    const restrict = async (circle: readonly string[]) =>
      (
        await referring.sendAs(supervisor, 'put', referring.addressOf('restriction'), {
          ...{ circle, reason: 'threat', words: 'Menaces.' },
        })
      ).status;
    await accepted('retour@hospital.example');
    const [slot, ...others] = await asked();
    expect(others).toEqual([]);
    expect(['09:00:00.000', '13:00:00.000', '17:00:00.000']).toContain(slot?.at);
    // Whom a circle leaves out is asked nothing, nor once it lets them in: that takes a referral of its own.
    await referring.another();
    await accepted('ecart@hospital.example');
    expect(await restrict([lead.id, supervisor.id])).toBe(204);
    expect(await asked()).toEqual([]);
    expect(await restrict([lead.id, supervisor.id, referring.partner.id])).toBe(204);
    expect(await asked()).toEqual([]);
    const { status } = await referring.sendAs(supervisor, 'delete', referring.addressOf('restriction'));
    expect(status).toBe(204);
  });

  it('of one that was refused, there is none', async () => {
    const email = 'nothing@hospital.example';
    await giveAddress(referring.service, referring.partner.id, email);
    expect(await referring.refusal({ request: ' ' })).toMatchObject([400, expect.anything()]);
    expect(await referring.refusal({ child: { told: 'no' } })).toMatchObject([422, expect.anything()]);
    expect(await arrived(email)).toEqual([]);
  });
});
