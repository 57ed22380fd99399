import { MOVING_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { Secrecy } from '../secrecy/secrecy';

const SESSIONS = 4;
const AT_ONCE = 60;

describe('one person who asks sixty things at once, in four sessions', () => {
  let service: TestService;
  let many: SignedInClient;
  let colleague: SignedInClient;
  const sessions: SignedInClient['client'][] = [];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    many = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    for (let n = 0; n < SESSIONS; n++) {
      const client = service.client();
      await service.signInAgain({ login: many.login, client });
      sessions.push(client);
    }
    await colleague.client.get('/worklist');
  });
  afterAll(() => service.stop());

  const answers = async (status: number): Promise<number> => {
    const text = await (await fetch(`${service.origin}/health/metrics`)).text();
    return Number(
      new RegExp(`^repere_http_answers_total\\{code="${String(status)}"\\} (\\d+)$`, 'm').exec(text)?.[1] ??
        0,
    );
  };

  it.each([
    [
      'looks for look-alikes',
      'post',
      '/case-files/duplicates',
      { child: { calledName: 'Nour', birth: '2012' } },
    ],
    ['reads the list of work', 'get', '/worklist', undefined],
  ] as const)(
    'who %s takes no place from a colleague',
    async (_what, method, path, body) => {
      const attack = Array.from({ length: AT_ONCE }, (_, n) => {
        const client = sessions[n % SESSIONS] ?? many.client;
        return method === 'get' ? client.get(path) : client.post(path, body);
      });
      const took: number[] = [];
      for (let n = 0; n < 10; n++) {
        const began = performance.now();
        expect((await colleague.client.get('/worklist')).status).toBe(200);
        took.push(performance.now() - began);
      }
      // Waiting for a connection would take five seconds, and end with 503.
      expect(Math.max(...took)).toBeLessThan(4_000);
      const statuses = (await Promise.all(attack)).map(({ status }) => status);
      expect(statuses.filter((status) => ![200, 429].includes(status))).toEqual([]);
      expect(await answers(503)).toBe(0);
    },
    60_000,
  );

  it('holds a few connections at most, though every request of theirs hangs', async () => {
    const key = await service.asSeed(async () => service.app.get(Secrecy).blindToken('account', many.id));
    await service.asSuperuser(async (blocker) => {
      await blocker.query('BEGIN');
      // The lock under which this person's looks are counted.
      await blocker.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 17))`, [
        `look-alikes ${key.toString('hex')}`,
      ]);
      const attack = Array.from({ length: AT_ONCE }, (_, n) =>
        sessions[n % SESSIONS]?.post('/case-files/duplicates', { child: { calledName: 'Nour' } }),
      );
      for (let n = 0; n < 10; n++) expect((await colleague.client.get('/worklist')).status).toBe(200);
      const [held] = await service.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
      );
      expect(held?.n).toBeGreaterThan(0);
      expect(held?.n).toBeLessThanOrEqual(5);
      await blocker.query('ROLLBACK');
      await Promise.all(attack);
    });
    expect(await answers(503)).toBe(0);
  }, 60_000);

  it('is counted, whatever was answered', async () => {
    const before = await answers(404);
    expect((await colleague.client.get('/nowhere')).status).toBe(404);
    expect(await answers(404)).toBe(before + 1);
  });
});
