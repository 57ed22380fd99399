import { codeOf, signInWithTotp } from '../../../testing/accounts/test-factors';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import type { TestClient } from '../../../testing/accounts/test-client';

const PENDING = '__Host-repere_step';
const SESSION = '__Host-repere';
import { EndSessions } from '../../sessions/end-sessions.service';
import type { SecondStepDueDto } from './proofs.dto';
import type { SessionDto } from '../../sign-in/session.dto';
import type { FactorAddedDto, FactorsDto } from '../factors.dto';
import type { ProblemDto } from '../../../platform/answers/openapi';

describe('signing in with a second step', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  async function afterPassword(login: string): Promise<TestClient> {
    const client = service.client();
    const { status } = await client.post('/session', { login, password: TEST_PASSWORD });
    expect(status).toBe(202);
    return client;
  }

  it('opens nothing after the password, and a session after the code', async () => {
    const { login, id, secret } = await signInWithTotp(service, { roles: ['caseworker'] });
    const client = service.client();
    const { status, body } = await client.post<SecondStepDueDto>('/session', {
      login,
      password: TEST_PASSWORD,
    });
    expect({ status, means: body.means }).toEqual({ status: 202, means: ['code', 'recovery-code'] });
    expect(Date.parse(body.until) - Date.now()).toBeGreaterThan(4 * 60_000);
    expect(Date.parse(body.until) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    expect(client.cookie(SESSION)).toBeUndefined();
    expect((await client.get('/session')).status).toBe(401);

    const opened = await client.post<SessionDto>('/session/second-step', { code: codeOf(secret) });
    expect({ status: opened.status, id: opened.body.account.id }).toEqual({ status: 200, id });
    expect((await client.get('/session')).status).toBe(200);
    expect(client.cookie(PENDING)).toBeUndefined();
  });

  it('keeps what waits in a cookie of its own, for five minutes, out of reach of scripts and other sites', async () => {
    const { login } = await signInWithTotp(service, { roles: ['caseworker'] });
    const { headers } = await service.client().post('/session', { login, password: TEST_PASSWORD });
    const [cookie = '', ...more] = headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(
      /^__Host-repere_step=[A-Za-z0-9_-]{43}; Max-Age=300; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
    );
    const token = Buffer.from(cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')), 'base64url');
    const rows = await service.query<{ token_hash: Buffer }>('SELECT token_hash FROM pending_sign_in');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ token_hash }) => token_hash.equals(token))).toBe(false);
  });

  it('is over once every session of the account was ended: what the password began leads nowhere', async () => {
    const { id, login, secret } = await signInWithTotp(service, { roles: ['caseworker'] });
    const client = await afterPassword(login);
    await service.asSeed(() => service.app.get(EndSessions).ofAccount(id));
    expect((await client.post('/session/second-step', { code: codeOf(secret) })).status).toBe(403);
  });

  it('takes a code with blanks, and a recovery code as it was copied, once', async () => {
    const { login, secret, recoveryCodes } = await signInWithTotp(service, { roles: ['caseworker'] });
    const first = await afterPassword(login);
    const typed = codeOf(secret).replace(/^.{3}/, '$& ');
    expect((await first.post('/session/second-step', { code: typed })).status).toBe(200);

    const [recoveryCode = ''] = recoveryCodes;
    const sloppy = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const second = await afterPassword(login);
    expect((await second.post('/session/second-step', { recoveryCode: sloppy })).status).toBe(200);
    expect((await second.get<FactorsDto>('/factors')).body.recovery?.left).toBe(9);

    const third = await afterPassword(login);
    const again = await third.post<ProblemDto>('/session/second-step', { recoveryCode });
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 403,
      code: 'second-step-failed',
    });
  });

  it('answers alike whatever was wrong', async () => {
    const { login, secret } = await signInWithTotp(service, { roles: ['caseworker'] });
    const client = await afterPassword(login);
    const wrong = [
      { code: '000000' },
      // Used for enrolling.
      { code: codeOf(secret, -1) },
      { recoveryCode: 'AAAA-AAAA-AAAA-AAAA' },
      {},
    ];
    const answers = [];
    for (const proof of wrong) answers.push(await client.post<ProblemDto>('/session/second-step', proof));
    for (const { body } of answers)
      expect({ ...body, correlation: '' }).toEqual({
        ...answers[0]?.body,
        status: 403,
        correlation: '',
      });
    expect(answers[0]?.body.code).toBe('second-step-failed');
  });

  it('records each step: password, failure, recovery code, session', async () => {
    const { login, recoveryCodes, id } = await signInWithTotp(service, { roles: ['caseworker'] });
    const [before] = await service.query<{ seq: string }>('SELECT max(seq) AS seq FROM ledger_event');
    const client = await afterPassword(login);
    await client.post('/session/second-step', { code: '000000' });
    await client.post('/session/second-step', { recoveryCode: recoveryCodes[0] });
    const events = await service.query<{ entry: string }>(
      'SELECT entry FROM ledger_event WHERE seq > $1 ORDER BY seq',
      [before?.seq],
    );
    const told = events.map(({ entry }) => {
      const { type, outcome } = JSON.parse(entry) as { type: string; outcome: string };
      return `${type} ${outcome}`;
    });
    expect(told).toEqual([
      'session.first-step done',
      'session.second-step failed',
      'session.second-step done',
      // The code that was used.
      'rows.changed done',
      'session.open done',
    ]);
    for (const { entry } of events) expect(entry).not.toMatch(new RegExp(`${id}|${login}`));
  });

  it('keeps the secret sealed, the codes hashed', async () => {
    const { id, secret, recoveryCodes } = await signInWithTotp(service, { roles: ['caseworker'] });
    const [row] = await service.query<{ secret: Buffer }>(
      'SELECT secret FROM totp_factor WHERE account_id = $1',
      [id],
    );
    expect(row?.secret.includes(secret)).toBe(false);
    const hashes = await service.query<{ code_hash: Buffer }>('SELECT code_hash FROM recovery_code');
    for (const code of recoveryCodes)
      expect(hashes.some(({ code_hash }) => code_hash.includes(code))).toBe(false);
  });

  it('makes ten recovery codes with the first factor, new ones when asked, and keeps those with a second one', async () => {
    const { client, recoveryCodes, login, secret } = await signInWithTotp(service, { roles: ['caseworker'] });
    expect(new Set(recoveryCodes).size).toBe(10);
    const renewed = await client.put<{ codes: string[] }>('/factors/recovery-codes');
    expect(renewed.body.codes).toHaveLength(10);
    expect(renewed.body.codes.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const other = await afterPassword(login);
    const old = await other.post('/session/second-step', { recoveryCode: recoveryCodes[1] });
    expect(old.status).toBe(403);

    // Another phone: its app in place of the one before.
    const begun = await client.post<{ secret: string }>('/factors/totp');
    const added = await client.post<FactorAddedDto>('/factors/totp/confirm', {
      code: codeOf(begun.body.secret),
    });
    expect(added.body).toEqual({ recoveryCodes: null });
    expect((await other.post('/session/second-step', { code: codeOf(secret, 1) })).status).toBe(403);
    expect((await other.post('/session/second-step', { code: codeOf(begun.body.secret, 1) })).status).toBe(
      200,
    );
  });
});
