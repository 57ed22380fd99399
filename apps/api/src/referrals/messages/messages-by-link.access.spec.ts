import { sendMails } from '../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../cases/worklist/worklist.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SentReferralDto, SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { LinkedReferralDto } from '../told/linked-referral.dto';
import type { ReferToServiceDto } from '../told/tell-service.dto';

const ASKED = 'À quelle heure pouvez-vous l’accueillir ? QUESTIONZQ';
const SAID = 'À 19 h, entrée par la cour. REPONSEZQ';

describe('messages with a service that reads behind a link', () => {
  let asking: Asking;
  let asked: { readonly id: string; readonly email: string };
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(async () => {
    await asking.tamper('DELETE FROM rate_limit_hit');
    asked = await asking.addMailed();
  });

  const address = (path: string): string => asking.referring.addressOf(path);
  const send = async (path: string, body: unknown, method: 'post' | 'put' = 'post') => {
    const { lead } = asking.referring;
    const { status, body: said } = await asking.referring.sendAs(lead, method, address(path), body);
    if (status === 500) throw new Error(JSON.stringify(said));
    return [status, said?.reasons?.map(({ code }) => code)];
  };
  const tell = (change: Partial<ReferToServiceDto> = {}) =>
    send('told-referrals', {
      ...{ serviceId: asked.id, what: 'Une aide juridique', classes: ['identity'], how: 'written' },
      ...{ ground: 'shared-secret', isBound: true, why: 'Pour la défendre' },
      ...{ child: { told: 'yes' }, parents: { told: 'yes' }, nobodyAroundWorksThere: true },
      besideAnother: 'Un autre besoin.',
      ...change,
    });
  const referral = async (): Promise<SentReferralDto> => {
    const { client } = asking.referring.lead;
    const found = (await client.get<SentReferralsDto>(address('referrals'))).body.needs
      .flatMap((it) => it.referrals)
      .findLast(({ partner }) => partner.id === asked.id);
    if (!found) throw new Error('that service was told nothing');
    return found;
  };
  const write = async (words = ASKED) => send(`referrals/${(await referral()).id}/messages`, { words });
  const mails = async () => {
    await sendMails(asking.referring.service);
    return asking.mail.mails.filter(({ to }) => to.includes(asked.email));
  };
  const held = async () => {
    const tokens = (await mails()).flatMap(
      ({ text }) => /\/reponse-orientation#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? [],
    );
    return {
      token: tokens.at(-1) ?? '',
      code: ((await referral()).service?.link?.code ?? '').replace(' ', ''),
    };
  };
  const post = (path: string, body: object) =>
    asking.referring.service.client().post<LinkedReferralDto & ProblemDto>(`/answer-links/${path}`, body);
  const open = (key: object) => post('referrals', key);
  const reply = (key: object, words: unknown = SAID) => post('referral-messages', { ...key, words });
  const codes = ({ body }: { readonly body: ProblemDto }) => body.reasons?.map(({ code }) => code);
  const DONE = [204, undefined];

  it('go both ways behind the link and the code, with no word of them in a mail', async () => {
    expect(await tell()).toEqual(DONE);
    const first = await held();
    expect((await open(first)).body.messages).toEqual({ items: [], mayWrite: true });
    expect(await write()).toEqual(DONE);
    // The link that was read is replaced; the code that was told stays.
    const next = await held();
    expect([next.code, next.token === first.token]).toEqual([first.code, false]);
    expect(codes(await open(first))).toEqual(['link-dead']);
    const mail = asking.mail.lastTo(asked.email);
    expect(mail.subject).toMatch(/un message vous attend/);
    expect(mail.subject + mail.text).not.toMatch(/QUESTIONZQ|enfant|child|Léa|North|RP-/);
    const item = { from: 'team', by: null, words: ASKED };
    expect((await open(next)).body.messages.items).toMatchObject([{ ...item, seenAt: null }]);
    const given = await reply(next);
    expect([given.status, given.body.state]).toEqual([200, 'received']);
    expect(given.body.messages.items).toMatchObject([
      { ...item, seenAt: expect.any(String) },
      { from: 'service', by: null, words: SAID, seenAt: null },
    ]);
    expect(await referral()).toMatchObject({
      state: 'received',
      messages: { items: [{ by: 'Léa Nord' }, { from: 'service', by: null, words: SAID, seenAt: null }] },
    });
    await sendMails(asking.referring.service);
    const { items } = (await asking.referring.lead.client.get<WorklistDto>('/worklist')).body;
    expect(items.map(({ title }) => title.en)).toContain('A service wrote to you: read its message');
    // An answer stays an answer, and messages go on after a yes.
    expect((await post('referral-answers', { ...next, answer: 'accepted' })).body.state).toBe('accepted');
    expect((await reply(next, 'Entendu.')).status).toBe(200);
  });

  it('bring one mail as long as nobody there has read them', async () => {
    expect(await tell()).toEqual(DONE);
    await held();
    const before = (await mails()).length;
    for (const words of ['Un', 'Deux', 'Trois']) {
      expect(await write(words)).toEqual(DONE);
      await mails();
    }
    expect((await mails()).length).toBe(before + 1);
    const key = await held();
    expect((await open(key)).body.messages.items.map(({ words }) => words)).toEqual(['Un', 'Deux', 'Trois']);
    // Of a link that holds no more another is sent, though none was read.
    expect(await write('Quatre')).toEqual(DONE);
    await mails();
    await asking.tamper(`UPDATE answer_link SET expires_at = now() - interval '1 minute'`);
    expect(await write('Cinq')).toEqual(DONE);
    expect((await mails()).length).toBe(before + 3);
  });

  it('are one, twelve at once included, and none by a wrong code', async () => {
    expect(await tell()).toEqual(DONE);
    const key = await held();
    const wrong = { ...key, code: key.code === '000000' ? '111111' : '000000' };
    expect(codes(await reply(wrong))).toEqual(['wrong-code']);
    expect((await reply({ ...key, token: 'A'.repeat(43) })).body.reasons).toMatchObject([
      { code: 'link-dead' },
    ]);
    for (const words of ['', 7, null, 'x'.repeat(1_001)]) expect((await reply(key, words)).status).toBe(400);
    expect((await referral()).messages.items).toEqual([]);
    const all = await Promise.all(Array.from({ length: 12 }, () => reply(key)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect((await referral()).messages.items).toHaveLength(1);
    const client = asking.referring.service.client();
    expect([404, 405]).toContain((await client.get('/answer-links/referral-messages')).status);
  });

  it('end with a no, and with the referral: nothing is read or written there any more', async () => {
    expect(await tell()).toEqual(DONE);
    await held();
    expect(await write()).toEqual(DONE);
    const key = await held();
    expect((await open(key)).body.messages.items).toHaveLength(1);
    const refused = await post('referral-answers', { ...key, answer: 'refused', reason: 'full' });
    expect(refused.body.messages).toEqual({ items: [], mayWrite: false });
    expect(codes(await reply(key))).toEqual(['no-more-messages']);
    expect(await write('x')).toEqual([422, ['no-more-messages']]);
    expect((await post('referral-answers', { ...key, answer: 'accepted' })).body.messages.items).toHaveLength(
      1,
    );
    const path = `referrals/withdrawn/${(await referral()).id}`;
    expect(await send(path, {}, 'put')).toEqual(DONE);
    expect((await open(key)).body).toMatchObject({
      over: { why: 'withdrawn' },
      messages: { items: [], mayWrite: false },
    });
    expect(codes(await reply(key))).toEqual(['no-longer-asked']);
    expect(await write('x')).toEqual([422, ['no-more-messages']]);
  });

  it('are not written to who could not read them: a service that no mail reaches is called', async () => {
    asked = { id: await asking.addService(), email: '' };
    expect(await tell({ how: 'spoken' })).toEqual(DONE);
    expect(await write()).toEqual([422, ['no-link']]);
    expect((await referral()).messages.items).toEqual([]);
  });
});
