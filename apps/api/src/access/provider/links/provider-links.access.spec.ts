import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';
import { PUBLIC_URL, RealProvider } from '../testing/real-provider';
import { Visitor, hireLinked, lastEvent, someone } from '../testing/visitor';

describe('identities of an account', () => {
  let service: TestService;
  let provider: RealProvider;
  beforeAll(async () => {
    provider = await RealProvider.listen('keycloak');
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: PUBLIC_URL, providers: [provider.settings()] },
    });
    provider.serve(service.origin);
  });
  beforeEach(() => service.query('DELETE FROM rate_limit_hit'));
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });

  const signedIn = async (role: 'caseworker' | 'administrator' = 'caseworker') => {
    const { id, client } = await service.signIn({ roles: [role] });
    return { id, visitor: new Visitor(service).withToken(client.cookie('__Host-repere')) };
  };
  const links = async (visitor: Visitor): Promise<readonly { linkedAt: string | null; invited: boolean }[]> =>
    ((await visitor.sendRequest('GET', '/provider-links')).body as { items: never[] }).items;
  /** Goes to the provider to be linked, and comes back. */
  const goAndComeBack = async (visitor: Visitor, sub: string) => {
    provider.person = { sub, acr: 'eidas2' };
    const { body } = await visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    return visitor.comeBack(await visitor.browser.visit((body as { goTo: string }).goTo));
  };

  it('are for who is signed in', async () => {
    const stranger = new Visitor(service);
    for (const [method, path, body] of [
      ['GET', '/provider-links'],
      ['POST', '/provider-links', { provider: 'keycloak' }],
      ['PUT', '/provider-links/keycloak'],
      ['DELETE', '/provider-links/keycloak'],
      ['POST', '/provider-invitations', { provider: 'keycloak', accountId: 'x' }],
      ['GET', '/provider-sign-out'],
    ] as const)
      expect((await stranger.sendRequest(method, path, body)).status).toBe(401);
  });

  it('are linked by their owner, who confirms after coming back, and unlinked again; each is recorded', async () => {
    const { visitor } = await signedIn();
    const sub = someone();
    expect(await goAndComeBack(visitor, sub)).toMatchObject({ location: '/compte?lier=keycloak' });
    expect((await links(visitor))[0]?.linkedAt).toBeNull();
    expect((await visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(200);
    expect(await lastEvent(service)).toMatchObject({ type: 'provider-link.add', outcome: 'done' });
    expect((await links(visitor))[0]).toMatchObject({ linkedAt: expect.any(String), invited: false });
    expect((await new Visitor(service).signIn('keycloak')).location).toBe('/');
    expect((await visitor.sendRequest('DELETE', '/provider-links/keycloak')).status).toBe(204);
    expect(await lastEvent(service)).toMatchObject({ type: 'provider-link.remove', outcome: 'done' });
    expect((await new Visitor(service).signIn('keycloak')).location).toBe('/connexion?refus=no-account');
    expect((await visitor.sendRequest('DELETE', '/provider-links/keycloak')).status).toBe(404);
  });

  it('are confirmed once, in the browser that brought them, by the account that sent it', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await goAndComeBack(one.visitor, someone());
    expect((await other.visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(404);
    const cookie = one.visitor.browser.cookie(service.origin, '__Host-repere_provider') ?? '';
    other.visitor.browser.setCookie(service.origin, '__Host-repere_provider', cookie);
    expect((await other.visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(404);
    expect((await one.visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(200);
    expect((await one.visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(404);
  });

  it('of somebody who was lured to the provider are linked to nobody: the answer comes to another browser', async () => {
    const attacker = await signedIn();
    const { body } = await attacker.visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    const victim = new Visitor(service);
    provider.person = { sub: someone(), acr: 'eidas2' };
    const landed = await victim.comeBack(await victim.browser.visit((body as { goTo: string }).goTo));
    expect(landed.location).toBe('/connexion?refus=over');
    expect((await attacker.visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(404);
  });

  it('belong to one account', async () => {
    const sub = someone();
    await hireLinked(service, provider, sub);
    const { visitor } = await signedIn();
    await goAndComeBack(visitor, sub);
    const { status, body } = await visitor.sendRequest('PUT', '/provider-links/keycloak');
    expect([status, body]).toMatchObject([422, { reasons: [{ code: 'taken' }] }]);
  });

  it('are linked by who sits there now: the provider asks anew', async () => {
    const { visitor } = await signedIn();
    const { body } = await visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    expect(new URL((body as { goTo: string }).goTo).searchParams.get('prompt')).toBe('login');
  });

  it('stay while there is no other way in; an unlinked one ends the sessions that it opened', async () => {
    const sub = someone();
    const { id, visitor } = await hireLinked(service, provider, sub);
    const elsewhere = new Visitor(service);
    await elsewhere.signIn('keycloak');
    const password = (hash: string | null) =>
      service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET password_hash = $2 WHERE id = $1', [id, hash]),
      );
    await password(null);
    const { status, body } = await visitor.sendRequest('DELETE', '/provider-links/keycloak');
    expect([status, body]).toMatchObject([422, { reasons: [{ code: 'last-way-in' }] }]);
    expect((await elsewhere.sendRequest('GET', '/session')).status).toBe(200);
    await password('x');
    expect((await visitor.sendRequest('DELETE', '/provider-links/keycloak')).status).toBe(204);
    expect((await elsewhere.sendRequest('GET', '/session')).status).toBe(401);
    expect((await visitor.sendRequest('GET', '/session')).status).toBe(200);
  });

  it('may be unlinked in the very session that it opened, which ends', async () => {
    await hireLinked(service, provider, someone());
    const visitor = new Visitor(service);
    await visitor.signIn('keycloak');
    expect((await visitor.sendRequest('DELETE', '/provider-links/keycloak')).status).toBe(204);
    expect((await visitor.sendRequest('GET', '/session')).status).toBe(401);
  });

  it('are one a provider', async () => {
    const { visitor } = await hireLinked(service, provider, someone());
    expect((await visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' })).status).toBe(409);
  });

  it('of a cancelled journey leave one on the account page', async () => {
    const { visitor } = await signedIn();
    const { body } = await visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    provider.person = { error: 'access_denied' };
    const back = await visitor.browser.visit((body as { goTo: string }).goTo);
    expect((await visitor.comeBack(back)).location).toBe('/compte?refus=cancelled');
  });
});
