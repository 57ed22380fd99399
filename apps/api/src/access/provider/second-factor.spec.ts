import { codeOf, signInWithTotp } from '../../testing/accounts/test-factors';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { PUBLIC_URL, RealProvider } from './testing/real-provider';
import { Visitor, lastEvent, someone } from './testing/visitor';
import type { SecondStepDueDto } from '../factors/second-step/proofs.dto';
import type { SessionDto } from '../sign-in/session.dto';

/** What a provider’s word is worth: two factors only at a level that the operator listed. */
describe('the second factor of somebody who comes by a provider', () => {
  let service: TestService;
  let provider: RealProvider;
  beforeAll(async () => {
    provider = await RealProvider.listen('keycloak');
    service = await TestService.start({
      configuration: {
        protocolsDir: NO_PROTOCOLS,
        publicUrl: PUBLIC_URL,
        requiresSecondFactor: true,
        providers: [provider.settings()],
      },
    });
    provider.serve(service.origin);
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });

  /** Somebody with an authenticator app here, linked to `sub` there. */
  const hired = async (sub: string) => {
    const { id, secret, client } = await signInWithTotp(service, { roles: ['caseworker'] });
    const owner = new Visitor(service).withToken(client.cookie('__Host-repere'));
    provider.person = { sub, acr: 'eidas2' };
    const { body } = await owner.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    await owner.comeBack(await owner.browser.visit((body as { goTo: string }).goTo));
    expect((await owner.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(200);
    return { id, secret };
  };
  const strengths = async (id: string): Promise<string[]> =>
    (
      await service.query<{ strength: string }>(
        'SELECT strength FROM session WHERE account_id = $1 ORDER BY created_at DESC',
        [id],
      )
    ).map(({ strength }) => strength);

  it('is the provider’s at a level that is listed', async () => {
    const sub = someone();
    const { id } = await hired(sub);
    const visitor = new Visitor(service);
    expect((await visitor.signIn('keycloak')).location).toBe('/');
    expect((await strengths(id))[0]).toBe('provider');
    expect((await visitor.sendRequest('GET', '/team')).status).toBe(403);
    expect((await visitor.sendRequest('GET', '/session')).body).toMatchObject({
      mustEnrol: false,
      provider: 'keycloak',
    });
  });

  it.each([['eidas1'], [undefined], ['EIDAS2'], ['eidas2 eidas1'], ['']])(
    'is due here at another: %j',
    async (acr) => {
      const sub = someone();
      const { id, secret } = await hired(sub);
      provider.person = { sub, ...(acr === undefined ? {} : { acr }) };
      const visitor = new Visitor(service);
      const { location, cookies } = await visitor.signIn('keycloak');
      expect(location).toBe('/connexion?suite=preuve');
      expect(cookies.some((line) => line.startsWith('__Host-repere='))).toBe(false);
      expect((await visitor.sendRequest('GET', '/session')).status).toBe(401);
      expect(await lastEvent(service)).toMatchObject({ type: 'session.first-step', fields: { account: id } });
      const due = await visitor.sendRequest('GET', '/session/second-step');
      expect((due.body as SecondStepDueDto).means).toEqual(['code', 'recovery-code']);
      expect((await visitor.sendRequest('POST', '/session/second-step', { code: '000000' })).status).toBe(
        403,
      );
      const opened = await visitor.sendRequest('POST', '/session/second-step', { code: codeOf(secret) });
      expect((opened.body as SessionDto).account.id).toBe(id);
      expect((await strengths(id))[0]).toBe('two-factors');
    },
  );

  it('done here, leaves the other end known: signing out goes on to the provider', async () => {
    const sub = someone();
    const { secret } = await hired(sub);
    provider.person = { sub, acr: 'eidas1' };
    const visitor = new Visitor(service);
    await visitor.signIn('keycloak');
    await visitor.sendRequest('POST', '/session/second-step', { code: codeOf(secret) });
    expect((await visitor.sendRequest('GET', '/session')).body).toMatchObject({ provider: 'keycloak' });
    const left = await visitor.browser.fetch(`${service.origin}/api/provider-sign-out`);
    expect(left.headers.get('Location')).toContain(`${provider.issuer}/session/end`);
  });

  it('is not set up by an identity weaker than it can be: that opens nothing in an account that has none', async () => {
    const sub = someone();
    const { id } = await hired(sub);
    await service.asSeed(async ({ manager }) => {
      for (const table of ['recovery_code', 'totp_factor'])
        await manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [id]);
    });
    provider.person = { sub, acr: 'eidas1' };
    const visitor = new Visitor(service);
    expect((await visitor.signIn('keycloak')).location).toBe('/connexion?refus=too-weak');
    expect((await visitor.sendRequest('GET', '/session')).status).toBe(401);
    expect(await lastEvent(service)).toMatchObject({ outcome: 'refused', fields: { account: id } });
    provider.person = { sub, acr: 'eidas2' };
    expect((await new Visitor(service).signIn('keycloak')).location).toBe('/');
  });

  it('is due to be set up by whoever was just invited, before anything else opens', async () => {
    const { client } = await signInWithTotp(service, { roles: ['administrator'] });
    const { id } = await service.hire({ roles: ['caseworker'] });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [id]),
    );
    const inviter = new Visitor(service).withToken(client.cookie('__Host-repere'));
    const { body: made } = await inviter.sendRequest('POST', '/provider-invitations', {
      accountId: id,
      provider: 'keycloak',
    });
    provider.person = { sub: someone(), acr: 'eidas1' };
    const visitor = new Visitor(service);
    const invitation = new URL((made as { link: string }).link).hash.slice(1);
    expect((await visitor.signIn('keycloak', { invitation })).location).toBe('/');
    expect((await visitor.sendRequest('GET', '/session')).body).toMatchObject({ mustEnrol: true });
    const { status, body } = await visitor.sendRequest('GET', '/provider-links');
    expect([status, body]).toMatchObject([403, { code: 'second-factor-due' }]);
  });

  it('has nothing due in a browser that brought nobody', async () => {
    expect((await new Visitor(service).sendRequest('GET', '/session/second-step')).status).toBe(403);
  });
});
