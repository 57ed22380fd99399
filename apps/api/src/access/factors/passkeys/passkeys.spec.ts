import { type Fault, TestAuthenticator } from '../../../testing/accounts/test-authenticator';
import type { TestClient } from '../../../testing/accounts/test-client';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import type { PasskeyOptionsDto, SecondStepDueDto } from '../second-step/proofs.dto';
import type { FactorAddedDto, FactorsDto } from '../factors.dto';
import type { SessionDto } from '../../sign-in/session.dto';
import type { ProblemDto } from '../../../platform/answers/openapi';

const ORIGIN = 'https://repere.example';

describe('passkeys', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: ORIGIN },
      trainingKeys: ['room'],
    });
  });
  afterAll(() => service.stop());

  const ask = async (client: TestClient, path: string): Promise<PasskeyOptionsDto> =>
    (await client.get<PasskeyOptionsDto>(path)).body;

  async function enrolled(roles = ['caseworker'] as const) {
    const someone = await service.signIn({ roles });
    const device = new TestAuthenticator(ORIGIN);
    const passkey = device.makePasskey(await ask(someone.client, '/factors/passkeys/new'));
    const added = await someone.client.post<FactorAddedDto>('/factors/passkeys', {
      name: ' Mon portable ',
      passkey,
    });
    expect(added.status).toBe(201);
    return { ...someone, device, recoveryCodes: added.body.recoveryCodes };
  }
  async function comeIn(device: TestAuthenticator, fault: Fault = {}, client = service.client()) {
    const answer = await client.post<SessionDto & ProblemDto>(
      '/session/passkey',
      device.sign(await ask(client, '/session/passkey'), fault),
    );
    return { ...answer, client };
  }

  it('are kept under a name, several of them, and can be renamed', async () => {
    const { client, device, recoveryCodes } = await enrolled();
    expect(recoveryCodes).toHaveLength(10);
    const phone = new TestAuthenticator(ORIGIN);
    const passkey = phone.makePasskey(await ask(client, '/factors/passkeys/new'));
    const second = await client.post<FactorAddedDto>('/factors/passkeys', { name: 'Téléphone', passkey });
    expect(second.body).toEqual({ recoveryCodes: null });
    const { passkeys } = (await client.get<FactorsDto>('/factors')).body;
    expect(passkeys.map(({ name, lastUsedAt }) => [name, lastUsedAt])).toEqual([
      ['Mon portable', null],
      ['Téléphone', null],
    ]);
    expect((await client.put(`/factors/passkeys/${passkeys[0]?.id}`, { name: 'Bureau' })).status).toBe(204);
    await comeIn(device);
    const after = (await client.get<FactorsDto>('/factors')).body.passkeys;
    expect(after.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null])).toEqual([
      ['Bureau', true],
      ['Téléphone', false],
    ]);
  });

  it('take one in without a login, and count as two factors', async () => {
    const { device, id } = await enrolled();
    const { status, body, client } = await comeIn(device);
    expect({ status, id: body.account.id, mustEnrol: body.mustEnrol }).toEqual({
      status: 200,
      id,
      mustEnrol: false,
    });
    const [session] = await service.query<{ strength: string }>(
      `SELECT strength FROM session WHERE account_id = $1 ORDER BY created_at DESC LIMIT 1`,
      [id],
    );
    expect(session?.strength).toBe('passkey');
    expect((await client.get('/session')).status).toBe(200);
  });

  it('are a second step after the password', async () => {
    const { login, device } = await enrolled();
    const client = service.client();
    const { body } = await client.post<SecondStepDueDto>('/session', { login, password: TEST_PASSWORD });
    expect(body.means).toEqual(['passkey', 'recovery-code']);
    const passkey = device.sign(await ask(client, '/session/second-step/passkey'));
    expect((await client.post('/session/second-step', { passkey })).status).toBe(200);
  });

  it.each<[string, Fault]>([
    ['made at another site', { origin: 'https://repere.example.evil' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without its owner there', { userIsThere: false }],
    ['of another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['for somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('refuse a signature %s', async (_, fault) => {
    const { device } = await enrolled();
    const { status, body } = await comeIn(device, fault);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'passkey-refused' });
    expect((await comeIn(device)).status).toBe(200);
  });

  it.each<[string, Fault]>([
    ['another site', { origin: 'https://repere.example.evil' }],
    ['another host', { rpId: 'evil.example' }],
    ['nobody there', { userIsThere: false }],
    ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('are not kept when they come with %s', async (_, fault) => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const passkey = new TestAuthenticator(ORIGIN).makePasskey(
      await ask(client, '/factors/passkeys/new'),
      fault,
    );
    const { status, body } = await client.post<ProblemDto>('/factors/passkeys', { name: 'x', passkey });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'passkey-refused' });
    expect((await client.get<FactorsDto>('/factors')).body.passkeys).toEqual([]);
  });

  it('refuse a counter that does not go on: there may be two of it', async () => {
    const { device } = await enrolled();
    expect((await comeIn(device, { counter: 5 })).status).toBe(200);
    expect((await comeIn(device, { counter: 5 })).body.code).toBe('passkey-refused');
    expect((await comeIn(device, { counter: 4 })).body.code).toBe('passkey-refused');
    expect((await comeIn(device, { counter: 6 })).status).toBe(200);
    expect((await comeIn(device, { counter: 0 })).body.code).toBe('passkey-refused');
  });

  it('accept those that never count', async () => {
    const { device } = await enrolled();
    for (let times = 0; times < 2; times++) expect((await comeIn(device, { counter: 0 })).status).toBe(200);
  });

  it('take an answer once, and only from the browser that asked', async () => {
    const { device } = await enrolled();
    const client = service.client();
    const passkey = device.sign(await ask(client, '/session/passkey'));
    const stranger = service.client();
    expect((await stranger.post<ProblemDto>('/session/passkey', passkey)).body.code).toBe('second-step-over');
    await ask(stranger, '/session/passkey');
    expect((await stranger.post<ProblemDto>('/session/passkey', passkey)).body.code).toBe('passkey-refused');
    const copy = client.at(service.origin);
    expect((await client.post('/session/passkey', passkey)).status).toBe(200);
    expect((await copy.post<ProblemDto>('/session/passkey', passkey)).body.code).toBe('second-step-over');
  });

  it('of somebody else are no second step, nor is what waits for a password’s one a way in by itself', async () => {
    const mine = await enrolled();
    const other = await enrolled();
    const client = service.client();
    await client.post('/session', { login: mine.login, password: TEST_PASSWORD });
    const options = await ask(client, '/session/second-step/passkey');
    const theirs = other.device.sign({ options: { ...options.options, allowCredentials: undefined } });
    expect((await client.post<ProblemDto>('/session/second-step', { passkey: theirs })).body.code).toBe(
      'second-step-failed',
    );
    const own = mine.device.sign(options);
    expect((await client.post<ProblemDto>('/session/passkey', own)).body.code).toBe('second-step-over');
    expect((await client.post('/session/second-step', { passkey: own })).status).toBe(200);
  });

  it('open nothing for a disabled account, nor in another space', async () => {
    const { device, id } = await enrolled();
    const elsewhere = await comeIn(device, {}, service.client('room'));
    expect(elsewhere.body.code).toBe('passkey-refused');
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]),
    );
    expect((await comeIn(device)).body.code).toBe('passkey-refused');
  });

  it('can’t be kept twice', async () => {
    const { client, device } = await enrolled();
    const options = await ask(client, '/factors/passkeys/new');
    expect((options.options['excludeCredentials'] as unknown[]).length).toBe(1);
    const passkey = device.makePasskey(options);
    expect((await client.post('/factors/passkeys', { name: 'a', passkey })).status).toBe(201);
    expect((await client.post<ProblemDto>('/factors/passkeys', { name: 'b', passkey })).body.code).toBe(
      'passkey-refused',
    );
  });

  it('ask for their owner, and for a passkey that knows its account', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { options } = await ask(client, '/factors/passkeys/new');
    expect(options).toMatchObject({
      rp: { id: 'repere.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await ask(service.client(), '/session/passkey')).options).toMatchObject({
      rpId: 'repere.example',
      userVerification: 'required',
    });
  });
});
