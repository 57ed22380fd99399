import { JobWorker } from '../../platform/jobs/job-worker';
import { MailJobs } from '../../platform/jobs/mail-jobs';
import { Spaces } from '../../platform/spaces/spaces';
import { Asking } from '../capacity/testing/asking';
import { ANSWER_LINK_JOB, AnswerLinkJob } from './answer-link-job';

const YES = { answer: 'yes', heldHours: 4 } as const;

describe('a link by which a service without account answers', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.passDays());

  /** A service that was asked, with what its mail holds and what it is told by telephone. */
  const mailed = async () => {
    const service = await asking.addMailed();
    await asking.askPlaces([service.id]);
    const token = await asking.tokenTo(service.email);
    return { ...service, token, code: await asking.codeOf(service.id) };
  };
  const reasons = ({
    body,
  }: {
    readonly body: { readonly reasons?: readonly { readonly code: string }[] };
  }) => body.reasons?.map(({ code }) => code);
  const another = (code: string): string => (code === '000000' ? '111111' : '000000');

  it('leads from a mail and a telephone to the question, and from there to an answer on the worker’s page', async () => {
    const { id, email, token, code } = await mailed();
    const { subject, text, head } = asking.mail.lastTo(email);
    const { file } = asking.referring;
    for (const word of [file.reference, file.id, 'enfant', 'child', 'fille', 'nuit', code, 'Nord'])
      expect(subject + text + head).not.toContain(word);
    const opened = await asking.openLink(token, code);
    expect(opened.status).toBe(200);
    expect(Object.keys(opened.body).sort()).toEqual([
      ...[
        'ages',
        'checkPhone',
        'dueAt',
        'heldUntil',
        'isClosed',
        'languages',
        'need',
        'number',
        'over',
        'sex',
        'state',
        'wanted',
      ],
    ]);
    expect((await asking.answerLink(token, code, YES)).body).toMatchObject({ state: 'yes' });
    const { state, link, events } = await asking.requestTo(id);
    expect([state, link?.state, events.map(({ kind, by }) => [kind, by])]).toEqual([
      ...['yes', 'sent', [['yes', null]]],
    ]);
  });

  it('is one event of the record for each answer; the same answer twice is one answer', async () => {
    const { id, token, code } = await mailed();
    await Promise.all([asking.answerLink(token, code, YES), asking.answerLink(token, code, YES)]);
    expect((await asking.requestTo(id)).events).toHaveLength(1);
    expect((await asking.answerLink(token, code, { answer: 'no', reason: 'full' })).status).toBe(200);
    expect((await asking.requestTo(id)).events.map(({ kind }) => kind)).toEqual(['yes', 'no']);
  });

  it('opens nothing without the code, and answers no GET: programs that look at mails follow links', async () => {
    const { id, token, code } = await mailed();
    const client = asking.referring.service.client();
    for (const path of ['/answer-links/questions', '/answer-links/answers', `/answer-links/${token}`])
      expect([404, 405]).toContain((await client.get(path)).status);
    expect((await client.post('/answer-links/questions', { token })).status).toBe(400);
    expect(reasons(await asking.openLink(token, another(code)))).toEqual(['wrong-code']);
    expect((await asking.requestTo(id)).state).toBe('waiting');
  });

  it('tells whom to call, in its mail and before the code: the team’s number, and nothing of what is asked', async () => {
    const askWhom = (token: string) =>
      asking.referring.service.client().post<object>('/answer-links/call-backs', { token });
    const without = await mailed();
    expect(asking.mail.lastTo(without.email).text).toMatch(/L’équipe vous appelle/);
    expect((await askWhom(without.token)).body).toEqual({ checkPhone: null });
    await asking.tamper(`UPDATE team SET check_phone = '01 99 00 12 42'`);
    const { id, email, token } = await mailed();
    const { text } = asking.mail.lastTo(email);
    expect(text).toContain('Appelez l’équipe : 01 99 00 12 42.');
    expect(text).not.toContain('North');
    expect((await askWhom(token)).body).toEqual({ checkPhone: '01 99 00 12 42' });
    // One that was replaced as well: who has it needs the number most. No token that nobody made leads to any.
    await asking.referring.sendAs(
      asking.referring.lead,
      'put',
      asking.referring.addressOf(`capacity-questions/links/${(await asking.requestTo(id)).id}`),
    );
    await asking.tokenTo(email);
    expect((await askWhom(token)).body).toEqual({ checkPhone: '01 99 00 12 42' });
    const looks = async (): Promise<number> =>
      (
        await asking.referring.service.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ledger_event WHERE entry::json ->> 'type' = 'answer-link.call-back'`,
        )
      )[0]?.n ?? 0;
    const before = await looks();
    expect((await askWhom('A'.repeat(43))).body).toEqual({ checkPhone: null });
    // Whoever guesses fills no record; whoever has a link stands in it.
    expect(await looks()).toBe(before);
    expect(before).toBeGreaterThan(0);
    for (const wrong of ['', 'x', ['x'], null, 'A'.repeat(44)])
      expect((await askWhom(wrong as string)).status).toBe(400);
    await asking.tamper(`UPDATE team SET check_phone = NULL`);
  });

  it('closes after five wrong codes, twelve at once included, also to who has the right one', async () => {
    const { id, token, code } = await mailed();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => asking.answerLink(token, another(code), YES)),
    );
    const codes = tries.flatMap((it) => reasons(it) ?? []);
    expect(codes.filter((it) => it === 'wrong-code')).toHaveLength(5);
    expect(codes.filter((it) => it === 'link-locked')).toHaveLength(7);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-locked']);
    expect((await asking.requestTo(id)).link).toMatchObject({ state: 'locked', code: null });
    expect((await asking.requestTo(id)).events).toEqual([]);
  });

  it('renewed, opens with the new secret and the new code only', async () => {
    const { id, email, token, code } = await mailed();
    const path = asking.referring.addressOf(`capacity-questions/links/${(await asking.requestTo(id)).id}`);
    expect((await asking.referring.sendAs(asking.referring.lead, 'put', path)).status).toBe(204);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
    const next = await asking.tokenTo(email);
    expect(next).not.toBe(token);
    expect((await asking.openLink(next, await asking.codeOf(id))).status).toBe(200);
    const outside = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await asking.referring.sendAs(outside, 'put', path)).status).toBe(404);
  });

  it('guessed, forwarded without its code, over, or used for another question opens nothing', async () => {
    const { token, code, id } = await mailed();
    const other = await mailed();
    expect(reasons(await asking.openLink('A'.repeat(43), code))).toEqual(['link-dead']);
    for (const wrong of ['', 'x', `${'A'.repeat(43)}'`, 'A'.repeat(44)])
      expect((await asking.openLink(wrong, code)).status).toBe(400);
    if (other.code !== code)
      expect(reasons(await asking.openLink(token, other.code))).toEqual(['wrong-code']);
    const request = await asking.requestTo(other.id);
    await asking.answerLink(token, code, YES);
    expect((await asking.requestTo(other.id)).state).toBe(request.state);
    const age = (hours: number) =>
      asking.tamper(
        `UPDATE answer_link SET expires_at = now() + make_interval(hours => $2)
            WHERE question_id IN (SELECT question_id FROM capacity_request WHERE service_id = $1)`,
        [id, hours],
      );
    await age(-1);
    expect(reasons(await asking.answerLink(token, code, { answer: 'no', reason: 'full' }))).toEqual([
      'link-dead',
    ]);
    // Who writes a later end into the database opens nothing by that: the end is sealed with the code.
    await age(100);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
  });

  it('holds for 72 hours', async () => {
    const { id } = await mailed();
    const [row] = await asking.referring.service.query<{ hours: number }>(
      `SELECT round(extract(epoch FROM expires_at - made_at) / 3600)::int AS hours FROM answer_link l
         JOIN capacity_request r ON r.id = l.request_id WHERE r.service_id = $1`,
      [id],
    );
    expect(row?.hours).toBe(72);
  });

  it('planted by who can write into the database opens nothing', async () => {
    const [{ token, code }, victim] = [await mailed(), await mailed()];
    const [mine, theirs] = [Buffer.from(token), Buffer.from(victim.token)];
    await asking.tamper(
      `UPDATE answer_link SET token_hash = NULL, expires_at = NULL WHERE token_hash = sha256($1)`,
      [mine],
    );
    // The hash of a secret that one knows, on the row of another question.
    await asking.tamper(`UPDATE answer_link SET token_hash = sha256($1) WHERE token_hash = sha256($2)`, [
      mine,
      theirs,
    ]);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
    expect(reasons(await asking.openLink(token, victim.code))).toEqual(['link-dead']);
  });

  it('set back by who can write into the database, is what it was: tried too often, or replaced', async () => {
    const { id, email, token, code } = await mailed();
    const rows = `FROM capacity_request r WHERE r.id = l.request_id AND r.service_id = $1`;
    await asking.tamper(`CREATE TABLE kept_link AS SELECT l.* FROM answer_link l JOIN capacity_request r
      ON r.id = l.request_id AND r.service_id = '${id}'`);
    for (let tried = 0; tried < 5; tried++) await asking.openLink(token, another(code));
    await asking.tamper(`UPDATE answer_link l SET wrong_codes = 0 ${rows}`, [id]);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
    const setBack = `UPDATE answer_link l SET wrong_codes = k.wrong_codes, content = k.content, binding = k.binding, ended_at = NULL,
      token_hash = k.token_hash, expires_at = k.expires_at FROM kept_link k WHERE k.id = l.id`;
    await asking.tamper(setBack);
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
    // Nor one that another has replaced.
    const path = asking.referring.addressOf(`capacity-questions/links/${(await asking.requestTo(id)).id}`);
    await asking.referring.sendAs(asking.referring.lead, 'put', path);
    const next = await asking.tokenTo(email);
    expect((await asking.openLink(next, await asking.codeOf(id))).status).toBe(200);
    await asking.tamper(`UPDATE answer_link l SET ended_at = now() ${rows} AND l.ended_at IS NULL`, [id]);
    await asking.tamper(setBack);
    await asking.tamper('DROP TABLE kept_link');
    expect(reasons(await asking.openLink(token, code))).toEqual(['link-dead']);
  });

  it('is of no use once nobody looks any more', async () => {
    const { token, code } = await mailed();
    const { id: questionId } = await asking.newest();
    await asking.referring.sendAs(
      asking.referring.lead,
      'put',
      asking.referring.addressOf(`capacity-questions/closed/${questionId}`),
    );
    expect((await asking.openLink(token, code)).body).toMatchObject({
      ...{ isClosed: true, state: 'closed', over: { why: 'not-sought' } },
    });
    expect(reasons(await asking.answerLink(token, code, YES))).toEqual(['no-longer-asked']);
  });

  it('has its code told, and its mail sent, only as long as the question waits for what it brings', async () => {
    const { id, token, code } = await mailed();
    await asking.answerLink(token, code, YES);
    expect((await asking.requestTo(id)).link).toMatchObject({ state: 'sent', code: null });
    const { lead, addressOf } = asking.referring;
    const renewed = addressOf.call(
      asking.referring,
      `capacity-questions/links/${(await asking.requestTo(id)).id}`,
    );
    expect((await asking.referring.sendAs(lead, 'put', renewed)).status).toBe(204);
    // Made behind the answer, so that it may be another.
    expect((await asking.requestTo(id)).link).toMatchObject({
      code: expect.stringMatching(/^\d{3} \d{3}$/) as string,
    });
    const closed = addressOf.call(
      asking.referring,
      `capacity-questions/closed/${(await asking.newest()).id}`,
    );
    await asking.referring.sendAs(lead, 'put', closed);
    expect((await asking.requestTo(id)).link?.code).toBeNull();

    const called = await asking.addMailed();
    await asking.askPlaces([called.id]);
    const { id: requestId } = await asking.requestTo(called.id);
    const told = addressOf.call(asking.referring, `capacity-questions/requests/${requestId}/answers`);
    expect((await asking.referring.sendAs(lead, 'post', told, YES)).status).toBe(204);
    // It said so by telephone before its mail left.
    expect(await asking.tokenTo(called.email)).toBe('');
    const again = addressOf.call(asking.referring, `capacity-questions/links/${requestId}`);
    await asking.referring.sendAs(lead, 'put', again);
    expect(await asking.tokenTo(called.email)).not.toBe('');
  });

  it('is counted by address as well', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 61; n++) statuses.add((await asking.openLink('B'.repeat(43), '123456')).status);
    expect([...statuses]).toEqual([422, 429]);
  });

  it('waits for a mail server that was away, and is sent once', async () => {
    const service = await asking.addMailed();
    await asking.askPlaces([service.id]);
    asking.mail.refusals = 1;
    await asking.tokenTo(service.email);
    expect(asking.tokensTo(service.email)).toEqual([]);
    expect((await asking.requestTo(service.id)).link).toMatchObject({ state: 'waiting' });
    await asking.referring.service.query(`UPDATE job SET run_at = now() WHERE kind = 'answer-link.mail'`);
    const token = await asking.tokenTo(service.email);
    expect(asking.tokensTo(service.email)).toHaveLength(1);
    expect((await asking.openLink(token, await asking.codeOf(service.id))).status).toBe(200);
  });

  it('killed between sending and noting it, is sent again; of the two mails the last one opens', async () => {
    const service = await asking.addMailed();
    await asking.askPlaces([service.id]);
    const { app } = asking.referring.service;
    const space = await app.get(Spaces).findSpace(null);
    const [row] = await asking.referring.service.query<{ id: string }>(
      `SELECT l.id FROM answer_link l JOIN capacity_request r ON r.id = l.request_id WHERE r.service_id = $1`,
      [service.id],
    );
    if (!space || !row) throw new Error('nothing waits to be sent');
    const killed = new Error('killed');
    await expect(
      app.get(MailJobs).sendMail(ANSWER_LINK_JOB, app.get(AnswerLinkJob), {
        ...{
          kind: 'answer-link.mail',
          subject: row.id,
          space,
          attempt: 1,
          signal: new AbortController().signal,
        },
        progress: () => undefined,
        hold: () => Promise.resolve(),
        finishJob: () => Promise.reject(killed),
      }),
    ).rejects.toBe(killed);
    expect((await asking.requestTo(service.id)).link).toMatchObject({ state: 'waiting' });
    await app.get(JobWorker).workOff(space);
    const [first, second, ...more] = asking.tokensTo(service.email);
    expect(more).toEqual([]);
    const code = await asking.codeOf(service.id);
    expect(reasons(await asking.openLink(first ?? '', code))).toEqual(['link-dead']);
    expect((await asking.openLink(second ?? '', code)).status).toBe(200);
    expect((await asking.requestTo(service.id)).link).toMatchObject({ state: 'sent' });
  });

  it('leaves secret and code nowhere in clear', async () => {
    const { token, code } = await mailed();
    await asking.openLink(token, code);
    const dump = await asking.referring.service.query<{ row: string }>(
      `SELECT j::text AS row FROM job j UNION ALL SELECT l::text FROM answer_link l UNION ALL SELECT entry FROM ledger_event
       UNION ALL SELECT content::text FROM ledger_payload UNION ALL SELECT r::text FROM rate_limit_hit r`,
    );
    const all = dump.map(({ row }) => row).join('\n');
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    for (const secret of [token, hex(token), hex(code)]) expect(all).not.toContain(secret);
  });
});
