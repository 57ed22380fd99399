import { TestMailServer, tokenIn } from '../../../testing/accounts/test-mail-server';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import { RealProvider } from '../../provider/testing/real-provider';
import { giveAddress, sendMails } from '../testing/mailed';

const GOOD = 'trois renards lisent le journal';

describe('a forgotten password', () => {
  let mail: TestMailServer;
  let provider: RealProvider;
  let service: TestService;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    provider = await RealProvider.listen('keycloak');
    const route = { smtpUrl: mail.url, from: 'repere@repere.example' };
    const providers = [provider.settings()];
    service = await TestService.start({
      configuration: { mail: route, protocolsDir: NO_PROTOCOLS, providers },
    });
  });
  beforeEach(() => service.query('DELETE FROM rate_limit_hit'));
  afterAll(async () => {
    await service.stop();
    await provider.stop();
    await mail.stop();
  });

  const work = (): Promise<void> => sendMails(service);
  const ask = (login: string) => service.client().post('/password-resets', { login });
  const known = async (): Promise<{ id: string; login: string; email: string }> => {
    const { id, login } = await service.hire({ roles: ['caseworker'] });
    const email = `${login}@service.example`;
    await giveAddress(service, id, email);
    return { id, login, email };
  };
  /** Somebody who comes in by an identity at this issuer and by nothing else. */
  const byProvider = async (issuer = provider.settings().issuer.href) => {
    const it = await known();
    await service.asSeed(async ({ manager }) => {
      await manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [it.id]);
      await manager.query(
        `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by)
         VALUES ($1, 'keycloak', $2, $3, now(), $1)`,
        [it.id, issuer, Buffer.from(it.id)],
      );
    });
    return it;
  };

  it('is replaced with a link from a mail; every session ends', async () => {
    const { login, email } = await known();
    const open = service.client();
    await open.post('/session', { login, password: TEST_PASSWORD });
    expect((await open.get('/session')).status).toBe(200);
    expect((await ask(` ${login.toUpperCase()} `)).status).toBe(202);
    await work();
    const token = tokenIn(mail.lastTo(email));
    expect((await open.get('/session')).status).toBe(200);
    expect((await service.client().post('/account-links/redeem', { token, password: GOOD })).status).toBe(
      204,
    );
    expect((await open.get('/session')).status).toBe(401);
    const signIn = (password: string) => service.client().post('/session', { login, password });
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(GOOD)).status).toBe(200);
    await work();
    expect(mail.lastTo(email).subject).toBe('Repère\u00a0: mot de passe changé');
  });

  it('holds for thirty minutes, and the latest link only', async () => {
    const { id, login, email } = await known();
    await ask(login);
    await work();
    const first = tokenIn(mail.lastTo(email));
    await ask(login);
    await work();
    const second = tokenIn(mail.lastTo(email));
    const statusOf = async (token: string): Promise<number> =>
      (await service.client().post('/account-links/check', { token })).status;
    expect([await statusOf(first), await statusOf(second)]).toEqual([422, 200]);
    const [row] = await service.query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM expires_at - sent_at) / 60)::int AS minutes FROM account_mail
        WHERE account_id = $1 AND ended_at IS NULL AND kind = 'reset'`,
      [id],
    );
    expect(row?.minutes).toBe(30);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE account_mail SET expires_at = now() - interval '1 second' WHERE account_id = $1`,
        [id],
      ),
    );
    expect(await statusOf(second)).toBe(422);
  });

  it.each([
    ['unknown', async () => 'nobody-at-all'],
    ['without address', async () => (await service.hire({ roles: ['caseworker'] })).login],
    [
      'disabled',
      async () => {
        const { id, login } = await known();
        await service.asSeed(({ manager }) =>
          manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]),
        );
        return login;
      },
    ],
    [
      'ended',
      async () => {
        const { id, login } = await known();
        await service.asSeed(({ manager }) =>
          manager.query(`UPDATE account SET ends_on = current_date - 2 WHERE id = $1`, [id]),
        );
        return login;
      },
    ],
    [
      'never had one',
      async () => {
        const { id, login } = await known();
        await service.asSeed(({ manager }) =>
          manager.query(`UPDATE account SET password_hash = NULL WHERE id = $1`, [id]),
        );
        return login;
      },
    ],
    ['of a provider that is no more', async () => (await byProvider('https://gone.example/')).login],
    [
      'of a provider, and closed',
      async () => {
        const { id, login } = await byProvider();
        await service.asSeed(({ manager }) =>
          manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]),
        );
        return login;
      },
    ],
  ])('of an account that is %s gets the same answer and no mail, and nothing stays', async (_what, login) => {
    const before = mail.mails.length;
    const unknown = await ask(await login());
    const { login: real } = await known();
    const answer = await ask(real);
    expect({ status: unknown.status, body: unknown.body }).toEqual({
      status: answer.status,
      body: answer.body,
    });
    await work();
    expect(mail.mails.length).toBe(before + 1);
    expect(await service.query(`SELECT 1 FROM account_mail WHERE account_id IS NULL`)).toEqual([]);
  });

  describe('of an account that has none', () => {
    const mailTo = async ({ login, email }: { readonly login: string; readonly email: string }) => {
      expect((await ask(login)).status).toBe(202);
      await work();
      return mail.lastTo(email);
    };
    const tokens = (id: string) =>
      service.query('SELECT 1 FROM account_mail WHERE account_id = $1 AND token_hash IS NOT NULL', [id]);

    it('brings word of the provider by which it is opened, and no link', async () => {
      const it = await byProvider();
      const { subject, text } = await mailTo(it);
      expect(subject).toBe('Repère\u00a0: votre connexion');
      expect(text).toContain(`– « Continuer avec ${provider.settings().label.fr} »`);
      expect(text).not.toMatch(/http|#|clé d’accès/);
      expect(await tokens(it.id)).toEqual([]);
    });

    it('brings word of a passkey, in the language of the account', async () => {
      const it = await known();
      await giveAddress(service, it.id, it.email, 'en');
      await service.asSeed(async ({ manager }) => {
        await manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [it.id]);
        await manager.query(
          `INSERT INTO passkey (account_id, credential_id, public_key, sign_count, transports, is_synced, name)
           VALUES ($1, $2, 'x', 0, '{}', false, 'Phone')`,
          [it.id, Buffer.from(it.id)],
        );
      });
      const { subject, text } = await mailTo(it);
      expect(subject).toBe('Repère: signing in');
      expect(text).toContain('– “Sign in with a passkey”');
      expect(text).not.toMatch(/http|#|Phone|Continue/);
      expect(await tokens(it.id)).toEqual([]);
    });

    it('is a link all the same for whoever has a password beside the identity', async () => {
      const it = await byProvider();
      await service.asSeed(({ manager }) =>
        manager.query(`UPDATE account SET password_hash = 'x' WHERE id = $1`, [it.id]),
      );
      expect(tokenIn(await mailTo(it))).toHaveLength(43);
    });
  });

  it('does the same for every login before it answers: same rows, nothing looked up', async () => {
    const { login } = await known();
    const written = async (typed: string): Promise<unknown> => {
      await service.query('DELETE FROM rate_limit_hit');
      await ask(typed);
      const rows = await service.query(
        `SELECT kind, account_id IS NULL AS open, asked IS NOT NULL AS sealed, token_hash, expires_at FROM account_mail WHERE sent_at IS NULL AND ended_at IS NULL AND account_id IS NULL`,
      );
      const tries = await service.query('SELECT counted FROM rate_limit_hit ORDER BY counted');
      await work();
      return { rows, tries };
    };
    const ofNobody = await written('nobody-here');
    expect(await written(login)).toEqual(ofNobody);
    expect(await written((await byProvider()).login)).toEqual(ofNobody);
  });

  it('is asked for three times an hour for a login, known or not', async () => {
    for (const login of [(await known()).login, 'unknown-one']) {
      const answers = [];
      for (let turn = 0; turn < 4; turn++) answers.push((await ask(login)).status);
      expect(answers).toEqual([202, 202, 202, 429]);
    }
    await service.query(`UPDATE rate_limit_hit SET at = at - interval '61 minutes'`);
    expect((await ask('unknown-one')).status).toBe(202);
  });

  it('lets no more than three through when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('at-once')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
  });

  it('refuses what looks like no link before it looks anything up', async () => {
    for (const token of ['', 'x', `${'A'.repeat(43)}'`, 'A'.repeat(44)])
      expect((await service.client().post('/account-links/check', { token })).status).toBe(400);
    const made = await service
      .client()
      .post<{ code: string }>('/account-links/check', { token: 'A'.repeat(43) });
    expect(made.body.code).toBe('refused');
  });
});
