import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { rememberPlace } from '../../platform/requests/request-origin';
import { Spaces } from '../../platform/spaces/spaces';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { SessionPeople } from './session-people';

const COOKIE = '__Host-repere';

describe('whose a request is, for who must wait for whom', () => {
  let service: TestService;
  let person: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    person = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  });

  /** A request with this token, as it comes in. */
  const whose = async (token: string): Promise<string | null> => {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    const request = { headers: { cookie: `${COOKIE}=${token}` } } as Request;
    rememberPlace(request, { space, correlation: randomUUID() });
    return service.app.get(SessionPeople).findAccount(request);
  };
  const tokenOf = ({ client }: Pick<SignedInClient, 'client'>): string => client.cookie(COOKIE) ?? '';

  it('is the account’s, in each of its sessions', async () => {
    const client = service.client();
    await service.signInAgain({ login: person.login, client });
    expect(tokenOf({ client })).not.toBe(tokenOf(person));
    expect(await whose(tokenOf(person))).toContain(person.id);
    expect(await whose(tokenOf({ client }))).toBe(await whose(tokenOf(person)));
  });

  it('is nobody’s but the token’s own where nobody knows it', async () => {
    const [one, other] = await Promise.all([whose('a'.repeat(43)), whose('b'.repeat(43))]);
    expect(one).not.toBeNull();
    expect(one).not.toBe(other);
  });

  it.each([
    ['signed out', 'DELETE FROM session WHERE account_id = $1'],
    ['idle', `UPDATE session SET last_seen_at = now() - interval '20 minutes' WHERE account_id = $1`],
  ])('is no more the account’s once its session is over: %s', async (_, end) => {
    await isForgotten(() => service.changeBound(end, [person.id]));
  });

  it('is no more the account’s once the account is disabled', async () => {
    const { client } = await service.signIn({ roles: ['administrator'] });
    await isForgotten(async () => {
      const { status } = await client.post(`/accounts/${person.id}/disable`, { reason: 'Départ' });
      expect(status).toBe(200);
    });
  });

  const isForgotten = async (end: () => Promise<void>): Promise<void> => {
    const token = tokenOf(person);
    expect((await person.client.get('/worklist')).status).toBe(200);
    expect(await whose(token)).toContain(person.id);
    await end();
    expect((await service.client().get('/worklist', { Cookie: `${COOKIE}=${token}` })).status).toBe(401);
    expect(await whose(token)).not.toContain(person.id);
  };
});
