import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SentReferralsDto } from '../answers/answers.dto';
import { Asking, NO } from '../capacity/testing/asking';
import type { PastReferralsDto } from '../referral.dto';
import type { LinkedReferralDto } from '../told/linked-referral.dto';

const YES = { answer: 'yes', heldHours: 12 } as const;
const OVER = /plus rien n’est demandé/;

describe('who is asked nothing any more', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.passDays());

  const { addressOf, send } = {
    addressOf: (path: string): string => asking.referring.addressOf(path),
    send: (method: 'post' | 'put', path: string, body: object = {}) =>
      asking.referring.sendAs(asking.referring.lead, method, asking.referring.addressOf(path), body),
  };
  /** All that is due has happened, and its mails have left. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await asking.tamper(
        `UPDATE job SET run_at = now() WHERE state = 'waiting' AND kind IN ('account.mail','answer-link.over-mail')`,
      );
      await sendMails(asking.referring.service);
    }
  };
  const told = async (email: string) => {
    await settle();
    return asking.mail.mails.filter(({ to, subject }) => to.includes(email) && OVER.test(subject));
  };
  const tell = async (serviceId: string, change: object = {}): Promise<string> => {
    const { status, body } = await send('post', 'told-referrals', {
      ...{ serviceId, what: 'Une aide juridique', classes: ['identity'], how: 'written' },
      ...{
        ground: 'shared-secret',
        isBound: true,
        nobodyAroundWorksThere: true,
        why: 'Pour la défendre',
        beforeYes: 'Urgence',
      },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' } },
      ...change,
    });
    if (status !== 204) throw new Error(JSON.stringify(body));
    const { needs } = (await asking.referring.lead.client.get<SentReferralsDto>(addressOf('referrals'))).body;
    const found = needs.flatMap((it) => it.referrals).find(({ partner }) => partner.id === serviceId);
    return found?.id ?? '';
  };
  const linkOf = async (email: string, id: string) => {
    await sendMails(asking.referring.service);
    const token = asking.mail.mails
      .filter(({ to }) => to.includes(email))
      .flatMap(({ text }) => /\/reponse-orientation#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? [])
      .at(-1);
    const { needs } = (await asking.referring.lead.client.get<SentReferralsDto>(addressOf('referrals'))).body;
    const link = needs.flatMap((it) => it.referrals).find((it) => it.id === id)?.service?.link;
    return { token: token ?? '', code: (link?.code ?? '').replace(' ', '') };
  };
  const openReferral = (held: object) =>
    asking.referring.service.client().post<LinkedReferralDto & ProblemDto>('/answer-links/referrals', held);

  it('reads it by the link of a referral that was taken back, and in one mail that names nobody', async () => {
    const { id, email } = await asking.addMailed();
    const referral = await tell(id);
    const held = await linkOf(email, referral);
    expect((await openReferral(held)).body).toMatchObject({ over: null });
    expect(await told(email)).toEqual([]);
    for (let twice = 0; twice < 2; twice++)
      expect((await send('put', `referrals/withdrawn/${referral}`)).status).toBe(204);
    const [mail, ...more] = await told(email);
    expect(more).toEqual([]);
    for (const word of [asking.referring.file.reference, 'juridique', 'child', 'enfant', 'Nord', 'http'])
      expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toContain(word);
    expect((await openReferral(held)).body).toMatchObject({ over: { why: 'withdrawn' }, terms: null });
    expect(
      (await openReferral({ ...held, code: held.code === '1'.repeat(6) ? '2'.repeat(6) : '1'.repeat(6) }))
        .status,
    ).toBe(422);
  });

  it('had no mail where it said no before, or where somebody there is kept away', async () => {
    const { id, email } = await asking.addMailed();
    const referral = await tell(id);
    await send('post', `referrals/${referral}/answers`, { answer: 'refused', reason: 'full' });
    await send('put', `referrals/withdrawn/${referral}`);
    expect(await told(email)).toEqual([]);
    const other = await asking.addMailed();
    await tell(other.id);
    const member = await asking.addMember(other.id);
    await asking.keepAway(member.id);
    await send('put', `referrals/withdrawn/${await referralTo(other.id)}`);
    expect(await told(other.email)).toEqual([]);
  });
  const referralTo = async (serviceId: string): Promise<string> => {
    const { needs } = (await asking.referring.lead.client.get<SentReferralsDto>(addressOf('referrals'))).body;
    return needs.flatMap((it) => it.referrals).find(({ partner }) => partner.id === serviceId)?.id ?? '';
  };

  it('is told once nobody looks for a place any more: with an account or without, and not who said no', async () => {
    const [yes, no] = [await asking.addMailed(), await asking.addMailed()];
    const withAccount = await asking.addWithMember();
    await giveAddress(asking.referring.service, withAccount.member.id, 'membre@ailleurs.example');
    const { id } = await asking.askPlaces([yes.id, no.id, withAccount.id]);
    const token = await asking.tokenTo(yes.email);
    const code = await asking.codeOf(yes.id);
    await asking.answerLink(token, code, YES);
    await asking.answerLink(await asking.tokenTo(no.email), await asking.codeOf(no.id), NO);
    for (let twice = 0; twice < 2; twice++) await send('put', `capacity-questions/closed/${id}`);
    expect((await told(yes.email)).length).toBe(1);
    expect(await told(no.email)).toEqual([]);
    expect((await told('membre@ailleurs.example')).map(({ text }) => /http|fille|nuit/.test(text))).toEqual([
      false,
    ]);
    expect((await asking.openLink(token, code)).body).toMatchObject({ over: { why: 'not-sought' } });
    expect(await asking.received(withAccount.member)).toMatchObject([{ over: { why: 'not-sought' } }]);
    // That the need is met as well says nothing new to them.
    await send('put', `capacity-questions/met/${id}`);
    expect((await told(yes.email)).length).toBe(1);
  });

  it('is told once another service has taken the child; the one that did keeps its place', async () => {
    const [takes, holds] = [await asking.addMailed(), await asking.addMailed()];
    await asking.askPlaces([takes.id, holds.id]);
    const links = new Map<string, readonly [string, string]>();
    for (const { id, email } of [takes, holds]) {
      const held = [await asking.tokenTo(email), await asking.codeOf(id)] as const;
      links.set(id, held);
      expect((await asking.answerLink(...held, YES)).status).toBe(200);
    }
    const { id: requestId } = await asking.requestTo(takes.id);
    expect(
      (
        await send('post', `capacity-questions/requests/${requestId}/told`, {
          ...{ what: 'Une place', classes: ['identity'], how: 'spoken', ground: 'shared-secret' },
          ...{
            isBound: true,
            nobodyAroundWorksThere: true,
            why: 'Pour l’accueillir',
            child: { told: 'yes' },
            parents: { told: 'yes' },
          },
        })
      ).status,
    ).toBe(204);
    const beside = await asking.addMailed();
    const { status } = await send('post', 'told-referrals', {
      ...{
        serviceId: beside.id,
        what: 'Une place',
        classes: ['identity'],
        how: 'written',
        need: 'bed-tonight',
      },
      ...{
        ground: 'shared-secret',
        isBound: true,
        nobodyAroundWorksThere: true,
        why: 'Pour l’accueillir',
        beforeYes: 'Urgence',
      },
      ...{ besideAnother: 'Urgence', child: { told: 'yes' }, parents: { told: 'yes' } },
    });
    expect(status).toBe(204);
    const second = await linkOf(beside.email, await referralTo(beside.id));
    await send('post', `referrals/${await referralTo(takes.id)}/answers`, { answer: 'accepted' });
    await settle();
    expect([
      (await told(takes.email)).length,
      (await told(holds.email)).length,
      (await told(beside.email)).length,
    ]).toEqual([0, 1, 1]);
    const whyOf = async (id: string) =>
      (await asking.openLink(...(links.get(id) ?? ['', '']))).body.over?.why;
    expect([await whyOf(takes.id), await whyOf(holds.id)]).toEqual(['goes-on', 'found']);
    expect((await openReferral(second)).body.over).toMatchObject({ why: 'found' });
  });

  it('is asked still where it was told beside a service that had said yes, also once that yes moves', async () => {
    const [first, next] = [await asking.addMailed(), await asking.addMailed()];
    const taken = await tell(first.id, { need: 'legal-help' });
    const yes = (expectedAt?: string) =>
      send('post', `referrals/${taken}/answers`, { answer: 'accepted', expectedAt });
    expect((await yes()).status).toBe(204);
    const beside = await tell(next.id, { need: 'legal-help', besideAnother: 'Ce n’est pas sûr là-bas.' });
    const held = await linkOf(next.email, beside);
    expect((await yes(new Date(Date.now() + 86_400_000).toISOString())).status).toBe(204);
    expect(await told(next.email)).toEqual([]);
    expect((await openReferral(held)).body).toMatchObject({ over: null, terms: { isBound: true } });
    // It is, once a yes comes that was not there when it was asked.
    await send('post', `referrals/${taken}/answers`, { answer: 'refused', reason: 'not-safe-here' });
    const third = await asking.addMailed();
    const after = await tell(third.id, { need: 'legal-help', besideAnother: 'Elle attend.' });
    expect((await send('post', `referrals/${after}/answers`, { answer: 'accepted' })).status).toBe(204);
    expect((await told(next.email)).length).toBe(1);
    expect((await openReferral(held)).body).toMatchObject({ over: { why: 'found' }, terms: null });
  });

  it('has no mail where another fell through before it left, and one once another has the child after all', async () => {
    const [first, next, third] = [
      await asking.addMailed(),
      await asking.addMailed(),
      await asking.addMailed(),
    ];
    const beside = { need: 'recorded-room', besideAnother: 'Urgence' };
    const [a, b] = [await tell(first.id, beside), await tell(next.id, beside)];
    await sendMails(asking.referring.service);
    const says = async (id: string, answer: object) =>
      (await send('post', `referrals/${id}/answers`, answer)).status;
    await asking.mail.goAway();
    expect(await says(a, { answer: 'accepted' })).toBe(204);
    await settle();
    expect(await says(a, { answer: 'refused', reason: 'full' })).toBe(204);
    expect(await says(b, { answer: 'accepted' })).toBe(204);
    await settle();
    await asking.mail.comeBack();
    expect(await told(next.email)).toEqual([]);
    // It falls through as well: another takes the child, and then it is taken back.
    expect(await says(b, { answer: 'other-offer', words: 'Demain.' })).toBe(204);
    const c = await tell(third.id, beside);
    expect(await says(c, { answer: 'accepted' })).toBe(204);
    expect((await told(next.email)).length).toBe(1);
    expect(await says(c, { answer: 'refused', reason: 'full' })).toBe(204);
    expect(await says(b, { answer: 'accepted' })).toBe(204);
    expect((await send('put', `referrals/withdrawn/${b}`)).status).toBe(204);
    expect((await told(next.email)).length).toBe(2);
    expect(new Set((await told(next.email)).map(({ head }) => /Message-ID: (.+)/.exec(head)?.[1])).size).toBe(
      2,
    );
  });

  it('has the child, with an account or without: what is taken back tells nobody to give the place to others', async () => {
    const { referring } = asking;
    const { id, email } = await asking.addMailed();
    const referral = await tell(id);
    const held = await linkOf(email, referral);
    await referring.another();
    await giveAddress(referring.service, referring.partner.id, 'recu@hospital.example');
    await referring.opened({ beforeYes: 'Un autre besoin' });
    const opened = await referralTo(referring.partner.id);
    for (const it of [referral, opened]) {
      await send('post', `referrals/${it}/answers`, { answer: 'accepted' });
      const { status } = await send('post', `referrals/${it}/follow-ups`, { what: 'first-appointment' });
      expect(status).toBe(204);
    }
    expect((await send('put', `referrals/withdrawn/${referral}`)).status).toBe(204);
    expect((await referring.endReferral()).status).toBe(204);
    expect([await told(email), await told('recu@hospital.example')]).toEqual([[], []]);
    expect((await openReferral(held)).body).toMatchObject({ over: { why: 'ended' } });
    const { body } = await referring.partner.client.get<PastReferralsDto>('/referrals/past');
    expect(body.items.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false]);
  });

  it('has an account, and its referral was taken back: a mail at an hour of such mails', async () => {
    const { referring } = asking;
    await referring.another();
    await giveAddress(referring.service, referring.partner.id, 'lou@hospital.example');
    await referring.opened({ beforeYes: 'Un autre besoin' });
    await sendMails(referring.service);
    await referring.endReferral();
    await sendMails(referring.service);
    const [slot] = await referring.service.query<{ at: string }>(
      `SELECT to_char(j.run_at AT TIME ZONE 'Europe/Paris', 'MI:SS.MS') AS at
         FROM account_mail m JOIN job j ON j.subject = m.id WHERE m.account_id = $1 AND m.kind = 'referral-over'`,
      [referring.partner.id],
    );
    expect(slot?.at).toBe('00:00.000');
    expect((await told('lou@hospital.example')).length).toBe(1);
  });

  const OPENED = /une demande vous attend/;
  const invited = async (email: string) => {
    await settle();
    return asking.mail.mails.filter(({ to, subject }) => to.includes(email) && OPENED.test(subject)).length;
  };

  it.each([
    ['stands', () => Promise.resolve(), 1],
    ['was taken back', () => asking.referring.endReferral(), 0],
    ['is one from which they are kept away', () => asking.keepAway(asking.referring.partner.id), 0],
    ['was told by telephone, and is a no', () => refuseOwn(), 0],
  ] as const)('has word of a referral at its hour only where it %s: %#', async (_how, happen, mails) => {
    const { referring } = asking;
    await referring.another();
    const email = `heure-${referring.partner.id}@hospital.example`;
    await giveAddress(referring.service, referring.partner.id, email);
    await referring.opened({ beforeYes: 'Un autre besoin' });
    await sendMails(referring.service);
    expect(asking.mail.mails.filter(({ to }) => to.includes(email))).toEqual([]);
    await happen();
    expect(await invited(email)).toBe(mails);
    const kept = await referring.service.query(
      `SELECT about FROM account_mail WHERE account_id = $1 AND about IS NOT NULL`,
      [referring.partner.id],
    );
    expect(kept).toEqual([]);
  });
  const refuseOwn = async () =>
    send('post', `referrals/${await referralTo(asking.referring.partner.id)}/answers`, {
      ...{ answer: 'refused', reason: 'full' },
    });

  it('has no word of a question for a place that was closed while no mail could leave', async () => {
    const { id, member } = await asking.addWithMember();
    const email = 'fermee@ailleurs.example';
    await giveAddress(asking.referring.service, member.id, email);
    await asking.mail.goAway();
    const question = await asking.askPlaces([id]);
    await settle();
    expect((await send('put', `capacity-questions/closed/${question.id}`)).status).toBe(204);
    await asking.mail.comeBack();
    expect(await invited(email)).toBe(0);
  });
});
