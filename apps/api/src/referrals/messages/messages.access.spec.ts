import { randomUUID } from 'node:crypto';
import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../cases/worklist/worklist.dto';
import { PrivacyClient } from '../../privacy/testing/privacy-client';
import type { SignedInClient } from '../../testing/test-service';
import type { SentReferralDto, SentReferralsDto, UnansweredReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { ReceivedReferralsDto } from '../referral.dto';

const ASKED = 'À quelle heure pouvez-vous l’accueillir ? QUESTIONZQ';
const SAID = 'À 19 h, entrée par la cour. REPONSEZQ';

describe('messages between the team and an account that was asked', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
    await giveAddress(asking.referring.service, asking.referring.lead.id, 'lea@north.example');
    await giveAddress(asking.referring.service, asking.referring.supervisor.id, 'sacha@north.example');
  });
  afterAll(() => asking.stop());
  beforeEach(async () => {
    await asking.referring.another();
    await asking.referring.opened({ need: 'legal-help', besideAnother: 'Un autre essai' });
  });
  afterEach(async () => {
    // What is unread is a task of the need that all of them are for.
    const unread = await newest();
    if (unread !== '') await mark(unread);
    await asking.referring.endReferral();
    await work();
  });

  const address = (path: string): string => asking.referring.addressOf(path);
  const reading = async (by: SignedInClient = asking.referring.lead) =>
    (await by.client.get<SentReferralsDto>(address('referrals'))).body.needs.flatMap((it) => it.referrals);
  const referral = async (
    by = asking.referring.lead,
    partner = asking.referring.partner,
  ): Promise<SentReferralDto> => {
    const found = (await reading(by)).findLast((it) => it.partner.id === partner.id);
    if (!found) throw new Error('nothing was sent to them');
    return found;
  };
  const send = (by: SignedInClient, method: 'post' | 'put', path: string, body: unknown) =>
    sendTo(by, method, address(path), body);
  const receive = async (by: SignedInClient, path: string, body: unknown) =>
    sendTo(by, 'post', await asking.referring.addressOfReceived(path), body);
  const sendTo = async (by: SignedInClient, method: 'post' | 'put', to: string, body: unknown) => {
    const { status, body: said } = await asking.referring.sendAs(by, method, to, body);
    if (status === 500) throw new Error(JSON.stringify(said));
    return [status, said?.reasons?.map(({ code }) => code)];
  };
  const write = async (words: unknown = ASKED, by = asking.referring.lead, more: object = {}) =>
    send(by, 'post', `referrals/${(await referral()).id}/messages`, { words, ...more });
  const reply = (words: unknown = SAID, by = asking.referring.partner) => receive(by, 'messages', { words });
  const mark = async (readUntil: unknown, by = asking.referring.lead) =>
    send(by, 'put', `referrals/messages-read/${(await referral()).id}`, { readUntil });
  const newest = async (): Promise<string> =>
    (await referral()).messages.items.findLast(({ from }) => from === 'service')?.at ?? '';
  const answer = (body: object) => receive(asking.referring.partner, 'answers', body);
  const follow = async (body: object) =>
    send(asking.referring.lead, 'post', `referrals/${(await referral()).id}/follow-ups`, body);
  const listed = async (): Promise<boolean | undefined> =>
    (await asking.referring.partner.client.get<ReceivedReferralsDto>('/referrals')).body.items[0]
      ?.hasNewMessage;
  const tasks = async ({ client }: SignedInClient) =>
    (await client.get<WorklistDto>('/worklist')).body.items
      .map(({ title }) => title.en)
      .filter((it) => /message/.test(it));
  const board = async () =>
    (
      await asking.referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')
    ).body.items.filter(({ what }) => what === 'message');
  /** What waits has run, and what that asked for. */
  const work = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) await sendMails(asking.referring.service);
  };
  const DONE = [204, undefined];

  it('stand in order on both sides, new until they were seen, and change nothing of how the referral stands', async () => {
    await asking.referring.received();
    const before = await referral();
    expect(await write()).toEqual(DONE);
    expect(await listed()).toBe(true);
    expect((await asking.referring.received()).messages).toEqual({
      items: [{ from: 'team', by: 'North', at: expect.any(String), words: ASKED, seenAt: null }],
      mayWrite: true,
    });
    expect(await listed()).toBe(false);
    expect((await asking.referring.received()).messages.items[0]?.seenAt).toEqual(expect.any(String));
    expect(await reply()).toEqual(DONE);
    const { messages, ...after } = await referral();
    expect(messages).toMatchObject({
      items: [
        { from: 'team', by: 'Léa Nord', words: ASKED, seenAt: expect.any(String) },
        { from: 'service', by: 'Lou Ailleurs', words: SAID, seenAt: null },
      ],
      mayWrite: true,
    });
    // No answer, no line among what happened, and the silence runs on.
    expect(after).toMatchObject({ state: before.state, dueAt: before.dueAt, isAwaited: true });
    expect(after.events).toEqual(before.events);
    expect((await asking.referring.received()).answers).toEqual([]);
    await asking.tamper(`UPDATE referral_event SET due_at = now() WHERE kind = 'sent'`);
    expect((await referral()).state).toBe('no-answer');
  });

  it('of the team are sharing on the ground of the referral, sealed, and in no mail', async () => {
    const { service, partner, file, lead } = asking.referring;
    await giveAddress(service, partner.id, 'lou@hospital.example');
    asking.mail.mails.length = 0;
    expect(await write()).toEqual(DONE);
    expect(await write('Et l’interprète ?')).toEqual(DONE);
    const { sharing } = await new PrivacyClient(lead.client).ofCase(file.id);
    const lines = sharing.filter(({ content }) => JSON.stringify(content).includes('QUESTIONZQ'));
    expect(lines.slice(0, 1)).toMatchObject([
      {
        ...{ ground: 'shared-secret', classes: ['identity', 'health'], by: { name: 'Léa Nord' } },
        content: { toWhom: 'Lou Ailleurs', what: `Message : ${ASKED}`, how: 'referral', isBound: true },
      },
    ]);
    expect(await reply()).toEqual(DONE);
    const rows = await service.query(
      `SELECT row_to_json(e)::text FROM referral_event e UNION ALL SELECT entry FROM ledger_event UNION ALL SELECT row_to_json(t)::text FROM need_task t`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/QUESTIONZQ|REPONSEZQ/);
    // Both messages wait for one hour of mails to partners, in one mail.
    const waiting = await service.query<{ at: string }>(
      `SELECT to_char(j.run_at AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS at FROM account_mail m JOIN job j ON j.subject = m.id
        WHERE m.account_id = $1 AND m.kind = 'referral-message'`,
      [partner.id],
    );
    expect(waiting).toHaveLength(1);
    expect(['09:00', '13:00', '17:00']).toContain(waiting[0]?.at);
    await service.query(`UPDATE job SET run_at = now() WHERE kind = 'account.mail' AND state = 'waiting'`);
    await work();
    const texts = asking.mail.mails.filter(({ subject }) => subject.includes('message'));
    expect(texts.map(({ to }) => String(to))).toEqual(['lou@hospital.example']);
    const all = asking.mail.mails.map(({ subject, text }) => subject + text).join();
    expect(all).not.toMatch(/QUESTIONZQ|REPONSEZQ|RP-|Léa|North|enfant|http/);
  });

  it('about what is needed at once are told of at once', async () => {
    expect((await asking.referring.endReferral()).status).toBe(204);
    await asking.referring.another();
    const email = 'vite@hospital.example';
    await giveAddress(asking.referring.service, asking.referring.partner.id, email);
    await asking.referring.opened({ need: 'bed-tonight', answerHours: 4 });
    await work();
    asking.mail.mails.length = 0;
    expect(await write()).toEqual(DONE);
    await work();
    expect(asking.mail.mails.filter(({ to }) => to.includes(email)).map(({ subject }) => subject)).toEqual([
      'Repère\u00a0: un message vous attend',
    ]);
  });

  it('of a service wait in the day of who referred, then of the supervisor, until somebody says that they are read', async () => {
    const { lead, supervisor } = asking.referring;
    asking.mail.mails.length = 0;
    expect(await reply()).toEqual(DONE);
    await work();
    expect(await tasks(lead)).toEqual(['A service wrote to you: read its message']);
    expect([await tasks(supervisor), await board()]).toEqual([[], []]);
    expect(asking.mail.mails.map(({ to }) => String(to))).toEqual(['lea@north.example']);
    await asking.tamper(`UPDATE need_task SET due_at = now(), late_at = now() WHERE kind = 'read-message'`);
    await asking.tamper(`UPDATE job SET due_at = now() WHERE kind = 'need.task-late' AND state = 'waiting'`);
    await work();
    expect(await tasks(supervisor)).toEqual(['A message of a service that nobody read']);
    expect(await board()).toMatchObject([{ partner: null }]);
    // To look is not to have read: a page that somebody scrolled by would end it.
    expect((await referral()).messages.items[0]?.seenAt).toBeNull();
    const first = await newest();
    expect(await reply('Plutôt 20 h.')).toEqual(DONE);
    expect(await mark(first)).toEqual([422, ['another-message']]);
    expect(await mark(await newest(), asking.referring.partner)).toMatchObject([404]);
    for (const done of await Promise.all(Array.from({ length: 12 }, async () => mark(await newest()))))
      expect(done).toEqual(DONE);
    const reads = await asking.referring.service.query(
      `SELECT 1 FROM referral_event WHERE kind = 'messages-read' AND sharing_id = $1`,
      [(await referral()).id],
    );
    expect(reads).toHaveLength(1);
    await work();
    expect([await tasks(lead), await tasks(supervisor), await board()]).toEqual([[], [], []]);
    expect((await asking.referring.received()).messages.items.map(({ seenAt }) => seenAt !== null)).toEqual([
      ...[true, true],
    ]);
  });

  it('are read by who writes back, unless another came that was not on the page', async () => {
    expect(await reply()).toEqual(DONE);
    const first = await newest();
    expect(await reply('Plutôt 20 h.')).toEqual(DONE);
    expect(await write(ASKED, asking.referring.lead, { readUntil: first })).toEqual(DONE);
    const unseen = async () =>
      (await referral()).messages.items.filter((it) => it.from === 'service' && it.seenAt === null).length;
    expect(await unseen()).toBe(2);
    expect(await write('Entendu.', asking.referring.lead, { readUntil: await newest() })).toEqual(DONE);
    expect(await unseen()).toBe(0);
  });

  it('are nobody else’s to read or write', async () => {
    const { service, file, lead } = asking.referring;
    expect(await write()).toEqual(DONE);
    expect(await reply()).toEqual(DONE);
    const [outside, stranger, advisor] = await Promise.all([
      service.signIn({ roles: ['caseworker'], teams: ['South'] }),
      service.signIn({ roles: ['partner'], teams: ['Elsewhere'] }),
      asking.referring.adviser(),
    ]);
    for (const by of [outside, stranger, asking.referring.partner])
      expect(await write('x', by)).toMatchObject([404]);
    expect((await write('x', advisor))[0]).toBe(403);
    for (const by of [outside, stranger, lead, advisor])
      expect((await reply('x', by))[0]).toBeGreaterThanOrEqual(403);
    expect(JSON.stringify(await reading(advisor))).not.toMatch(/QUESTIONZQ|REPONSEZQ/);
    // Who broke the glass reads neither where the child goes nor what was written about it.
    const reference = { reference: file.reference, reason: 'child-present', words: 'Elle est devant moi.' };
    expect((await asking.referring.sendAs(outside, 'post', '/break-glass', reference)).status).toBeLessThan(
      300,
    );
    expect(JSON.stringify(await reading(outside))).not.toMatch(/QUESTIONZQ|REPONSEZQ/);
    expect(await write('x', outside)).toEqual([422, ['field-class']]);
    expect(await mark(await newest(), outside)).toEqual([422, ['field-class']]);
    expect((await referral()).messages.items).toHaveLength(2);
  });

  it('go on after a yes until the child is received, and end with a no, that closes them', async () => {
    const OVER = [422, ['no-more-messages']];
    expect(await write()).toEqual(DONE);
    expect(await answer({ answer: 'refused', reason: 'full' })).toEqual(DONE);
    expect(await listed()).toBe(false);
    expect((await asking.referring.received()).messages).toEqual({ items: [], mayWrite: false });
    expect([await write('x'), await reply('x')]).toEqual([OVER, OVER]);
    expect((await referral()).messages).toMatchObject({ items: [{ words: ASKED }], mayWrite: false });
    expect(await answer({ answer: 'accepted' })).toEqual(DONE);
    expect((await asking.referring.received()).messages).toMatchObject({
      items: [{ words: ASKED }],
      mayWrite: true,
    });
    expect([await write('Un'), await reply('Deux')]).toEqual([DONE, DONE]);
    expect(await follow({ what: 'first-appointment' })).toEqual(DONE);
    expect([await write('x'), await reply('x')]).toEqual([OVER, OVER]);
    expect((await referral()).messages.mayWrite).toBe(false);
    expect((await asking.referring.endReferral()).status).toBe(204);
    expect([(await write('x'))[0], (await reply('x'))[0]]).toEqual([422, 404]);
    // What waits to be read is not lost with it.
    expect(await mark(await newest())).toEqual(DONE);
  });

  it('end with what came of the child, and with the referral', async () => {
    expect(await answer({ answer: 'accepted' })).toEqual(DONE);
    expect(await follow({ what: 'feedback', words: 'Elle va bien.' })).toEqual(DONE);
    expect([await write('x'), await reply('x')]).toEqual([
      [422, ['no-more-messages']],
      [422, ['no-more-messages']],
    ]);
  });

  it('go to nobody who is kept away from the case, who reads nothing any more', async () => {
    const { partner } = asking.referring;
    expect(await write()).toEqual(DONE);
    const declared = await asking.referring.sendAs(partner, 'post', address('conflicts'), {
      words: 'C’est ma nièce.',
    });
    expect(declared.status).toBe(204);
    expect((await reply('x'))[0]).toBe(404);
    expect(await asking.referring.reads()).toBe(404);
    expect((await write('x'))[0]).toBe(422);
  });

  it('are refused by the name of the field, and none is written', async () => {
    for (const words of ['', ' ', 7, ['x'], { a: 1 }, 'x'.repeat(1_001), '\u0000', null]) {
      expect([words, (await write(words))[0]]).toEqual([words, 400]);
      expect([words, (await reply(words))[0]]).toEqual([words, 400]);
    }
    for (const readUntil of ['hier', 7, '', ['x']]) {
      expect((await write('x', asking.referring.lead, { readUntil }))[0]).toBe(400);
      expect((await mark(readUntil))[0]).toBe(400);
    }
    const { lead } = asking.referring;
    for (const id of [randomUUID(), 'x'])
      expect(await send(lead, 'post', `referrals/${id}/messages`, { words: 'x' })).toMatchObject([404]);
    expect((await referral()).messages.items).toEqual([]);
    expect(await write('x'.repeat(1_000))).toEqual(DONE);
  });

  it('of a service wait for whoever writes to the case', async () => {
    const { service, file } = asking.referring;
    await service.asSuperuser(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM case_file WHERE id = $1 FOR NO KEY UPDATE', [file.id]);
      let isDone = false;
      const replying = reply().finally(() => {
        isDone = true;
      });
      const waits = async (): Promise<boolean> =>
        (await service.query(`SELECT 1 FROM pg_locks WHERE NOT granted`)).length > 0;
      while (!isDone && !(await waits()));
      expect(isDone).toBe(false);
      await client.query('COMMIT');
      expect(await replying).toEqual(DONE);
    });
  });

  it('are one, however often they are pressed; and ten in an hour', async () => {
    const { lead } = asking.referring;
    const path = address(`referrals/${(await referral()).id}/messages`);
    const key = { 'Idempotency-Key': randomUUID() };
    const statuses = async (all: readonly Promise<{ status: number }>[]) =>
      [...new Set((await Promise.all(all)).map(({ status }) => status))].toSorted();
    const twelve = <T>(make: (n: number) => T): readonly T[] => Array.from({ length: 12 }, (_, n) => make(n));
    expect(await statuses(twelve(() => lead.client.post(path, { words: ASKED }, key)))).toEqual([204]);
    expect(
      await statuses(twelve(() => asking.referring.sendAs(lead, 'post', path, { words: ASKED }))),
    ).toEqual([204]);
    expect((await referral()).messages.items).toHaveLength(1);
    const all = await Promise.all(twelve((n) => reply(`Message ${String(n)}`)));
    expect(all.filter(([status]) => status === 204)).toHaveLength(10);
    expect(all.filter(([status]) => status === 422)).toEqual(Array(2).fill([422, ['too-many-now']]));
    await asking.tamper(`UPDATE referral_event SET at = at - interval '2 hours' WHERE kind = 'message'`);
    expect(await reply('Encore un')).toEqual(DONE);
  });

  it('are fifty in all of each side, also when twelve come at once', async () => {
    const hoursPass = () =>
      asking.tamper(`UPDATE referral_event SET at = at - interval '2 hours' WHERE kind = 'message'`);
    for (let n = 1; n <= 45; n++) {
      expect([n, await reply(`Message ${String(n)}`)]).toEqual([n, DONE]);
      if (n % 10 === 0) await hoursPass();
    }
    await hoursPass();
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => reply(`Encore ${String(n)}`)));
    expect(all.filter(([status]) => status === 204)).toHaveLength(5);
    expect(all.filter(([status]) => status === 422)).toEqual(Array(7).fill([422, ['too-many-messages']]));
    await hoursPass();
    expect(await reply('Un de plus')).toEqual([422, ['too-many-messages']]);
    const { messages } = await referral();
    expect(messages.items).toHaveLength(50);
    // The word that is there already is no further one, and the other side has its own fifty.
    expect(await reply(messages.items.at(-1)?.words)).toEqual(DONE);
    expect(await write()).toEqual(DONE);
    expect((await referral()).messages.items).toHaveLength(51);
  });
});
