import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';
import { PUBLIC_URL, RealProvider } from '../testing/real-provider';
import { Visitor, hireLinked, lastEvent, someone } from '../testing/visitor';
import type { AccountDetailDto } from '../../accounts/administration/accounts.dto';

describe('an invitation that names a provider', () => {
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

  const signedIn = async (role: 'caseworker' | 'administrator' | 'supervisor') => {
    const { client } = await service.signIn({ roles: [role] });
    return new Visitor(service).withToken(client.cookie('__Host-repere'));
  };
  /** An account that nobody has entered yet. */
  const newcomer = async (): Promise<string> => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [id]),
    );
    return id;
  };
  const invite = (visitor: Visitor, accountId: string, key = 'keycloak') =>
    visitor.sendRequest('POST', '/provider-invitations', { accountId, provider: key });
  const tokenOf = ({ body }: { body: unknown }): string =>
    new URL((body as { link: string }).link).hash.slice(1);
  const comeIn = async (invitation: string, sub = someone()) => {
    provider.person = { sub, acr: 'eidas2' };
    return new Visitor(service).signIn('keycloak', { invitation });
  };

  it('links the account of whoever holds it, and lets them in, once', async () => {
    const id = await newcomer();
    const invited = await invite(await signedIn('administrator'), id);
    expect(invited.status).toBe(200);
    expect((invited.body as { link: string }).link).toMatch(
      /^https:\/\/repere\.test\/lier\/keycloak#[\w-]{43}$/,
    );
    const token = tokenOf(invited);
    const sub = someone();
    const visitor = new Visitor(service);
    provider.person = { sub, acr: 'eidas2' };
    expect((await visitor.signIn('keycloak', { invitation: token })).location).toBe('/');
    expect((await visitor.sendRequest('GET', '/session')).body).toMatchObject({ account: { id } });
    expect((await visitor.sendRequest('GET', '/provider-links')).body).toMatchObject({
      items: [{ invited: true }],
    });
    const again = await new Visitor(service).sendRequest('POST', '/provider-sign-in/keycloak', {
      invitation: token,
    });
    expect(again.status).toBe(404);
    // From now on the identity alone opens.
    expect((await new Visitor(service).signIn('keycloak')).location).toBe('/');
  });

  it('is recorded: who invited, and who was linked', async () => {
    const id = await newcomer();
    const token = tokenOf(await invite(await signedIn('administrator'), id));
    expect(await lastEvent(service)).toMatchObject({ type: 'provider-link.invite', fields: { account: id } });
    await comeIn(token);
    const [{ n } = { n: '0' }] = await service.query<{ n: string }>(
      `SELECT count(*) AS n FROM ledger_event WHERE entry LIKE '%"provider-link.add"%'`,
    );
    expect(Number(n)).toBeGreaterThan(0);
  });

  it('is an administrator’s to give, for an account that nobody has entered, and a provider that there is', async () => {
    const [id, administrator] = [await newcomer(), await signedIn('administrator')];
    expect((await invite(await signedIn('caseworker'), id)).status).toBe(403);
    expect((await invite(await signedIn('supervisor'), id)).status).toBe(403);
    expect((await invite(administrator, id, 'unknown')).status).toBe(404);
    expect((await invite(administrator, '11111111-1111-4111-8111-111111111111')).status).toBe(404);
    // Else who administers could come in as a supervisor.
    const { id: entered } = await service.hire({ roles: ['caseworker'] });
    expect((await invite(administrator, entered)).status).toBe(404);
    expect((await invite(administrator, id)).status).toBe(200);
  });

  it('is for somebody who has just shown who they are', async () => {
    const { id: by, client } = await service.signIn({ roles: ['administrator'] });
    await service.changeBound(
      `UPDATE session SET strengthened_at = now() - interval '16 minutes' WHERE account_id = $1`,
      [by],
    );
    const visitor = new Visitor(service).withToken(client.cookie('__Host-repere'));
    const { status, body } = await invite(visitor, await newcomer());
    expect([status, body]).toMatchObject([403, { code: 'step-up-required' }]);
  });

  describe('where two decide', () => {
    const ask = (id: string, by: string) =>
      service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO account_change (id, account_id, kind, before_roles, roles, words, requested_by)
           VALUES (gen_random_uuid(), $1, 'roles', '{caseworker}', '{supervisor}', 'x', $2)`,
          [id, by],
        ),
      );

    it.each(['supervisor', 'auditor', 'administrator'] as const)('is none for a %s', async (role) => {
      const { id } = await service.hire({ roles: [role] });
      await service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [id]),
      );
      const { status, body } = await invite(await signedIn('administrator'), id);
      expect([status, body]).toMatchObject([422, { reasons: [{ code: 'takes-two' }] }]);
    });

    it('is none for who waits for such a role, and holds no longer once it is asked for', async () => {
      const { id: by, client } = await service.signIn({ roles: ['administrator'] });
      const visitor = new Visitor(service).withToken(client.cookie('__Host-repere'));
      const id = await newcomer();
      const token = tokenOf(await invite(visitor, id));
      await ask(id, by);
      expect((await invite(visitor, id)).status).toBe(422);
      const begun = await new Visitor(service).sendRequest('POST', '/provider-sign-in/keycloak', {
        invitation: token,
      });
      expect(begun.status).toBe(404);
    });
  });

  it('ends the mails that invited as well, and asks the provider to ask anew', async () => {
    const id = await newcomer();
    const token = tokenOf(await invite(await signedIn('administrator'), id));
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO account_mail (id, kind, account_id) VALUES (gen_random_uuid(), 'invitation', $1)`,
        [id],
      ),
    );
    const begun = await new Visitor(service).beginSignIn('keycloak', { invitation: token });
    expect(begun.searchParams.get('prompt')).toBe('login');
    expect((await comeIn(token)).location).toBe('/');
    const open = await service.query(
      `SELECT 1 FROM account_mail WHERE account_id = $1 AND ended_at IS NULL`,
      [id],
    );
    expect(open).toEqual([]);
  });

  it('no longer holds after three days, after a newer one, or once there is a password', async () => {
    const administrator = await signedIn('administrator');
    const begin = (invitation: string) =>
      new Visitor(service)
        .sendRequest('POST', '/provider-sign-in/keycloak', { invitation })
        .then(({ status }) => status);
    const [old, replaced, late] = [await newcomer(), await newcomer(), await newcomer()];
    const tokens = {
      old: tokenOf(await invite(administrator, old)),
      replaced: tokenOf(await invite(administrator, replaced)),
      late: tokenOf(await invite(administrator, late)),
    };
    await service.asSeed(async ({ manager }) => {
      await manager.query(
        `UPDATE provider_invitation SET invited_at = now() - interval '73 hours' WHERE account_id = $1`,
        [old],
      );
      await manager.query(`UPDATE account SET password_hash = 'x' WHERE id = $1`, [late]);
    });
    const newer = tokenOf(await invite(administrator, replaced));
    for (const token of Object.values(tokens)) expect(await begin(token)).toBe(404);
    expect(await begin(newer)).toBe(200);
    expect(await begin('A'.repeat(43))).toBe(404);
  });

  describe('that nobody has used', () => {
    const shown = async (administrator: Visitor, id: string) =>
      ((await administrator.sendRequest('GET', `/accounts/${id}`)).body as AccountDetailDto)
        .providerInvitation;
    const withdraw = async (visitor: Visitor, id: string): Promise<number> =>
      (await visitor.sendRequest('DELETE', `/provider-invitations/${id}`)).status;

    it('is shown with the account until it is withdrawn, and its link with nothing', async () => {
      const [id, administrator] = [await newcomer(), await signedIn('administrator')];
      expect(await shown(administrator, id)).toBeNull();
      const token = tokenOf(await invite(administrator, id));
      const standing = await shown(administrator, id);
      expect(standing).toMatchObject({ provider: 'keycloak', invitedBy: 'Someone' });
      expect(JSON.stringify(standing)).not.toContain(token);
      expect(await withdraw(administrator, standing?.id ?? '')).toBe(204);
      expect(await lastEvent(service)).toMatchObject({
        type: 'provider-link.withdraw-invitation',
        fields: { account: id },
      });
      expect(await shown(administrator, id)).toBeNull();
      const begun = await new Visitor(service).sendRequest('POST', '/provider-sign-in/keycloak', {
        invitation: token,
      });
      expect(begun.status).toBe(404);
      expect(await withdraw(administrator, standing?.id ?? '')).toBe(404);
    });

    it('is withdrawn by administrators alone, and by one who has just shown who they are', async () => {
      const [id, administrator] = [await newcomer(), await signedIn('administrator')];
      const token = tokenOf(await invite(administrator, id));
      const invitation = (await shown(administrator, id))?.id ?? '';
      expect(await withdraw(new Visitor(service), invitation)).toBe(401);
      for (const role of ['caseworker', 'supervisor'] as const)
        expect(await withdraw(await signedIn(role), invitation)).toBe(403);
      const { id: by, client } = await service.signIn({ roles: ['administrator'] });
      await service.changeBound(
        `UPDATE session SET strengthened_at = now() - interval '16 minutes' WHERE account_id = $1`,
        [by],
      );
      const stale = new Visitor(service).withToken(client.cookie('__Host-repere'));
      expect(await withdraw(stale, invitation)).toBe(403);
      for (const other of ['no-id', '11111111-1111-4111-8111-111111111111'])
        expect(await withdraw(administrator, other)).toBe(404);
      expect((await comeIn(token)).location).toBe('/');
      expect(await withdraw(administrator, invitation)).toBe(404);
    });

    it('makes an account an invited one, which is open once it was used', async () => {
      const [id, administrator] = [await newcomer(), await signedIn('administrator')];
      const state = async () =>
        ((await administrator.sendRequest('GET', `/accounts/${id}`)).body as AccountDetailDto).state;
      const token = tokenOf(await invite(administrator, id));
      expect(await state()).toBe('invited');
      await comeIn(token);
      expect(await state()).toBe('open');
    });
  });

  it('is not used up by an identity that belongs to somebody else', async () => {
    const sub = someone();
    await hireLinked(service, provider, sub);
    const token = tokenOf(await invite(await signedIn('administrator'), await newcomer()));
    expect((await comeIn(token, sub)).location).toBe('/connexion?refus=taken');
    expect(await lastEvent(service)).toMatchObject({ outcome: 'refused', fields: { refusal: 'taken' } });
    expect((await comeIn(token)).location).toBe('/');
  });

  it('opens to one of two who come at once', async () => {
    const token = tokenOf(await invite(await signedIn('administrator'), await newcomer()));
    provider.person = { sub: someone(), acr: 'eidas2' };
    const visitors = [new Visitor(service), new Visitor(service)];
    const backs: URL[] = [];
    for (const visitor of visitors) {
      provider.person = { sub: someone(), acr: 'eidas2' };
      backs.push(
        await visitor.browser.visit((await visitor.beginSignIn('keycloak', { invitation: token })).href),
      );
    }
    const landed = await Promise.all(
      visitors.map((visitor, index) => visitor.comeBack(backs[index] ?? new URL(PUBLIC_URL))),
    );
    expect(landed.map(({ location }) => location).sort()).toEqual(['/', '/connexion?refus=invitation-over']);
  });
});
