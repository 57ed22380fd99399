import { Controller, Module } from '@nestjs/common';
import { TestAuthenticator } from '../../../testing/accounts/test-authenticator';
import type { Answer, TestClient } from '../../../testing/accounts/test-client';
import { codeOf, signInWithTotp } from '../../../testing/accounts/test-factors';
import { ProbeRoute } from '../../../testing/probe-route';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import { StepUp } from './step-up';
import type { ProblemDto } from '../../../platform/answers/openapi';
import type { PasskeyOptionsDto, StepUpAskedDto } from './proofs.dto';
import type { SessionDto } from '../../sign-in/session.dto';

const ORIGIN = 'https://repere.example';
const SESSION = '__Host-repere';

/** Something grave. */
@Controller('grave')
class GraveController {
  constructor(private readonly stepUp: StepUp) {}

  @ProbeRoute('POST', 'account.disable', { once: true })
  act(): { readonly done: boolean } {
    this.stepUp.require(5);
    return { done: true };
  }
}

@Module({ controllers: [GraveController] })
class GraveModule {}

describe('step-up', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: ORIGIN },
      modules: [GraveModule],
    });
  });
  afterAll(() => service.stop());

  const actGravely = (client: TestClient): Promise<Answer<ProblemDto>> =>
    client.post<ProblemDto>('/grave', undefined, { 'Idempotency-Key': 'one-and-the-same' });
  const later = (id: string, time = '6 minutes'): Promise<unknown> =>
    service.changeBound(
      `UPDATE session SET strengthened_at = strengthened_at - $2::interval WHERE account_id = $1`,
      [id, time],
    );
  const said = ({ status, body }: Answer<unknown>): string =>
    status < 300 ? 'done' : (body as ProblemDto).code;
  const stepUp = async (client: TestClient, shown: object): Promise<string> =>
    said(await client.post('/session/step-up', shown));

  it('is asked for once signing in is too long ago, and lets the same request pass after', async () => {
    const { client, id, secret } = await signInWithTotp(service, { roles: ['caseworker'] });
    expect(said(await actGravely(client))).toBe('done');
    await later(id);
    const other = client.at(service.origin);
    const refused = await client.post<ProblemDto>('/grave', undefined, { 'Idempotency-Key': 'another-time' });
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 403,
      code: 'step-up-required',
    });
    expect((await client.get<StepUpAskedDto>('/session/step-up')).body.means).toEqual([
      'code',
      'recovery-code',
    ]);
    expect(await stepUp(client, { password: TEST_PASSWORD, code: codeOf(secret) })).toBe('done');
    const passed = await client.post<ProblemDto>('/grave', undefined, { 'Idempotency-Key': 'another-time' });
    expect(said(passed)).toBe('done');
    // A new token; the one before opens nothing any more.
    expect(other.cookie(SESSION)).not.toBe(client.cookie(SESSION));
    expect((await other.get('/session')).status).toBe(401);
  });

  it('asks the password alone of an account without a second factor', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    await later(id);
    expect(said(await actGravely(client))).toBe('step-up-required');
    expect((await client.get<StepUpAskedDto>('/session/step-up')).body.means).toEqual([]);
    expect(await stepUp(client, { password: 'wrong' })).toBe('step-up-failed');
    expect(await stepUp(client, {})).toBe('step-up-failed');
    expect(said(await actGravely(client))).toBe('step-up-required');
    expect(await stepUp(client, { password: TEST_PASSWORD })).toBe('done');
    expect(said(await actGravely(client))).toBe('done');
  });

  it('takes neither half: not the password alone, not the code alone, not a used code', async () => {
    const { client, id, secret, recoveryCodes } = await signInWithTotp(service, { roles: ['caseworker'] });
    await later(id);
    const answers: Answer<ProblemDto>[] = [];
    for (const half of [
      { password: TEST_PASSWORD },
      { code: codeOf(secret) },
      { password: TEST_PASSWORD, code: codeOf(secret, -1) },
      { password: 'wrong', code: codeOf(secret) },
    ])
      answers.push(await client.post<ProblemDto>('/session/step-up', half));
    for (const { body } of answers)
      expect({ ...body, correlation: '' }).toEqual({
        ...answers[0]?.body,
        status: 403,
        correlation: '',
      });
    expect(said(answers[0] ?? fail('no answer'))).toBe('step-up-failed');
    expect(said(await actGravely(client))).toBe('step-up-required');
    // What was tried with a wrong password is not used up.
    expect(await stepUp(client, { password: TEST_PASSWORD, code: codeOf(secret) })).toBe('done');
    await later(id);
    expect(await stepUp(client, { password: TEST_PASSWORD, recoveryCode: recoveryCodes[0] })).toBe('done');
    expect(await stepUp(client, { password: TEST_PASSWORD, recoveryCode: recoveryCodes[0] })).toBe(
      'step-up-failed',
    );
  });

  it('takes a passkey alone, of this account, for this session, once', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    await later(mine.id);
    const ask = async (client: TestClient): Promise<PasskeyOptionsDto> =>
      (await client.get<PasskeyOptionsDto>('/session/step-up/passkey')).body;
    const foreign = theirs.device.sign(await ask(theirs.client));
    await ask(mine.client);
    expect(await stepUp(mine.client, { passkey: foreign })).toBe('step-up-failed');
    const passkey = mine.device.sign(await ask(mine.client));
    expect(await stepUp(mine.client, { passkey })).toBe('done');
    expect(said(await actGravely(mine.client))).toBe('done');
    expect(await stepUp(mine.client, { passkey })).toBe('step-up-failed');
  });

  async function withPasskey() {
    const someone = await service.signIn({ roles: ['caseworker'] });
    const device = new TestAuthenticator(ORIGIN);
    const { body } = await someone.client.get<PasskeyOptionsDto>('/factors/passkeys/new');
    await someone.client.post('/factors/passkeys', { name: 'x', passkey: device.makePasskey(body) });
    return { ...someone, device };
  }

  it('locks after five wrong passwords in a session that was left open, and leaves the door as it is', async () => {
    const { client, id, login } = await service.signIn({ roles: ['caseworker'] });
    await later(id);
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => stepUp(client.at(service.origin), { password: 'wrong' })),
    );
    expect(answers.filter((answer) => answer === 'step-up-failed')).toHaveLength(5);
    expect(await stepUp(client, { password: TEST_PASSWORD })).toBe('locked');
    const door = await service.client().post<ProblemDto>('/session', { login, password: TEST_PASSWORD });
    expect(door.status).toBe(200);
  });

  it('goes on while strangers try passwords at the door, of that login or from its address', async () => {
    const [{ client, login }, other] = [
      await service.signIn({ roles: ['caseworker'] }),
      await service.signIn({ roles: ['caseworker'] }),
    ];
    const atDoor = async (name: string): Promise<string> =>
      said(await service.client().post('/session', { login: name, password: 'wrong' }));
    for (let tries = 0; tries < 5; tries++) await atDoor(login);
    expect(await atDoor(login)).toBe('locked');
    expect(await stepUp(client, { password: TEST_PASSWORD })).toBe('done');
    for (let tries = 0; tries < 60; tries++) await atDoor(`nobody-${tries}`);
    expect(await atDoor('nobody-else')).toBe('locked');
    expect(await stepUp(other.client, { password: TEST_PASSWORD })).toBe('done');
    await service.query('DELETE FROM rate_limit_hit');
  });

  it('is for who is signed in', async () => {
    const { status } = await service.client().post('/session/step-up', { password: TEST_PASSWORD });
    expect(status).toBe(401);
  });

  it('is recorded, failed or done, as its owner’s', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    const [before] = await service.query<{ seq: string }>('SELECT max(seq) AS seq FROM ledger_event');
    await stepUp(client, { password: 'wrong' });
    await stepUp(client, { password: TEST_PASSWORD });
    const [alias] = await service.query<{ alias: string }>('SELECT alias FROM alias WHERE subject = $1', [
      id,
    ]);
    const events = await service.query<{ entry: string }>(
      'SELECT entry FROM ledger_event WHERE seq > $1 ORDER BY seq',
      [before?.seq],
    );
    expect(events.map(({ entry }) => JSON.parse(entry) as Record<string, string>)).toMatchObject([
      { type: 'session.step-up', outcome: 'failed', actor: alias?.alias },
      { type: 'session.step-up', outcome: 'done', actor: alias?.alias },
    ]);
  });

  it('leaves the time at which the session ends as it was', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const before = (await client.get<SessionDto>('/session')).body.until;
    await stepUp(client, { password: TEST_PASSWORD });
    expect((await client.get<SessionDto>('/session')).body.until).toBe(before);
  });
});
