import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import type { TestClient } from '../../testing/accounts/test-client';
import type { SessionTimesDto } from './sessions.dto';
import type { SessionDto } from '../sign-in/session.dto';

const MINUTE = 60_000;

describe('how long a session lives', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const statusOf = async (client: TestClient): Promise<number> => (await client.get('/session')).status;
  /** Moves what the database remembers into the past: the same as waiting. */
  const passes = (id: string, minutes: number): Promise<unknown> =>
    service.changeBound(
      `UPDATE session SET last_seen_at = last_seen_at - make_interval(secs => 60 * $2::float8),
                          created_at = created_at - make_interval(secs => 60 * $2::float8) WHERE account_id = $1`,
      [id, minutes],
    );
  const leftOf = ({ now, idleUntil, until }: SessionTimesDto) => ({
    idle: (Date.parse(idleUntil) - Date.parse(now)) / MINUTE,
    absolute: (Date.parse(until) - Date.parse(now)) / MINUTE,
  });

  it('is 15 minutes without input, at the latest 8 hours, and says so by its own clock', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    await passes(id, 5);
    const { body } = await client.get<SessionDto>('/session');
    expect(leftOf(body).idle).toBeCloseTo(10, 0);
    expect(leftOf(body).absolute).toBeCloseTo(475, 0);
    expect(body.idleSeconds).toBe(900);
  });

  it('is over after that, not before', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    await passes(id, 14.5);
    expect(await statusOf(client)).toBe(200);
    await passes(id, 0.6);
    expect(await statusOf(client)).toBe(401);
  });

  it('is not made longer by what a page sends by itself: polls, drafts, lists', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    for (let minute = 0; minute < 14; minute += 2) {
      await passes(id, 2);
      expect((await client.get('/team')).status).toBe(200);
      expect((await client.put('/session/language', { language: 'fr' })).status).toBe(200);
      expect(await statusOf(client)).toBe(200);
    }
    await passes(id, 1.1);
    expect(await statusOf(client)).toBe(401);
  });

  it('begins anew with input, again and again, but never past 8 hours', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    let minutes = 0;
    for (; minutes < 476; minutes += 14) {
      await passes(id, 14);
      const { status, body } = await client.put<SessionTimesDto>('/session/activity');
      expect(status).toBe(200);
      expect(leftOf(body).idle).toBeCloseTo(Math.min(15, 480 - minutes - 14), 0);
    }
    await passes(id, 480 - minutes + 0.1);
    expect((await client.put('/session/activity')).status).toBe(401);
    expect(await statusOf(client)).toBe(401);
  });

  it('is not revived by input that comes too late', async () => {
    const { client, id } = await service.signIn({ roles: ['caseworker'] });
    await passes(id, 15.1);
    expect((await client.put('/session/activity')).status).toBe(401);
    expect(await statusOf(client)).toBe(401);
  });

  it('records no input, and leaves nothing of sessions that are over', async () => {
    const { client, id, login } = await service.signIn({ roles: ['caseworker'] });
    const events = async (): Promise<string | undefined> =>
      (await service.query<{ n: string }>('SELECT count(*) AS n FROM ledger_event'))[0]?.n;
    const before = await events();
    await client.put('/session/activity');
    expect(await events()).toBe(before);
    const { id: colleague } = await service.signIn({ roles: ['caseworker'] });
    await passes(id, 16);
    await passes(colleague, 90);
    await service.signIn({ roles: ['caseworker'] });
    await service.client().post('/session', { login, password: 'a long enough password' });
    const left = await service.query<{ account_id: string }>(
      'SELECT account_id FROM session WHERE account_id = ANY ($1)',
      [[id, colleague]],
    );
    expect(left.map((row) => row.account_id)).toEqual([id]);
  });
});
