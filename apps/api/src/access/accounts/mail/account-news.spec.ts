import { randomUUID } from 'node:crypto';
import { TestAuthenticator } from '../../../testing/accounts/test-authenticator';
import { codeOf, signInWithTotp } from '../../../testing/accounts/test-factors';
import { type ReceivedMail, TestMailServer } from '../../../testing/accounts/test-mail-server';
import { NO_PROTOCOLS, type SignedInClient, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import { PUBLIC_URL, RealProvider } from '../../provider/testing/real-provider';
import { hireLinked, someone } from '../../provider/testing/visitor';
import { giveAddress, sendMails } from '../testing/mailed';
import type { PasskeyOptionsDto } from '../../factors/second-step/proofs.dto';
import type { FactorsDto } from '../../factors/factors.dto';
import type { AccountDetailDto } from '../administration/accounts.dto';

const NEXT = 'cinq nuages passent lentement';

describe('word to the owner of an account', () => {
  let mail: TestMailServer;
  let provider: RealProvider;
  let service: TestService;
  let administrator: SignedInClient;
  let second: SignedInClient;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    provider = await RealProvider.listen('keycloak');
    service = await TestService.start({
      configuration: {
        mail: { smtpUrl: mail.url, from: 'repere@repere.example' },
        protocolsDir: NO_PROTOCOLS,
        publicUrl: PUBLIC_URL,
        providers: [provider.settings()],
      },
    });
    provider.serve(service.origin);
    administrator = await service.signIn({ roles: ['administrator'] });
    second = await service.signIn({ roles: ['administrator'] });
  });
  beforeEach(() => service.query('DELETE FROM rate_limit_hit'));
  afterAll(async () => {
    await service.stop();
    await provider.stop();
    await mail.stop();
  });

  interface Owner extends SignedInClient {
    readonly email: string;
  }
  const addressed = async <T extends { readonly id: string }>(it: T, language: 'fr' | 'en' = 'fr') => {
    // What has happened before there was an address is told to nobody.
    await sendMails(service);
    const email = `${randomUUID()}@service.example`;
    await giveAddress(service, it.id, email, language);
    return { ...it, email };
  };
  const owner = async (language: 'fr' | 'en' = 'fr'): Promise<Owner> =>
    addressed(await service.signIn({ roles: ['caseworker'], name: 'Nora Nord' }), language);
  /** What has arrived at this address once all was sent. */
  const arrived = async (email: string): Promise<readonly ReceivedMail[]> => {
    await sendMails(service);
    return mail.mails.filter(({ to }) => to.includes(email));
  };
  const addPasskey = async ({ client }: SignedInClient): Promise<string> => {
    const { body } = await client.get<PasskeyOptionsDto>('/factors/passkeys/new');
    const passkey = new TestAuthenticator(PUBLIC_URL).makePasskey(body);
    expect((await client.post('/factors/passkeys', { name: 'Clé', passkey })).status).toBe(201);
    const { passkeys } = (await client.get<FactorsDto>('/factors')).body;
    return passkeys[0]?.id ?? '';
  };
  const changePassword = ({ client }: SignedInClient, current = TEST_PASSWORD) =>
    client.put('/account/password', { current, next: NEXT });
  const changeRoles = (id: string, roles: readonly string[], was = ['caseworker']) =>
    administrator.client.put<AccountDetailDto>(`/accounts/${id}/roles`, { roles, was, reason: 'Renfort' });
  const agree = (change: string | undefined) =>
    second.client.post(`/account-changes/${change ?? ''}/decision`, { decision: 'approve' });

  it.each<[what: string, subject: string, act: () => Promise<Owner>]>([
    [
      'a passkey that was added',
      'seconde preuve ajoutée',
      async () => {
        const it = await owner();
        await addPasskey(it);
        return it;
      },
    ],
    [
      'a passkey that was removed',
      'seconde preuve retirée',
      async () => {
        const it = await service.signIn({ roles: ['caseworker'] });
        const id = await addPasskey(it);
        const known = await addressed(it);
        expect((await it.client.delete(`/factors/passkeys/${id}`)).status).toBe(204);
        return known;
      },
    ],
    [
      'an app that was added',
      'seconde preuve ajoutée',
      async () => {
        const it = await owner();
        const { body } = await it.client.post<{ secret: string }>('/factors/totp');
        const code = codeOf(body.secret);
        expect((await it.client.post('/factors/totp/confirm', { code })).status).toBe(200);
        return it;
      },
    ],
    [
      'an app that was removed',
      'seconde preuve retirée',
      async () => {
        const it = await addressed(await signInWithTotp(service, { roles: ['caseworker'] }));
        expect((await it.client.delete('/factors/totp')).status).toBe(204);
        return it;
      },
    ],
    [
      'new recovery codes',
      'nouveaux codes de secours',
      async () => {
        const it = await addressed(await signInWithTotp(service, { roles: ['caseworker'] }));
        expect((await it.client.put('/factors/recovery-codes')).status).toBe(200);
        return it;
      },
    ],
    [
      'factors that an administrator took away',
      'seconde preuve retirée',
      async () => {
        const it = await addressed(await signInWithTotp(service, { roles: ['caseworker'] }));
        const done = await administrator.client.post(`/accounts/${it.id}/reset-factors`, { reason: 'Perdu' });
        expect(done.status).toBe(200);
        return it;
      },
    ],
    [
      'another password',
      'mot de passe changé',
      async () => {
        const it = await owner();
        expect((await changePassword(it)).status).toBe(204);
        return it;
      },
    ],
    [
      'other roles, given by one',
      'droits changés',
      async () => {
        const it = await owner();
        expect((await changeRoles(it.id, ['trainer'])).status).toBe(200);
        return it;
      },
    ],
    [
      'other roles, given by two',
      'droits changés',
      async () => {
        const it = await owner();
        const { body } = await changeRoles(it.id, ['supervisor']);
        expect(await arrived(it.email)).toEqual([]);
        expect((await agree(body.changes[0]?.id)).status).toBe(204);
        return it;
      },
    ],
  ])('goes out of %s: one mail, that names nobody and leads nowhere', async (_what, subject, act) => {
    const { email, login } = await act();
    const mails = await arrived(email);
    expect(mails.map((it) => it.subject)).toEqual([`Repère\u00a0: ${subject}`]);
    const { text, head } = mails[0] ?? { text: '', head: '' };
    expect(text).toMatch(/heure de Paris/);
    expect(text).toMatch(/appelez tout de suite l’administration de votre service/);
    for (const told of ['http', 'repere.test', login, 'Nora', 'enfant']) expect(text).not.toContain(told);
    expect(head).not.toContain(login);
  });

  it('goes out of a linked identity, and of one that is linked no more', async () => {
    const linked = await hireLinked(service, provider, someone());
    const { email, visitor } = await addressed(linked);
    expect((await visitor.sendRequest('DELETE', '/provider-links/keycloak')).status).toBe(204);
    expect((await arrived(email)).map(({ subject }) => subject)).toEqual(['Repère\u00a0: compte délié']);
    const begun = await visitor.sendRequest('POST', '/provider-links', { provider: 'keycloak' });
    await visitor.comeBack(await visitor.browser.visit((begun.body as { goTo: string }).goTo));
    // On the way there and back nothing is linked yet.
    expect(await arrived(email)).toHaveLength(1);
    expect((await visitor.sendRequest('PUT', '/provider-links/keycloak')).status).toBe(200);
    expect((await arrived(email)).at(-1)?.subject).toBe('Repère\u00a0: compte lié');
  });

  it('of another address goes to the one before as well, which is kept sealed and no longer than that', async () => {
    const { id, email } = await owner();
    const next = `${randomUUID()}@service.example`;
    const ask = { email: next, reason: 'Mariage' };
    const { body } = await administrator.client.put<AccountDetailDto>(`/accounts/${id}/email`, ask);
    expect([await arrived(email), await arrived(next)]).toEqual([[], []]);
    expect((await agree(body.changes[0]?.id)).status).toBe(204);
    const kept = () =>
      service.query<{ email: Buffer | null }>(
        `SELECT email FROM account_mail WHERE account_id = $1 AND kind = 'email-left'`,
        [id],
      );
    expect((await kept())[0]?.email?.includes(email)).toBe(false);
    const [before, after] = [await arrived(email), await arrived(next)];
    expect(before.map(({ text }) => text.includes('n’arrivent plus ici'))).toEqual([true]);
    expect(after.map(({ text }) => text.includes('arrivent désormais ici'))).toEqual([true]);
    for (const { text } of [...before, ...after]) expect(text).not.toMatch(/@/);
    expect(await kept()).toEqual([{ email: null }]);
  });

  it('of a mistyped address that is mended goes there too: the link in it opens nothing any more', async () => {
    const [wrong, right] = [`${randomUUID()}@service.example`, `${randomUUID()}@service.example`];
    const account = {
      login: `n${randomUUID().slice(0, 8)}`,
      name: 'N',
      roles: [],
      teamIds: [],
      language: 'fr',
    };
    const headers = { 'Idempotency-Key': randomUUID() };
    const { client } = administrator;
    const { body } = await client.post<AccountDetailDto>('/accounts', { ...account, email: wrong }, headers);
    expect((await client.put(`/accounts/${body.id}/email`, { email: right })).status).toBe(200);
    expect((await arrived(wrong)).map(({ subject }) => subject)).toEqual(['Repère\u00a0: adresse changée']);
    expect((await arrived(right)).map(({ subject }) => subject)).toEqual(['Repère\u00a0: votre accès']);
  });

  it('speaks the language of the account, and says when', async () => {
    const it = await owner('en');
    await changePassword(it);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE account_mail SET created_at = '2026-03-01T23:05:00Z' WHERE account_id = $1`, [
        it.id,
      ]),
    );
    const [told] = await arrived(it.email);
    expect(told?.subject).toBe('Repère: password changed');
    expect(told?.text).toContain('It was on 2 March 2026 at 00:05, Paris time.');
  });

  it('is caused by nobody who only tries', async () => {
    const it = await owner();
    const passkey = await addPasskey(await service.signIn({ roles: ['caseworker'] }));
    const stranger = service.client();
    const answers = [
      await stranger.post('/session', { login: it.login, password: 'a guess' }),
      await changePassword(it, 'a guess'),
      await it.client.put('/account/password', { current: TEST_PASSWORD, next: 'court' }),
      await it.client.post('/factors/totp/confirm', { code: '000000' }),
      await it.client.delete('/factors/totp'),
      await it.client.delete(`/factors/passkeys/${passkey}`),
      await it.client.put('/factors/recovery-codes'),
      await it.client.put('/provider-links/keycloak'),
      await it.client.delete('/provider-links/keycloak'),
      await changeRoles(it.id, ['trainer'], ['auditor']),
    ];
    for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
    await service.changeBound(
      `UPDATE session SET strengthened_at = now() - interval '16 minutes' WHERE account_id = $1`,
      [it.id],
    );
    expect((await it.client.post('/factors/totp')).status).toBe(403);
    expect(await service.query('SELECT 1 FROM account_mail WHERE account_id = $1', [it.id])).toEqual([]);
  });

  it('goes to nobody without an address, and keeps no other mail waiting', async () => {
    const [silent, told] = [await service.signIn({ roles: ['caseworker'] }), await owner()];
    const before = mail.mails.length;
    expect((await changePassword(silent)).status).toBe(204);
    expect((await changePassword(told)).status).toBe(204);
    expect(await arrived(told.email)).toHaveLength(1);
    expect(mail.mails).toHaveLength(before + 1);
    const left = await service.query(`SELECT 1 FROM job WHERE kind = 'account.mail' AND state <> 'done'`);
    expect(left).toEqual([]);
  });

  it('holds nothing up: where mails can’t leave, what was asked for is done', async () => {
    const it = await owner();
    mail.refusals = 1;
    expect((await changePassword(it)).status).toBe(204);
    expect(await arrived(it.email)).toEqual([]);
    await service.query(`UPDATE job SET run_at = now() WHERE state = 'waiting'`);
    expect(await arrived(it.email)).toHaveLength(1);

    const silent = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    const alone = await silent.signIn({ roles: ['caseworker'] });
    expect((await changePassword(alone)).status).toBe(204);
    expect(await silent.query('SELECT 1 FROM account_mail')).toEqual([]);
    await silent.stop();
  });
});
