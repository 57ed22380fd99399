import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';
import { CLIENT_ID, PUBLIC_URL, RealProvider } from '../testing/real-provider';
import { Visitor, hireLinked, lastEvent, someone } from '../testing/visitor';
import type { AboutDto } from '../../about.dto';
import type { SessionDto } from '../../sign-in/session.dto';

describe('signing in with a provider', () => {
  let service: TestService;
  let provider: RealProvider;
  beforeAll(async () => {
    provider = await RealProvider.listen('keycloak');
    service = await TestService.start({
      trainingKeys: ['atelier'],
      configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: PUBLIC_URL, providers: [provider.settings()] },
    });
    provider.serve(service.origin);
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });

  it('offers the providers by their names, and nothing else of them', async () => {
    const { body } = await service.client().get<AboutDto>('/about');
    expect(body.providers).toEqual([
      { key: 'keycloak', label: { fr: 'Compte du département', en: 'Account of the département' } },
    ]);
  });

  it('goes there with a code challenge, a state and a nonce of its own each time', async () => {
    const [one, two] = [
      await new Visitor(service).beginSignIn('keycloak'),
      await new Visitor(service).beginSignIn('keycloak'),
    ];
    const asked = Object.fromEntries(one.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: `${PUBLIC_URL}/api/provider-sign-in/keycloak/callback`,
      scope: 'openid',
      code_challenge_method: 'S256',
      acr_values: 'eidas2 eidas1',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[name]?.length).toBeGreaterThanOrEqual(43);
      expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
    }
  });

  it('opens the session of the account that its owner linked, and lands in the space', async () => {
    const { id } = await hireLinked(service, provider, someone());
    const visitor = new Visitor(service);
    const { status, location, cookies } = await visitor.signIn('keycloak');
    expect([status, location]).toEqual([303, '/']);
    const session = cookies.find((line) => line.startsWith('__Host-repere='));
    expect(session).toMatch(/; Path=\/.*; HttpOnly; Secure; SameSite=Strict/);
    const { body } = await visitor.sendRequest('GET', '/session');
    expect((body as SessionDto).account.id).toBe(id);
    expect(await lastEvent(service)).toMatchObject({
      type: 'session.open',
      outcome: 'done',
      fields: { way: 'provider', provider: 'keycloak' },
    });
  });

  it('binds the browser with a cookie that comes back from another site, for ten minutes, and only that one', async () => {
    const visitor = new Visitor(service);
    const response = await visitor.browser.fetch(`${service.origin}/api/provider-sign-in/keycloak`, {
      method: 'POST',
      headers: { 'X-Repere': '1', 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-repere_provider=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
  });

  it('records who came in by which provider, and at which level', async () => {
    await hireLinked(service, provider, someone());
    await new Visitor(service).signIn('keycloak');
    expect(await lastEvent(service)).toMatchObject({
      type: 'session.open',
      outcome: 'done',
      fields: { way: 'provider', provider: 'keycloak', acr: 'eidas2' },
    });
  });

  it('keeps in the database neither state nor cookie, nor who anybody is there; tokens only sealed', async () => {
    const sub = someone();
    await hireLinked(service, provider, sub);
    const visitor = new Visitor(service);
    const begun = await visitor.beginSignIn('keycloak');
    await visitor.comeBack(await visitor.browser.visit(begun.href));
    const secrets = [sub, begun.searchParams.get('state'), begun.searchParams.get('nonce'), 'eyJ'].map(
      (secret) => secret ?? '',
    );
    const tables = ['provider_link', 'provider_flow', 'provider_session', 'session', 'provider_invitation'];
    for (const table of tables) {
      const rows = await service.query(`SELECT ${table}::text AS row FROM ${table}`);
      const text = JSON.stringify(rows);
      for (const secret of secrets) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secret).toString('hex'));
      }
    }
    expect((await service.query('SELECT 1 FROM provider_session')).length).toBeGreaterThan(0);
  });

  it('comes back to the training space where it began, by the same address', async () => {
    const { id } = await hireLinked(service, provider, someone(), 'atelier');
    const visitor = new Visitor(service, 'atelier');
    const { location, cookies } = await visitor.signIn('keycloak');
    expect(location).toBe('/s/atelier/');
    expect(cookies.some((line) => line.startsWith('__Host-repere-atelier='))).toBe(true);
    expect(((await visitor.sendRequest('GET', '/session')).body as SessionDto).account.id).toBe(id);
    // Linked there is not linked here.
    expect((await new Visitor(service).signIn('keycloak')).location).toBe('/connexion?refus=no-account');
  });

  it('signs out at both ends', async () => {
    await hireLinked(service, provider, someone());
    const visitor = new Visitor(service);
    await visitor.signIn('keycloak');
    const left = await visitor.browser.fetch(`${service.origin}/api/provider-sign-out`);
    expect(left.status).toBe(303);
    const end = new URL(left.headers.get('Location') ?? '');
    expect(end.origin).toBe(provider.issuer);
    expect(Object.fromEntries(end.searchParams)).toMatchObject({
      client_id: CLIENT_ID,
      post_logout_redirect_uri: `${PUBLIC_URL}/api/provider-sign-in/keycloak/signed-out`,
      id_token_hint: expect.stringMatching(/^eyJ/),
    });
    expect((await visitor.sendRequest('GET', '/session')).status).toBe(401);
    expect((await visitor.browser.fetch(end.href)).status).toBe(200);
    const back = await visitor.comeBack(new URL(`${PUBLIC_URL}/api/provider-sign-in/keycloak/signed-out`));
    expect(back.location).toBe('/connexion');
  });

  it('signs out here alone when the session was opened here', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const visitor = new Visitor(service).withToken(client.cookie('__Host-repere'));
    const left = await visitor.browser.fetch(`${service.origin}/api/provider-sign-out`);
    expect([left.status, left.headers.get('Location')]).toEqual([303, '/connexion']);
    expect((await client.get('/session')).status).toBe(401);
  });
});
