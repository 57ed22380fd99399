import type { Session } from '@repere/cases';
import { TEST_PASSWORD, TestService } from '../testing/test-service';

describe('session', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('opens with login and password, tells who it is, closes', async () => {
    const { login } = await service.hire({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    const client = service.client();
    const opened = await client.post<Session>('/session', {
      login: ` ${login.toUpperCase()} `,
      password: TEST_PASSWORD,
    });
    expect(opened.status).toBe(200);
    const { body } = await client.get<Session>('/session');
    expect(body.account).toMatchObject({
      name: 'Camille',
      roles: ['caseworker'],
      teams: [{ name: 'North' }],
    });
    expect((await client.delete('/session')).status).toBe(204);
    expect((await client.get('/session')).status).toBe(401);
  });
});
