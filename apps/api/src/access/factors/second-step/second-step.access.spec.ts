import { codeOf, signInWithTotp } from '../../../testing/accounts/test-factors';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import type { Answer, TestClient } from '../../../testing/accounts/test-client';
import type { ProblemDto } from '../../../platform/answers/openapi';

const PENDING = '__Host-repere_step';

/** Somebody else at the second step; two processes that share nothing but the database. */
describe('attacks on the second step', () => {
  let one: TestService;
  let two: TestService;
  beforeAll(async () => {
    one = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    two = await one.replica();
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const enter = (login: string, client = one.client()): Promise<TestClient> =>
    client.post('/session', { login, password: TEST_PASSWORD }).then(() => client);
  const finish = async (client: TestClient, proof: object): Promise<string> =>
    said(await client.post<ProblemDto>('/session/second-step', proof));
  const said = ({ status, body }: Answer<ProblemDto>): string => (status === 200 ? 'in' : body.code);

  it('a right code takes nobody in from another browser', async () => {
    const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
    const theirs = await enter(login);
    const code = codeOf(secret);
    expect(await finish(one.client(), { code })).toBe('second-step-over');
    const another = await signInWithTotp(one, { roles: ['caseworker'] });
    // Who waits for a code of their own account has no use for that of somebody else.
    expect(await finish(await enter(another.login), { code })).toBe('second-step-failed');
    const madeUp = one.client();
    madeUp.setCookie(PENDING, 'A'.repeat(43));
    expect(await finish(madeUp, { code })).toBe('second-step-over');
    expect(await finish(theirs, { code })).toBe('in');
  });

  it('what waits leads to one session, in whichever process', async () => {
    const { login, secret, recoveryCodes } = await signInWithTotp(one, { roles: ['caseworker'] });
    const client = await enter(login);
    const copies = [
      client.at(one.origin),
      client.at(two.origin),
      client.at(one.origin),
      client.at(two.origin),
    ];
    const proofs = [
      { code: codeOf(secret) },
      ...recoveryCodes.slice(0, 3).map((recoveryCode) => ({ recoveryCode })),
    ];
    const answers = await Promise.all(copies.map((copy, place) => finish(copy, proofs[place] ?? {})));
    expect(answers.toSorted()).toEqual(['in', ...Array(3).fill('second-step-over')]);
  });

  it('one code is taken once, though two processes are asked at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
      const clients = [await enter(login), await enter(login, two.client())];
      const code = codeOf(secret);
      const answers = await Promise.all(clients.map((client) => finish(client, { code })));
      expect(answers.toSorted()).toEqual(['in', 'second-step-failed']);
      expect(await finish(await enter(login, two.client()), { code })).toBe('second-step-failed');
    }
  });

  it('a code is taken one step early or late, and no more', async () => {
    for (const [steps, answer] of [
      [1, 'in'],
      [2, 'second-step-failed'],
      [-2, 'second-step-failed'],
    ] as const) {
      const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
      expect([steps, await finish(await enter(login), { code: codeOf(secret, steps) })]).toEqual([
        steps,
        answer,
      ]);
    }
  });

  it('nothing waits longer than five minutes', async () => {
    const { login, secret, id } = await signInWithTotp(one, { roles: ['caseworker'] });
    const client = await enter(login);
    const ago = (time: string): Promise<unknown> =>
      one.changeBound(`UPDATE pending_sign_in SET created_at = now() - $2::interval WHERE account_id = $1`, [
        id,
        time,
      ]);
    await ago('5 minutes 1 second');
    expect(await finish(client, { code: codeOf(secret) })).toBe('second-step-over');
    await ago('4 minutes 50 seconds');
    expect(await finish(client, { code: codeOf(secret) })).toBe('in');
  });

  it('five tries are all there are, by two processes at once, and signing in anew gives no more', async () => {
    const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
    const clients = await Promise.all([
      enter(login),
      enter(login, two.client()),
      enter(login),
      enter(login, two.client()),
    ]);
    const answers = await Promise.all(
      clients.flatMap((client) => Array.from({ length: 6 }, () => finish(client, { code: '000000' }))),
    );
    expect(answers.filter((answer) => answer === 'second-step-failed')).toHaveLength(5);
    expect(answers).not.toContain('in');
    // Not even with the right one.
    const late = await enter(login, two.client());
    const refused = await late.post<ProblemDto>('/session/second-step', { code: codeOf(secret) });
    expect(said(refused)).toBe('locked');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(600);
    await one.query(`UPDATE rate_limit_hit SET at = at - interval '16 minutes'`);
    expect(await finish(await enter(login), { code: codeOf(secret) })).toBe('in');
  });

  it('thirty tries in a day are enough for a code, however patient', async () => {
    const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
    for (let round = 0; round < 6; round++) {
      const client = await enter(login);
      for (let tries = 0; tries < 5; tries++) await finish(client, { code: '000000' });
      await one.query(`UPDATE rate_limit_hit SET at = at - interval '20 minutes'`);
    }
    expect(await finish(await enter(login), { code: codeOf(secret) })).toBe('locked');
    // The password was right all the time: it is not what is locked.
    const { status } = await one.client().post('/session', { login, password: TEST_PASSWORD });
    expect(status).toBe(202);
    await one.query(`UPDATE rate_limit_hit SET at = at - interval '1 day'`);
    expect(await finish(await enter(login), { code: codeOf(secret) })).toBe('in');
  });

  it('whoever was disabled meanwhile gets no session', async () => {
    const { login, id, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
    const client = await enter(login);
    await one.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]),
    );
    expect(await finish(client, { code: codeOf(secret) })).toBe('sign-in-failed');
    expect((await client.get('/session')).status).toBe(401);
  });

  it('the session has another token than what waited, and one that somebody planted stays worth nothing', async () => {
    const { login, secret } = await signInWithTotp(one, { roles: ['caseworker'] });
    const client = one.client();
    const planted = 'B'.repeat(43);
    client.setCookie('__Host-repere', planted);
    await enter(login, client);
    const waited = client.cookie(PENDING);
    expect(await finish(client, { code: codeOf(secret) })).toBe('in');
    expect([planted, waited]).not.toContain(client.cookie('__Host-repere'));
    const attacker = one.client();
    for (const token of [planted, waited ?? '']) {
      attacker.setCookie('__Host-repere', token);
      expect((await attacker.get('/session')).status).toBe(401);
    }
  });

  it('a wrong password says nothing about a second factor', async () => {
    const { login } = await signInWithTotp(one, { roles: ['caseworker'] });
    const plain = await one.hire({ roles: ['caseworker'] });
    const answers = [];
    for (const who of [login, plain.login, 'nobody-at-all'])
      answers.push(await one.client().post<ProblemDto>('/session', { login: who, password: 'wrong' }));
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect({ ...body, correlation: '' }).toEqual({ ...answers[0]?.body, correlation: '' });
      expect(headers.getSetCookie()).toEqual([]);
    }
  });
});
