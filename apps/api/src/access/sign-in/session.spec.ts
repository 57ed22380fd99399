import { DemoModule } from '../../demo/demo.module';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { SessionDto } from './session.dto';
import type { AboutDto } from '../about.dto';

describe('session', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  it('opens with login and password, tells who it is, closes', async () => {
    const { login } = await service.hire({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    const client = service.client();
    const opened = await client.post<SessionDto>('/session', {
      login: ` ${login.toUpperCase()} `,
      password: TEST_PASSWORD,
    });
    expect(opened.status).toBe(200);
    const { body } = await client.get<SessionDto>('/session');
    expect(body.account).toMatchObject({
      name: 'Camille',
      roles: ['caseworker'],
      teams: [{ name: 'North' }],
    });
    expect((await client.delete('/session')).status).toBe(204);
    expect((await client.get('/session')).status).toBe(401);
  });

  it('lives in a cookie that scripts, other hosts and other sites do not get', async () => {
    const { login } = await service.hire({ roles: ['caseworker'] });
    const { headers } = await service.client().post('/session', { login, password: TEST_PASSWORD });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-repere=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('keeps the language of the account', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    expect(
      (await client.put<SessionDto>('/session/language', { language: 'en' })).body.account.language,
    ).toBe('en');
    expect((await client.get<SessionDto>('/session')).body.account.language).toBe('en');
    expect((await client.put('/session/language', { language: 'de' })).status).toBe(400);
  });

  it('keeps no token in the database', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const token = client.cookie('__Host-repere') ?? '';
    const rows = await service.query<{ token_hash: Buffer }>('SELECT token_hash FROM session');
    expect(token).toHaveLength(43);
    expect(rows.some(({ token_hash }) => token_hash.equals(Buffer.from(token, 'base64url')))).toBe(false);
  });
});

describe('about', () => {
  it('offers accounts and their password in the demo only', async () => {
    for (const demo of [false, true]) {
      const service = await TestService.start({
        configuration: { protocolsDir: NO_PROTOCOLS },
        modules: demo ? [DemoModule] : [],
      });
      const { body } = await service.client().get<AboutDto>('/about');
      expect(body).toMatchObject({ name: 'Repère', space: { key: null, kind: 'live' } });
      expect(body.demoAccounts.length > 0).toBe(demo);
      await service.stop();
    }
  });
});
