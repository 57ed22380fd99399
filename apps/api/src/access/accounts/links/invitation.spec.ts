import { JobWorker } from '../../../platform/jobs/job-worker';
import { Spaces } from '../../../platform/spaces/spaces';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { bindUnbound } from '../../../testing/database/bind-unbound';
import { TestMailServer, tokenIn } from '../../../testing/accounts/test-mail-server';
import type { TestClient } from '../../../testing/accounts/test-client';
import { NO_PROTOCOLS, TestService } from '../../../testing/test-service';

const GOOD = 'quatre chevaux bleus dansent';
const WHO = { name: 'Nora Exemple', roles: ['caseworker'], teamIds: [], language: 'fr' } as const;

interface Problem {
  readonly code: string;
  readonly reasons?: readonly { readonly code: string; readonly field?: string }[];
}

describe('an invitation', () => {
  let mail: TestMailServer;
  let service: TestService;
  let administrator: TestClient;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    const route = { smtpUrl: mail.url, from: 'Repère <repere@repere.example>' };
    service = await TestService.start({ configuration: { mail: route, protocolsDir: NO_PROTOCOLS } });
    administrator = (await service.signIn({ roles: ['administrator'] })).client;
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });

  const work = async (): Promise<void> => {
    const space = await service.app.get(Spaces).findSpace(null);
    if (space) await service.app.get(JobWorker).workOff(space);
  };
  let last = 0;
  const invite = async (more: object = {}): Promise<{ id: string; login: string; email: string }> => {
    const login = `nora${++last}`;
    const email = `${login}@service.example`;
    const { status, body } = await administrator.post<{ id: string }>(
      '/accounts',
      { ...WHO, login, email, ...more },
      { 'Idempotency-Key': `invite-${login}` },
    );
    expect(status).toBe(201);
    await work();
    return { id: body.id, login, email };
  };
  const redeem = (token: string, password: string) =>
    service.client().post<Problem>('/account-links/redeem', { token, password });
  const signIn = async (login: string, password: string): Promise<number> =>
    (await service.client().post('/session', { login, password })).status;

  it('leads from a mail to a password to a session', async () => {
    const { login, email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    const checked = await service.client().post('/account-links/check', { token });
    expect(checked.body).toEqual({ kind: 'invitation', login, name: 'Nora Exemple', language: 'fr' });
    expect(await signIn(login, GOOD)).toBe(401);
    expect((await redeem(token, GOOD)).status).toBe(204);
    expect(await signIn(login, GOOD)).toBe(200);
  });

  it('begins its links with the configured address, whatever the request said its host was', async () => {
    const { email } = await invite();
    expect(mail.lastTo(email).text).toMatch(/https:\/\/repere\.example\/lien#/);
  });

  it('names nobody: neither in the subject, nor in the text, nor in its head', async () => {
    const { login, email } = await invite();
    const { subject, text, head } = mail.lastTo(email);
    expect(subject).toBe('Repère\u00a0: votre accès');
    for (const word of ['Nora', 'Exemple', 'enfant', 'child'])
      expect(subject + text + head).not.toContain(word);
    expect(subject + text).not.toContain(login);
  });

  it('opens nothing once its account is known by an identity at a provider', async () => {
    const { id, email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by)
         VALUES ($1, 'p', 'https://p.example/', $2, now(), $1)`,
        [id, Buffer.from(id)],
      ),
    );
    expect((await service.client().post('/account-links/check', { token })).status).toBe(422);
    expect((await redeem(token, GOOD)).status).toBe(422);
  });

  it('works once: of two at the same moment one sets the password', async () => {
    const { email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    const answers = await Promise.all([redeem(token, GOOD), redeem(token, GOOD), redeem(token, GOOD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
    const again = await service.client().post<Problem>('/account-links/check', { token });
    expect(again.body.reasons?.[0]?.code).toBe('link-dead');
  });

  it('keeps its link when the password was refused', async () => {
    const { email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    for (const [password, code] of [
      ['trop court', 'password-too-short'],
      ['x'.repeat(129), 'password-too-long'],
      ['nora exemple nora', 'password-names-you'],
      ['motdepassemotdepasse', 'password-too-easy'],
      ['azertyuiopqsdfghjklm', 'password-too-easy'],
    ] as const) {
      const { status, body } = await redeem(token, password);
      expect({ status, code: body.reasons?.[0]?.code }).toEqual({ status: 400, code });
    }
    expect((await redeem(token, GOOD)).status).toBe(204);
  });

  it('is over after 72 hours, not before', async () => {
    const { id, email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    const age = (hours: number) =>
      service.asSeed(async ({ manager, space }) => {
        await manager.query(
          `UPDATE account_mail SET expires_at = sent_at + interval '72 hours' - make_interval(hours => $2), mac = NULL WHERE account_id = $1`,
          [id, hours],
        );
        await bindUnbound(space, manager, service.app.get(CredentialMacs));
      });
    const [row] = await service.query<{ hours: number }>(
      `SELECT round(extract(epoch FROM expires_at - sent_at) / 3600)::int AS hours FROM account_mail WHERE account_id = $1`,
      [id],
    );
    expect(row?.hours).toBe(72);
    await age(71);
    expect((await service.client().post('/account-links/check', { token })).status).toBe(200);
    await age(73);
    expect((await redeem(token, GOOD)).status).toBe(422);
  });

  it('sent again opens with the new link only', async () => {
    const { id, email } = await invite();
    const first = tokenIn(mail.lastTo(email));
    expect((await administrator.post('/invitations', { accountId: id })).status).toBe(200);
    expect((await redeem(first, GOOD)).status).toBe(422);
    await work();
    const second = tokenIn(mail.lastTo(email));
    expect(second).not.toBe(first);
    expect((await redeem(second, GOOD)).status).toBe(204);
    expect((await administrator.post('/invitations', { accountId: id })).status).toBe(422);
  });

  it('is tried again when the mail server says no, with one mail in the end', async () => {
    mail.refusals = 1;
    const { email } = await invite();
    expect(() => mail.lastTo(email)).toThrow('no such mail');
    await service.query(`UPDATE job SET run_at = now() WHERE kind = 'account.mail'`);
    await work();
    expect(mail.mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
    expect((await redeem(tokenIn(mail.lastTo(email)), GOOD)).status).toBe(204);
  });

  it('leaves address, link and login nowhere in clear: not in the job, not in the account, not in the record', async () => {
    const { login, email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    const dump = await service.query<{ row: string }>(
      `SELECT j::text AS row FROM job j UNION ALL SELECT m::text FROM account_mail m UNION ALL SELECT a::text FROM account a
       UNION ALL SELECT entry FROM ledger_event UNION ALL SELECT content::text FROM ledger_payload`,
    );
    const all = dump.map(({ row }) => row).join('\n');
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    for (const secret of [email, hex(email), token, hex(token)]) expect(all).not.toContain(secret);
    const rest = dump.filter(({ row }) => !row.includes('$argon2id$') && row.includes(`,${login},`));
    // The login is the account's own, and nowhere else.
    expect(rest).toHaveLength(1);
  });

  it('opens nothing of an account that was closed meanwhile', async () => {
    const { id, email } = await invite();
    const token = tokenIn(mail.lastTo(email));
    await administrator.post(`/accounts/${id}/disable`, { reason: 'Ne vient pas' });
    expect((await redeem(token, GOOD)).status).toBe(422);
  });
});
