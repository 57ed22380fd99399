import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { CheckKeys } from '../platform/secrecy/check-keys';
import { codeOf, signInWithTotp } from '../testing/accounts/test-factors';
import { TestAuthenticator } from '../testing/accounts/test-authenticator';
import type { TestClient } from '../testing/accounts/test-client';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../testing/test-service';
import { writeAsApplication } from '../testing/database/write-as-application';
import { AccountEmails } from './accounts/account-emails';
import { hashRecoveryCode } from './factors/recovery-codes/recovery-codes';
import { ProviderFlows } from './provider/flow/provider-flow.repository';
import { hashTicket, newTickets } from './provider/flow/provider-flow';
import { ProviderInvitations } from './provider/links/provider-invitations.repository';
import { ProviderLinks } from './provider/links/provider-links.repository';
import type { PasskeyOptionsDto } from './factors/second-step/proofs.dto';
import type { FactorAddedDto } from './factors/factors.dto';

const COOKIE = '__Host-repere';
const ORIGIN = 'https://repere.example';

/** An attacker with the application's password for the database, and none of its keys. */
describe('a credential that somebody wrote into the database', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: ORIGIN } });
  });
  beforeEach(() => service.query('DELETE FROM rate_limit_hit'));
  afterAll(() => service.stop());

  type Statement = readonly [sql: string, ...parameters: unknown[]];
  const write = (...statements: readonly Statement[]) => writeAsApplication(service, ...statements);
  const sessionOf = async (token: string): Promise<number> => {
    const client = service.client();
    client.setCookie(COOKIE, token);
    return (await client.get('/session')).status;
  };
  const statusOf = async (client: TestClient): Promise<number> => (await client.get('/session')).status;
  const enter = async (login: string, password = TEST_PASSWORD): Promise<number> =>
    (await service.client().post('/session', { login, password })).status;
  const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
  const people = async () => ({
    mallory: await service.signIn({ roles: ['caseworker'] }),
    vera: await service.hire({ roles: ['supervisor'] }),
  });

  describe('as a session', () => {
    it('signs nobody in', async () => {
      const { vera } = await people();
      const token = randomBytes(32).toString('base64url');
      await write([
        `INSERT INTO session (token_hash, account_id, strength, strengthened_at) VALUES ($1, $2, 'two-factors', now())`,
        hashOf(token),
        vera.id,
      ]);
      expect(await sessionOf(token)).toBe(401);
    });

    it('signs nobody in with the MAC of another', async () => {
      const { mallory, vera } = await people();
      const token = randomBytes(32).toString('base64url');
      await write([
        `INSERT INTO session (token_hash, account_id, strength, strengthened_at, created_at, mac)
         SELECT $1, $2, strength, strengthened_at, created_at, mac FROM session WHERE account_id = $3`,
        hashOf(token),
        vera.id,
        mallory.id,
      ]);
      expect([await sessionOf(token), await statusOf(mallory.client)]).toEqual([401, 200]);
    });

    it.each<[what: string, sql: string]>([
      ['made another account’s', `UPDATE session SET account_id = $2 WHERE account_id = $1`],
      [
        'made stronger',
        `UPDATE session SET strength = 'passkey' WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      ],
      [
        'made fresh',
        `UPDATE session SET strengthened_at = now() + interval '1 second' WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      ],
      [
        'made longer',
        `UPDATE session SET created_at = now() + interval '1 second' WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      ],
      [
        'given what a passkey signed before',
        `UPDATE session SET challenge = '\\x01', challenge_at = now() WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      ],
      [
        'given another name',
        `UPDATE session SET id = gen_random_uuid() WHERE account_id = $1 AND $2::uuid IS NOT NULL`,
      ],
    ])('is over when it was %s', async (_what, sql) => {
      const { mallory, vera } = await people();
      expect(await statusOf(mallory.client)).toBe(200);
      await write([sql, mallory.id, vera.id]);
      expect(await statusOf(mallory.client)).toBe(401);
    });

    it('stays over when its row is put back', async () => {
      const { mallory } = await people();
      const token = mallory.client.cookie(COOKIE) ?? '';
      const [row] = await service.query<Record<string, unknown>>(
        `SELECT id, token_hash, account_id, strength, strengthened_at::text, created_at::text, mac FROM session WHERE account_id = $1`,
        [mallory.id],
      );
      expect((await mallory.client.delete('/session')).status).toBe(204);
      await write([
        `INSERT INTO session (id, token_hash, account_id, strength, strengthened_at, created_at, mac) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        ...Object.values(row ?? {}),
      ]);
      expect(await sessionOf(token)).toBe(401);
    });
  });

  describe('as a password', () => {
    it('fits nobody when it was copied, in the same words as a wrong one', async () => {
      const { mallory, vera } = await people();
      const other = await service.hire({ roles: ['caseworker'] });
      await write([
        `UPDATE account SET (password_hash, password_mac) = (SELECT password_hash, password_mac FROM account WHERE id = $1) WHERE id = $2`,
        mallory.id,
        vera.id,
      ]);
      const [copied, wrong] = [
        await service.client().post('/session', { login: vera.login, password: TEST_PASSWORD }),
        await service.client().post('/session', { login: other.login, password: 'a wrong long password' }),
      ];
      expect([copied.status, copied.body]).toEqual([
        401,
        { ...(wrong.body as object), correlation: expect.anything() },
      ]);
    });

    it('fits nobody when one of before is put back', async () => {
      const { mallory } = await people();
      const [before] = await service.query<{ hash: string; mac: Buffer }>(
        `SELECT password_hash AS hash, password_mac AS mac FROM account WHERE id = $1`,
        [mallory.id],
      );
      const changed = await mallory.client.put('/account/password', {
        current: TEST_PASSWORD,
        next: 'quatre chevaux bleus dansent',
      });
      expect(changed.status).toBe(204);
      await write([
        `UPDATE account SET password_hash = $2, password_mac = $3 WHERE id = $1`,
        mallory.id,
        before?.hash,
        before?.mac,
      ]);
      expect(await enter(mallory.login)).toBe(401);
    });
  });

  describe('as a second factor', () => {
    it('takes no code when it was moved', async () => {
      const mallory = await signInWithTotp(service, { roles: ['caseworker'] });
      const vera = await signInWithTotp(service, { roles: ['supervisor'] });
      await write(
        [`DELETE FROM totp_factor WHERE account_id = $1`, vera.id],
        [
          `UPDATE totp_factor SET account_id = $2, last_step = NULL WHERE account_id = $1`,
          mallory.id,
          vera.id,
        ],
      );
      const client = service.client();
      await client.post('/session', { login: vera.login, password: TEST_PASSWORD });
      const { status } = await client.post('/session/second-step', { code: codeOf(mallory.secret) });
      expect([status, await statusOf(client)]).toEqual([403, 401]);
    });

    it('takes no recovery code that was planted, or used before', async () => {
      const vera = await signInWithTotp(service, { roles: ['supervisor'] });
      const planted = '7K4M-2QXB-7K4M-2QXB';
      await write([
        `INSERT INTO recovery_code (account_id, code_hash, mac) SELECT $1, $2, mac FROM recovery_code WHERE account_id = $1 LIMIT 1`,
        vera.id,
        hashRecoveryCode(vera.id, planted),
      ]);
      const step = async (recoveryCode: string | undefined): Promise<number> => {
        const client = service.client();
        await client.post('/session', { login: vera.login, password: TEST_PASSWORD });
        return (await client.post('/session/second-step', { recoveryCode })).status;
      };
      expect(await step(planted)).toBe(403);
      const [own] = vera.recoveryCodes;
      expect([await step(own), await step(own)]).toEqual([200, 403]);
      await write([`UPDATE recovery_code SET used_at = NULL WHERE account_id = $1`, vera.id]);
      expect(await step(own)).toBe(403);
    });

    it('is no passkey of another account', async () => {
      const { mallory, vera } = await people();
      const device = new TestAuthenticator(ORIGIN);
      const ask = async (client: TestClient, path: string) =>
        (await client.get<PasskeyOptionsDto>(path)).body;
      const passkey = device.makePasskey(await ask(mallory.client, '/factors/passkeys/new'));
      const added = await mallory.client.post<FactorAddedDto>('/factors/passkeys', { name: 'Clé', passkey });
      expect(added.status).toBe(201);
      const comeIn = async (): Promise<number> => {
        const client = service.client();
        const { userHandle: _own, ...said } = device.sign(await ask(client, '/session/passkey'));
        return (await client.post('/session/passkey', said)).status;
      };
      expect(await comeIn()).toBe(200);
      await write([`UPDATE passkey SET account_id = $2 WHERE account_id = $1`, mallory.id, vera.id]);
      expect(await comeIn()).toBe(403);
    });

    it('is not half done: a pending sign-in that was planted or given to another leads nowhere', async () => {
      const mallory = await signInWithTotp(service, { roles: ['caseworker'] });
      const vera = await signInWithTotp(service, { roles: ['supervisor'] });
      const client = service.client();
      await client.post('/session', { login: mallory.login, password: TEST_PASSWORD });
      await write([`UPDATE pending_sign_in SET account_id = $2 WHERE account_id = $1`, mallory.id, vera.id]);
      expect((await client.post('/session/second-step', { code: codeOf(vera.secret) })).status).toBe(403);
    });
  });

  describe('at a provider', () => {
    const subject = () => ({ issuer: 'https://idp.example', token: randomBytes(32) });

    it('is no link that was planted or moved', async () => {
      const { mallory, vera } = await people();
      const [links, own, planted] = [service.app.get(ProviderLinks), subject(), subject()];
      const linkOf = (it: typeof own) => service.asSeed(() => links.findLink(it));
      await service.asSeed(() =>
        links.addLink({ accountId: mallory.id, provider: 'idp', subject: own, linkedBy: mallory.id }),
      );
      expect((await linkOf(own))?.accountId).toBe(mallory.id);
      await write([
        `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by)
           VALUES ($1, 'idp', $2, $3, now(), $1)`,
        vera.id,
        planted.issuer,
        planted.token,
      ]);
      expect(await linkOf(planted)).toBeNull();
      const [row] = await service.query<Record<string, unknown>>(
        `SELECT provider, issuer, subject_token, mac FROM provider_link WHERE account_id = $1`,
        [mallory.id],
      );
      await write(
        [`DELETE FROM provider_link WHERE account_id IN ($1, $2)`, mallory.id, vera.id],
        [
          `INSERT INTO provider_link (account_id, linked_by, linked_at, provider, issuer, subject_token, mac)
           VALUES ($1, $2, now(), $3, $4, $5, $6)`,
          vera.id,
          mallory.id,
          ...Object.values(row ?? {}),
        ],
      );
      expect(await linkOf(own)).toBeNull();
    });

    it('is no invitation, and no way back from the provider, that was planted or moved', async () => {
      const [vera, newcomer] = [
        await service.hire({ roles: ['caseworker'] }),
        await service.hire({ roles: ['caseworker'] }),
      ];
      await service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET password_hash = NULL WHERE id = ANY ($1)', [
          [vera.id, newcomer.id],
        ]),
      );
      const token = randomBytes(32).toString('base64url');
      const invitations = service.app.get(ProviderInvitations);
      await write([
        `INSERT INTO provider_invitation (token_hash, account_id, provider, invited_by) VALUES ($1, $2, 'idp', $2)`,
        hashTicket(token),
        vera.id,
      ]);
      expect(await service.asSeed(() => invitations.findInvitation(token, 'idp'))).toBeNull();
      const [row] = await service.query<{ id: string }>(
        `SELECT id FROM provider_invitation WHERE account_id = $1`,
        [vera.id],
      );
      expect(await service.asSeed(() => invitations.takeInvitation(row?.id ?? '', 'idp'))).toBeNull();
      const tickets = newTickets(null);
      await write([
        `INSERT INTO provider_flow (state_hash, browser_hash, provider, intent, invitation_id, address_token)
         VALUES ($1, $2, 'idp', 'invitation', $3, '')`,
        hashTicket(tickets.state),
        hashTicket(tickets.secret),
        row?.id,
      ]);
      const flows = service.app.get(ProviderFlows);
      expect(await service.asSeed(() => flows.takeFlow('idp', tickets.state, tickets.secret))).toEqual({
        ok: false,
        refusal: 'state-unknown',
      });
    });
  });

  describe('as a mail', () => {
    it('is no link that was planted, and none that was moved to another account', async () => {
      const { mallory, vera } = await people();
      const token = randomBytes(32).toString('base64url');
      await write([
        `INSERT INTO account_mail (id, kind, account_id, token_hash, expires_at) VALUES ($1, 'reset', $2, $3, now() + interval '1 hour')`,
        randomUUID(),
        vera.id,
        hashOf(token),
      ]);
      const redeem = async (): Promise<number> =>
        (
          await service
            .client()
            .post('/account-links/redeem', { token, password: 'quatre chevaux bleus dansent' })
        ).status;
      expect(await redeem()).toBe(422);
      expect(await enter(vera.login)).toBe(200);
      expect(await statusOf(mallory.client)).toBe(200);
    });

    it('goes to no address that was copied, or that the account had before', async () => {
      const { mallory, vera } = await people();
      const emails = service.app.get(AccountEmails);
      const emailOf = (id: string) => service.asSeed(() => emails.findEmail(id));
      await service.asSeed(() => emails.setEmail(mallory.id, 'mallory@elsewhere.example'));
      await service.asSeed(() => emails.setEmail(vera.id, 'earlier@elsewhere.example'));
      const [earlier] = await service.query<{ email: Buffer; mac: Buffer }>(
        `SELECT email, email_mac AS mac FROM account WHERE id = $1`,
        [vera.id],
      );
      await service.asSeed(() => emails.setEmail(vera.id, 'vera@service.example'));
      expect(await emailOf(vera.id)).toBe('vera@service.example');
      await write([
        `UPDATE account SET email = $2, email_mac = $3 WHERE id = $1`,
        vera.id,
        earlier?.email,
        earlier?.mac,
      ]);
      expect(await emailOf(vera.id)).toBeNull();
      await write([
        `UPDATE account SET (email, email_mac) = (SELECT email, email_mac FROM account WHERE id = $1) WHERE id = $2`,
        mallory.id,
        vera.id,
      ]);
      expect(await emailOf(vera.id)).toBeNull();
    });
  });

  it.each([`'\\x'`, `'\\x00'`, `'\\xff'`, `decode(repeat('ff', 60), 'hex')`])(
    'with a MAC that is none (%s) opens nothing, and stops nobody else',
    async (mac) => {
      const { mallory } = await people();
      await write([`UPDATE session SET mac = ${mac} WHERE account_id = $1`, mallory.id]);
      expect(await statusOf(mallory.client)).toBe(401);
      const check = service.app.get(CheckKeys);
      const [space] = await check.reached();
      if (!space) throw new Error('no space');
      expect(await check.problemsOf(space)).toEqual([]);
      const { client } = await service.signIn({ roles: ['caseworker'] });
      expect(await statusOf(client)).toBe(200);
      await write([`DELETE FROM session WHERE account_id = $1`, mallory.id]);
    },
  );

  it('can not be vouched for: what was retired is nobody’s to add or take away', async () => {
    await expect(write([`DELETE FROM retired_mac`])).rejects.toThrow('permission denied');
    await expect(write([`INSERT INTO retired_mac VALUES ('\\x00')`])).rejects.toThrow('permission denied');
  });
});
