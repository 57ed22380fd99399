import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';

const NEXT = 'cinq nuages passent lentement';

describe('changing one’s own password', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  it('takes the old one; other sessions end, this one stays', async () => {
    const { client, login } = await service.signIn({ roles: ['caseworker'] });
    const other = service.client();
    await other.post('/session', { login, password: TEST_PASSWORD });
    expect((await client.put('/account/password', { current: TEST_PASSWORD, next: NEXT })).status).toBe(204);
    expect((await client.get('/session')).status).toBe(200);
    expect((await other.get('/session')).status).toBe(401);
    expect((await other.post('/session', { login, password: TEST_PASSWORD })).status).toBe(401);
    expect((await other.post('/session', { login, password: NEXT })).status).toBe(200);
  });

  it('takes it from every keyboard: composed or not, with any space', async () => {
    const { client, login } = await service.signIn({ roles: ['caseworker'] });
    const typed = 'l’été à Châteauroux passe';
    await client.put('/account/password', { current: TEST_PASSWORD, next: typed });
    const elsewhere = typed.normalize('NFD').replaceAll(' ', '\u00a0');
    expect((await service.client().post('/session', { login, password: elsewhere })).status).toBe(200);
  });

  it.each([
    ['the wrong old one', 'not my password', NEXT, 422, 'wrong-password'],
    ['the same again', TEST_PASSWORD, TEST_PASSWORD, 422, 'same-password'],
    ['one too short', TEST_PASSWORD, 'court', 400, 'password-too-short'],
    ['one of the name', TEST_PASSWORD, 'Someone someone', 400, 'password-names-you'],
    ['one that everybody has', TEST_PASSWORD, '123456789012345', 400, 'password-too-easy'],
  ])('refuses %s', async (_what, current, next, status, code) => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const answer = await client.put<{ reasons: { code: string }[] }>('/account/password', { current, next });
    expect({ status: answer.status, code: answer.body.reasons[0]?.code }).toEqual({ status, code });
  });

  it('stops after five tries, so that a session left open is no way to the password', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const answers = [];
    for (let turn = 0; turn < 6; turn++)
      answers.push((await client.put('/account/password', { current: 'a guess', next: NEXT })).status);
    expect(answers).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('is for who is signed in', async () => {
    expect((await service.client().put('/account/password', { current: 'a', next: NEXT })).status).toBe(401);
  });

  it('is recorded, refusals too', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    await client.put('/account/password', { current: 'a guess', next: NEXT });
    await client.put('/account/password', { current: TEST_PASSWORD, next: NEXT });
    const events = await service.query<{ entry: string }>(
      `SELECT entry FROM ledger_event WHERE entry LIKE '%account.change-password%' ORDER BY seq DESC LIMIT 2`,
    );
    const outcomes = events.map(({ entry }) => (JSON.parse(entry) as { outcome: string }).outcome);
    expect(outcomes).toEqual(['done', 'refused']);
  });
});
