import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';
import { HostileProvider, type Lies } from '../testing/hostile-provider';
import { PUBLIC_URL, RealProvider } from '../testing/real-provider';
import { Visitor, hireLinked, lastEvent, someone } from '../testing/visitor';

describe('signing out at the provider', () => {
  let service: TestService;
  let real: RealProvider;
  let liar: HostileProvider;
  beforeAll(async () => {
    real = await RealProvider.listen('real');
    liar = await HostileProvider.start('liar');
    service = await TestService.start({
      trainingKeys: ['atelier'],
      configuration: {
        protocolsDir: NO_PROTOCOLS,
        publicUrl: PUBLIC_URL,
        providers: [real.settings(), liar.settings()],
      },
    });
    real.serve(service.origin);
  });
  beforeEach(async () => {
    liar.lies = {};
    await service.query('DELETE FROM rate_limit_hit');
  });
  afterAll(async () => {
    await service.stop();
    await real.stop();
    await liar.stop();
  });

  const isIn = async (visitor: Visitor): Promise<boolean> =>
    (await visitor.sendRequest('GET', '/session')).status === 200;
  const post = (token: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${service.origin}/api/provider-sign-in/liar/back-channel-logout`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ logout_token: token }).toString(),
    });
  const backFrom = (begun: URL): URL => {
    const back = new URL(begun.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({
      code: 'a-code',
      state: begun.searchParams.get('state') ?? '',
      iss: liar.issuer,
    }).toString();
    return back;
  };
  /** Somebody whose session `liar` opened, as this person in this session there. */
  const cameIn = async (sub: string, sid?: string, key: string | null = null): Promise<Visitor> => {
    const lies = { claims: { sub, sid }, userinfo: { sub } };
    const linked = await service.query('SELECT 1 FROM provider_link WHERE provider = $1', ['liar'], key);
    if (linked.length === 0 || sub !== 'liar') {
      const { client } = await service.signIn({ roles: ['caseworker'] }, key);
      const cookie = `__Host-repere${key === null ? '' : `-${key}`}`;
      const owner = new Visitor(service, key).withToken(client.cookie(cookie));
      const { body } = await owner.sendRequest('POST', '/provider-links', { provider: 'liar' });
      const begun = new URL((body as { goTo: string }).goTo);
      liar.nonce = begun.searchParams.get('nonce') ?? '';
      liar.lies = lies;
      await owner.comeBack(backFrom(begun));
      await owner.sendRequest('PUT', '/provider-links/liar');
    }
    const visitor = new Visitor(service, key);
    const begun = await visitor.beginSignIn('liar');
    liar.nonce = begun.searchParams.get('nonce') ?? '';
    liar.lies = lies;
    await visitor.comeBack(backFrom(begun));
    liar.lies = {};
    expect(await isIn(visitor)).toBe(true);
    return visitor;
  };

  it('ends the session here, told by a real server', async () => {
    await hireLinked(service, real, someone());
    const visitor = new Visitor(service);
    await visitor.signIn('real');
    expect(await isIn(visitor)).toBe(true);
    // A colleague’s session stays.
    await hireLinked(service, real, someone());
    const colleague = new Visitor(service);
    await colleague.signIn('real');
    // Signs out at the provider itself, as another application of the same house would have it.
    const page = await visitor.browser.fetch(`${real.issuer}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    await visitor.browser.fetch(`${real.issuer}/session/end/confirm`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
    });
    expect(await isIn(visitor)).toBe(false);
    expect(await isIn(colleague)).toBe(true);
    expect(await lastEvent(service)).toMatchObject({ type: 'session.close', outcome: 'done' });
  });

  it('ends all sessions of the person, or the one that is named', async () => {
    const sub = someone();
    const [one, two] = [await cameIn(sub, 'session-1'), await cameInAgain(sub, 'session-2')];
    expect((await post(liar.logoutToken({ sub, sid: 'session-1' }))).status).toBe(204);
    expect([await isIn(one), await isIn(two)]).toEqual([false, true]);
    expect((await post(liar.logoutToken({ sub }))).status).toBe(204);
    expect(await isIn(two)).toBe(false);
  });

  /** The same person once more, in another browser. */
  const cameInAgain = async (sub: string, sid: string): Promise<Visitor> => {
    const visitor = new Visitor(service);
    const begun = await visitor.beginSignIn('liar');
    liar.nonce = begun.searchParams.get('nonce') ?? '';
    liar.lies = { claims: { sub, sid }, userinfo: { sub } };
    await visitor.comeBack(backFrom(begun));
    liar.lies = {};
    return visitor;
  };

  it('ends them in every space', async () => {
    const sub = someone();
    const [live, training] = [await cameIn(sub), await cameIn(sub, undefined, 'atelier')];
    expect((await post(liar.logoutToken({ sub }))).status).toBe(204);
    expect([await isIn(live), await isIn(training)]).toEqual([false, false]);
  });

  it('is recorded, with the accounts that it was about', async () => {
    const sub = someone();
    await cameIn(sub);
    await post(liar.logoutToken({ sub }));
    expect(await lastEvent(service)).toMatchObject({
      type: 'session.close',
      outcome: 'done',
      fields: { way: 'provider', provider: 'liar' },
    });
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, object, Lies, string]>([
    ['signed with another key', {}, { signs: 'wrongly' }, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['not signed', {}, { signs: 'not-at-all' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['signed with the shared secret', {}, { signs: 'with-the-secret' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['of another issuer', { iss: 'https://elsewhere.example' }, {}, 'iss'],
    ['for another client', { aud: 'another' }, {}, 'aud'],
    ['too old', { iat: now - 3600, exp: now + 3600 }, {}, 'iat'],
    ['from the future', { iat: now + 600 }, {}, 'iat'],
    ['without a time', { iat: undefined }, {}, 'iat'],
    ['expired', { exp: now - 60 }, {}, 'exp'],
    ['without a name of its own', { jti: undefined }, {}, 'jti'],
    ['without the event', { events: undefined }, {}, 'events'],
    ['of another event', { events: { 'http://schemas.openid.net/event/other': {} } }, {}, 'events'],
    ['with a nonce: it is an ID token', { nonce: 'x' }, {}, 'nonce'],
    ['about nobody', { sub: undefined }, {}, 'sub'],
    ['of another type', {}, { header: { typ: 'at+jwt' } }, 'typ'],
  ])('is not believed from a token %s', async (_what, claims, lies, detail) => {
    const sub = someone();
    const visitor = await cameIn(sub);
    liar.lies = lies;
    const response = await post(liar.logoutToken({ sub, ...claims }));
    expect(response.status).toBe(400);
    expect(await lastEvent(service)).toMatchObject({
      type: 'session.close',
      outcome: 'refused',
      fields: { provider: 'liar', detail },
    });
    expect(await isIn(visitor)).toBe(true);
  });

  it('is heard once: the same token ends no later session', async () => {
    const sub = someone();
    await cameIn(sub);
    const token = liar.logoutToken({ sub });
    expect((await post(token)).status).toBe(204);
    const again = await cameInAgain(sub, 'later');
    expect((await post(token)).status).toBe(400);
    expect(await lastEvent(service)).toMatchObject({ fields: { detail: 'replayed' } });
    expect(await isIn(again)).toBe(true);
  });

  it('is no business of browsers: a page that posts a form is refused, and so is JSON', async () => {
    const sub = someone();
    const visitor = await cameIn(sub);
    expect((await post(liar.logoutToken({ sub }), { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post(liar.logoutToken({ sub }), { 'Content-Type': 'text/plain' })).status).toBe(403);
    expect((await post('x'.repeat(20_000))).status).toBe(413);
    expect(await isIn(visitor)).toBe(true);
  });
});
