import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';
import { HostileProvider, type Lies } from '../testing/hostile-provider';
import { PUBLIC_URL, RealProvider } from '../testing/real-provider';
import { Visitor, hireLinked, lastEvent, someone } from '../testing/visitor';

describe('who does not come in by a provider', () => {
  let service: TestService;
  let real: RealProvider;
  let liar: HostileProvider;
  beforeAll(async () => {
    real = await RealProvider.listen('real');
    liar = await HostileProvider.start('liar');
    service = await TestService.start({
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

  /** Comes back from a provider that asks nobody anything: an address that it could have made. */
  const answer = (from: URL, change: Readonly<Record<string, string | null>> = {}): URL => {
    const to = new URL(from.searchParams.get('redirect_uri') ?? '');
    const said = { code: 'a-code', state: from.searchParams.get('state'), iss: liar.issuer, ...change };
    for (const [name, value] of Object.entries(said)) if (value !== null) to.searchParams.set(name, value);
    return to;
  };
  const refused = async (landed: Promise<{ location: string | null }>, news: string, refusal: string) => {
    const { location } = await landed;
    expect(location).toBe(`/connexion?refus=${news}`);
    expect(await lastEvent(service)).toMatchObject({
      type: 'session.open',
      outcome: 'refused',
      fields: { way: 'provider', refusal },
    });
  };

  describe('the state', () => {
    it('opens once', async () => {
      await hireLinked(service, real, someone());
      const visitor = new Visitor(service);
      const back = await visitor.browser.visit((await visitor.beginSignIn('real')).href);
      const cookie = visitor.browser.cookie(service.origin, '__Host-repere_provider') ?? '';
      expect((await visitor.comeBack(back)).location).toBe('/');
      visitor.browser.setCookie(service.origin, '__Host-repere_provider', cookie);
      await refused(visitor.comeBack(back), 'over', 'state-used');
    });

    it('opens in the browser that asked for it alone, and is spoilt by another', async () => {
      await hireLinked(service, real, someone());
      const [mine, theirs] = [new Visitor(service), new Visitor(service)];
      const back = await mine.browser.visit((await mine.beginSignIn('real')).href);
      await theirs.beginSignIn('real');
      await refused(theirs.comeBack(back), 'over', 'other-browser');
      await refused(mine.comeBack(back), 'over', 'state-used');
    });

    it('opens nothing in a browser without its cookie', async () => {
      await hireLinked(service, real, someone());
      const mine = new Visitor(service);
      const back = await mine.browser.visit((await mine.beginSignIn('real')).href);
      await refused(new Visitor(service).comeBack(back), 'over', 'other-browser');
    });

    it('lasts ten minutes', async () => {
      await hireLinked(service, real, someone());
      for (const [minutes, opens] of [
        [9, true],
        [11, false],
      ] as const) {
        const visitor = new Visitor(service);
        const back = await visitor.browser.visit((await visitor.beginSignIn('real')).href);
        await service.changeBound(
          `UPDATE provider_flow SET begun_at = begun_at - make_interval(mins => $1)`,
          [minutes],
        );
        if (opens) expect((await visitor.comeBack(back)).location).toBe('/');
        else await refused(visitor.comeBack(back), 'over', 'state-expired');
      }
    });

    it.each(['', 'x', `.${'A'.repeat(43)}`, `nowhere.${'A'.repeat(43)}`, "' OR 1=1 --"])(
      'is one of ours: %j is not',
      async (state) => {
        const visitor = new Visitor(service);
        const begun = await visitor.beginSignIn('liar');
        await refused(visitor.comeBack(answer(begun, { state })), 'over', 'state-unknown');
      },
    );

    it('is not read from an address that has two', async () => {
      const visitor = new Visitor(service);
      const back = answer(await visitor.beginSignIn('liar'));
      back.searchParams.append('state', 'another');
      await refused(visitor.comeBack(back), 'over', 'state-unknown');
    });
  });

  describe('a mix-up of providers', () => {
    it('is found by the issuer of the response (RFC 9207)', async () => {
      await hireLinked(service, real, someone());
      const visitor = new Visitor(service);
      const back = await visitor.browser.visit((await visitor.beginSignIn('real')).href);
      expect(back.searchParams.get('iss')).toBe(real.issuer);
      back.searchParams.set('iss', liar.issuer);
      await refused(visitor.comeBack(back), 'not-trusted', 'not-trusted');
    });

    it('is found by an issuer that is missing though the provider names it', async () => {
      await hireLinked(service, real, someone());
      const visitor = new Visitor(service);
      const back = await visitor.browser.visit((await visitor.beginSignIn('real')).href);
      back.searchParams.delete('iss');
      await refused(visitor.comeBack(back), 'not-trusted', 'not-trusted');
    });

    it('is found by the address at which it comes back: a code of one provider never reaches another', async () => {
      await hireLinked(service, real, someone());
      const visitor = new Visitor(service);
      const back = await visitor.browser.visit((await visitor.beginSignIn('real')).href);
      back.pathname = back.pathname.replace('/real/', '/liar/');
      const before = liar.heard.length;
      await refused(visitor.comeBack(back), 'not-trusted', 'other-provider');
      expect(liar.heard.slice(before).map(({ path }) => path)).not.toContain('/token');
    });
  });

  describe('the ID token', () => {
    const linkLiar = async (): Promise<void> => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      const owner = new Visitor(service).withToken(client.cookie('__Host-repere'));
      const { body } = await owner.sendRequest('POST', '/provider-links', { provider: 'liar' });
      const begun = new URL((body as { goTo: string }).goTo);
      liar.nonce = begun.searchParams.get('nonce') ?? '';
      await owner.comeBack(answer(begun));
      expect((await owner.sendRequest('PUT', '/provider-links/liar')).status).toBe(200);
    };
    const comeIn = async (lies: Lies = {}): Promise<{ location: string | null }> => {
      const visitor = new Visitor(service);
      const begun = await visitor.beginSignIn('liar');
      liar.nonce = begun.searchParams.get('nonce') ?? '';
      liar.lies = lies;
      return visitor.comeBack(answer(begun));
    };
    let isLinked = false;
    beforeEach(async () => {
      if (!isLinked) await linkLiar();
      isLinked = true;
    });

    it('opens when it is good: what is refused below is refused for its lie', async () => {
      expect((await comeIn()).location).toBe('/');
    });

    const now = Math.floor(Date.now() / 1000);
    it.each<[string, Lies, string]>([
      ['for somebody else', { claims: { aud: 'another-client' } }, 'aud'],
      ['for several, asked for by another', { claims: { aud: ['repere', 'other'], azp: 'other' } }, 'azp'],
      ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }, 'iss'],
      ['expired', { claims: { iat: now - 600, exp: now - 60 } }, 'exp'],
      ['without an end', { claims: { exp: undefined } }, 'OAUTH_INVALID_RESPONSE'],
      ['not valid yet', { claims: { nbf: now + 600 } }, 'nbf'],
      ['with another nonce', { claims: { nonce: 'A'.repeat(43) } }, 'nonce'],
      ['without a nonce', { claims: { nonce: undefined } }, 'OAUTH_INVALID_RESPONSE'],
      ['of somebody who was asked too long ago', { claims: { auth_time: now - 700 } }, 'auth_time'],
      ['that does not say when', { claims: { auth_time: undefined } }, 'OAUTH_INVALID_RESPONSE'],
      ['about nobody', { claims: { sub: undefined } }, 'OAUTH_INVALID_RESPONSE'],
      ['not signed (alg: none)', { signs: 'not-at-all' }, 'OAUTH_INVALID_RESPONSE'],
      ['signed with another key', { signs: 'wrongly' }, 'OAUTH_INVALID_RESPONSE'],
      ['signed with the shared secret (HS256)', { signs: 'with-the-secret' }, 'OAUTH_INVALID_RESPONSE'],
      ['that says it is signed otherwise', { header: { alg: 'PS256' } }, 'OAUTH_INVALID_RESPONSE'],
      [
        'with rules that we do not know',
        { header: { crit: ['b64'], b64: true } },
        'OAUTH_UNSUPPORTED_OPERATION',
      ],
      [
        'whose userinfo is about somebody else',
        { userinfo: { sub: 'somebody-else' } },
        'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
      ],
      ['whose userinfo is not signed', { userinfoUnsigned: true }, 'OAUTH_JWT_USERINFO_EXPECTED'],
    ])('is not taken %s', async (_what, lies, detail) => {
      await refused(comeIn(lies), 'not-trusted', 'not-trusted');
      expect((await lastEvent(service)).fields['detail']).toContain(detail);
    });

    it('opens a session that is as fresh as the provider’s word, not fresher', async () => {
      const asked = Math.floor(Date.now() / 1000) - 300;
      await comeIn({ claims: { auth_time: asked } });
      const [row] = await service.query<{ at: Date }>(
        'SELECT strengthened_at AS at FROM session ORDER BY created_at DESC LIMIT 1',
      );
      expect(row?.at.getTime()).toBe(asked * 1000);
    });

    it('is asked for anew after ten minutes', async () => {
      const begun = await new Visitor(service).beginSignIn('liar');
      expect(begun.searchParams.get('max_age')).toBe('600');
      expect(begun.searchParams.get('prompt')).toBeNull();
    });

    it.each([['eidas1'], [undefined]])('is not taken below the level that was demanded: %j', async (acr) => {
      const demanding = liar.settings({ acrDemanded: true, acrValues: ['eidas2'] });
      const strict = await TestService.start({
        configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: PUBLIC_URL, providers: [demanding] },
      });
      const visit = async (lies: Lies) => {
        const visitor = new Visitor(strict);
        const begun = await visitor.beginSignIn('liar');
        liar.nonce = begun.searchParams.get('nonce') ?? '';
        liar.lies = lies;
        return visitor.comeBack(answer(begun));
      };
      expect((await visit({ claims: { acr } })).location).toBe('/connexion?refus=not-trusted');
      expect((await lastEvent(strict)).fields).toMatchObject({ detail: 'acr' });
      // Good enough, and unknown here: what was refused above was refused for its level.
      expect((await visit({})).location).toBe('/connexion?refus=no-account');
      await strict.stop();
    });

    it('is not fetched from where a provider redirects to', async () => {
      const inside = await listenInside();
      await refused(comeIn({ redirectTo: `${inside.origin}/token` }), 'not-trusted', 'not-trusted');
      expect(inside.asked()).toBe(0);
      await inside.stop();
    });

    it('is not read past what anybody needs', async () => {
      await refused(comeIn({ padding: 300_000 }), 'not-trusted', 'not-trusted');
    });

    it('is not waited for', async () => {
      const before = performance.now();
      await refused(comeIn({ hangs: true }), 'unreachable', 'unreachable');
      // Five seconds, and what a busy machine adds; the library by itself would take thirty.
      expect(performance.now() - before).toBeLessThan(25_000);
    });
  });

  describe('the person', () => {
    it('is refused when nobody linked them, and it is recorded', async () => {
      real.person = { sub: someone(), acr: 'eidas2' };
      const { location, cookies } = await new Visitor(service).signIn('real');
      expect(location).toBe('/connexion?refus=no-account');
      expect(cookies.some((line) => line.startsWith('__Host-repere='))).toBe(false);
      const { fields } = await lastEvent(service);
      expect(fields).toMatchObject({
        refusal: 'no-account',
        subject: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(JSON.stringify(fields)).not.toContain(real.person.sub);
    });

    it('is nobody we know by an address: the same e-mail with another sub', async () => {
      await hireLinked(service, real, someone());
      real.person = { sub: someone(), acr: 'eidas2' };
      await refused(new Visitor(service).signIn('real'), 'no-account', 'no-account');
    });

    it('is somebody else at another provider, even under the same sub', async () => {
      const sub = someone();
      await hireLinked(service, real, sub);
      const visitor = new Visitor(service);
      const begun = await visitor.beginSignIn('liar');
      liar.nonce = begun.searchParams.get('nonce') ?? '';
      liar.lies = { claims: { sub }, userinfo: { sub } };
      await refused(visitor.comeBack(answer(begun)), 'no-account', 'no-account');
    });

    it('is out once the account is closed', async () => {
      const { id } = await hireLinked(service, real, someone());
      await service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]),
      );
      await refused(new Visitor(service).signIn('real'), 'closed', 'account-closed');
    });

    it('may turn away at the provider', async () => {
      await hireLinked(service, real, someone());
      real.person = { error: 'access_denied' };
      await refused(new Visitor(service).signIn('real'), 'cancelled', 'cancelled');
      real.person = { error: 'login_required' };
      await refused(new Visitor(service).signIn('real'), 'cancelled', 'provider-error');
    });
  });

  describe('the door', () => {
    const landed = (headers: Readonly<Record<string, string>>) =>
      new Visitor(service).comeBack(new URL(`${PUBLIC_URL}/api/provider-sign-in/real/callback`), headers);

    it('is for browsers that go to a page, not for pictures, frames and scripts of another site', async () => {
      expect(
        (
          await landed({
            'Sec-Fetch-Site': 'cross-site',
            'Sec-Fetch-Mode': 'navigate',
            'Sec-Fetch-Dest': 'document',
          })
        ).status,
      ).toBe(303);
      for (const [mode, dest] of [
        ['no-cors', 'image'],
        ['cors', 'empty'],
        ['navigate', 'iframe'],
      ] as const)
        expect(
          (await landed({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest }))
            .status,
        ).toBe(403);
    });

    it('leads nowhere but to our own pages, whatever the address says', async () => {
      for (const more of [
        '?puis=https://evil.example',
        '?state=//evil.example',
        '?redirect_uri=//evil.example',
      ]) {
        const back = new URL(`${PUBLIC_URL}/api/provider-sign-in/real/callback${more}`);
        expect((await new Visitor(service).comeBack(back)).location).toBe('/connexion?refus=over');
        const out = new URL(`${PUBLIC_URL}/api/provider-sign-in/real/signed-out${more}`);
        expect((await new Visitor(service).comeBack(out)).location).toBe('/connexion');
      }
    });

    it('is closed for a provider that is not set up', async () => {
      const { status } = await new Visitor(service).sendRequest('POST', '/provider-sign-in/unknown', {});
      expect(status).toBe(404);
      const back = new URL(`${PUBLIC_URL}/api/provider-sign-in/unknown/callback?state=x`);
      expect((await new Visitor(service).comeBack(back)).status).toBe(404);
    });

    it('lets one address try no more than sixty times', async () => {
      for (let tries = 0; tries < 60; tries++) await landed({});
      expect((await landed({})).location).toBe('/connexion?refus=too-many');
      await service.query(`UPDATE rate_limit_hit SET at = at - interval '16 minutes'`);
      expect((await landed({})).location).toBe('/connexion?refus=over');
    });
  });
});

/** A neighbour that nobody outside should reach. */
async function listenInside(): Promise<{ origin: string; asked: () => number; stop: () => Promise<void> }> {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked++;
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked: () => asked,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
