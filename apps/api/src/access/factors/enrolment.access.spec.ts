import { codeOf } from '../../testing/accounts/test-factors';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { TestClient } from '../../testing/accounts/test-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { FactorAddedDto, FactorsDto, TotpToConfirmDto } from './factors.dto';
import type { SessionDto } from '../sign-in/session.dto';

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What an account may reach before it has its second factor. */
const WHILE_ENROLLING = [
  'GET /session',
  'PUT /session/activity',
  'POST /session/lock',
  'DELETE /session',
  'PUT /session/language',
  'GET /session/step-up',
  'GET /session/step-up/passkey',
  'GET /provider-sign-out',
  'GET /factors',
  'POST /factors/totp',
  'POST /factors/totp/confirm',
  'GET /factors/passkeys/new',
  'POST /factors/passkeys',
];
/** Nobody needs to be signed in for these. */
const OPEN = [
  /^GET \/(about|health|openapi)/,
  /^POST \/session$/,
  /^(GET|POST) \/session\/(second-step|passkey)/,
  /^POST \/session\/step-up$/,
  /^POST \/(password-resets|account-links\/|answer-links\/)/,
  /^(GET|POST) \/provider-sign-in/,
  // The one with the secret address is who asked for it.
  /^GET \/calendar\/[^/]+$/,
  // Nobody is signed in there: who leads a training space holds its cookie, and in a live one it is not there.
  /^(GET|PUT|DELETE) \/training\/played$/,
  /^(GET|POST) \/training\/clock$/,
  /^(GET|PUT|DELETE) \/training\/(class|class\/code|class\/limit|class\/score|class\/learners\/[^/]+|score|score\/groups|debrief\/pdf|reasons\/[^/]+)$/,
  /^(GET|PUT) \/training\/class\/learners\/[^/]+\/certificate(\/(file|pdf))?$/,
  /^(GET|POST|DELETE) \/training\/moments(\/[^/]+(\/branches)?)?$/,
  /^PUT \/training\/branches\/[^/]+\/entry$/,
  /^(GET|PUT|DELETE) \/training\/(notes|questions|expectations|story)(\/[^/]+)?$/,
  /^(GET|PUT) \/training\/board(\/[^/]+\/entry)?$/,
  /^(GET|PUT) \/training\/presentation(\/(script|events\/[^/]+))?$/,
  // Anybody with a code, and a browser that came by one.
  /^(GET|POST|PUT|DELETE) \/training\/(joins|learners|learners\/session|learners\/[^/]+\/session)$/,
];

describe('a second factor that is required', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: {
        protocolsDir: NO_PROTOCOLS,
        requiresSecondFactor: true,
        publicUrl: 'https://repere.example',
      },
      trainingKeys: ['room'],
    });
  });
  afterAll(() => service.stop());

  const send = (client: TestClient, method: string, path: string) => {
    const key = { 'Idempotency-Key': 'any-key-at-all', 'If-Match': '"1"' };
    if (method === 'GET') return client.get<ProblemDto>(path);
    if (method === 'DELETE') return client.delete<ProblemDto>(path);
    // Opens its own units of work, and looks at its body before.
    const body =
      path === '/account/password' ? { current: TEST_PASSWORD, next: 'another long password' } : {};
    return method === 'PUT'
      ? client.put<ProblemDto>(path, body, key)
      : client.post<ProblemDto>(path, body, key);
  };

  async function enrol(client: TestClient): Promise<string> {
    const { body } = await client.post<TotpToConfirmDto>('/factors/totp');
    const added = await client.post<FactorAddedDto>('/factors/totp/confirm', {
      code: codeOf(body.secret, -1),
    });
    expect(added.status).toBe(200);
    return body.secret;
  }

  it('closes every route but those that set it up', async () => {
    const { client } = await service.signIn({
      roles: ['caseworker', 'supervisor', 'administrator'],
      teams: ['North'],
    });
    expect((await client.get<SessionDto>('/session')).body.mustEnrol).toBe(true);
    const { paths } = (await client.get<Description>('/openapi.json')).body;
    const routes = Object.entries(paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .map((route) =>
        route.replace('/api/', '/').replace(/\{[^}]+\}/g, '6d1c3c6e-4f0e-4b8e-9a53-2a54a0e3a111'),
      )
      .filter((route) => ![...WHILE_ENROLLING].includes(route) && !OPEN.some((open) => open.test(route)));
    expect(routes.length).toBeGreaterThan(60);
    const opened: string[] = [];
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const { status, body } = await send(client, method, path);
      if (status !== 403 || body.code !== 'second-factor-due')
        opened.push(`${route}: ${status} ${body.code}`);
    }
    expect(opened).toEqual([]);
  });

  it('opens them once it is there, in this session and the next', async () => {
    const { client, login } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await client.get('/team')).status).toBe(403);
    const secret = await enrol(client);
    expect((await client.get('/team')).status).toBe(200);
    expect((await client.get<SessionDto>('/session')).body.mustEnrol).toBe(false);
    const next = service.client();
    expect((await next.post('/session', { login, password: TEST_PASSWORD })).status).toBe(202);
    expect(
      (await next.post<SessionDto>('/session/second-step', { code: codeOf(secret) })).body.mustEnrol,
    ).toBe(false);
    expect((await next.get('/team')).status).toBe(200);
  });

  it('gives a new token to the session, and ends those that a password alone has opened', async () => {
    const { client, login } = await service.signIn({ roles: ['caseworker'] });
    const elsewhere = service.client();
    await elsewhere.post('/session', { login, password: TEST_PASSWORD });
    const copy = client.at(service.origin);
    await enrol(client);
    expect((await client.get('/session')).status).toBe(200);
    for (const other of [copy, elsewhere]) expect((await other.get('/session')).status).toBe(401);
  });

  it('is not asked of the fictional staff of a training space', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] }, 'room');
    expect((await client.get<SessionDto>('/session')).body.mustEnrol).toBe(false);
    expect((await client.get('/team')).status).toBe(200);
  });

  it('can’t be removed as the last one, but can be replaced', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    await enrol(client);
    const refused = await client.delete<ProblemDto>('/factors/totp');
    expect({ status: refused.status, reasons: refused.body.reasons?.map(({ code }) => code) }).toEqual({
      status: 422,
      reasons: ['last-factor'],
    });
    expect((await client.get<FactorsDto>('/factors')).body).toMatchObject({ isRequired: true, totp: {} });
    await enrol(client);
  });

  it('records that it stood in the way, as its owner’s', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await client.get('/team');
    const [event] = await service.query<{ entry: string; alias: string }>(
      `SELECT entry, (SELECT alias FROM alias WHERE subject = $1) AS alias FROM ledger_event ORDER BY seq DESC LIMIT 1`,
      [id],
    );
    expect(JSON.parse(event?.entry ?? '{}')).toMatchObject({
      type: 'team.read',
      outcome: 'refused',
      actor: event?.alias,
    });
  });
});
