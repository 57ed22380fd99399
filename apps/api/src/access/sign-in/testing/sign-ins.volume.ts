import { TEST_PASSWORD, TestService } from '../../../testing/test-service';

/**
 * What a flood of sign-ins does to whoever is at work: from addresses that are all different, a fifth with a right password. Each must
 * be let in, refused, or told when to come back. Not part of the tests: `node bench/volume.mjs sign-ins`, with `REPERE_TRIES` sign-ins
 * (default 10,000), so many at once (`REPERE_WRITERS`, 100), and `REPERE_REQUESTS` of the list of work alone (default 100).
 */
const TRIES = Number(process.env['REPERE_TRIES'] ?? 10_000);
const AT_ONCE = Number(process.env['REPERE_WRITERS'] ?? 100);
const REQUESTS = Number(process.env['REPERE_REQUESTS'] ?? 100);
const KNOWN = 20;
/** One in so many is right. */
const RIGHT = 5;

describe(`${String(TRIES)} sign-ins`, () => {
  let service: TestService;
  let logins: readonly string[];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { trustProxy: 1 } });
    logins = await Promise.all(
      Array.from({ length: KNOWN }, async () => (await service.hire({ roles: ['caseworker'] })).login),
    );
  }, 60_000);
  afterAll(() => service.stop());

  async function tryOnce(n: number): Promise<string> {
    const answer = await fetch(`${service.origin}/api/session`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-repere': '1' },
        'x-forwarded-for': `10.${String(n >> 16)}.${String((n >> 8) & 255)}.${String(n & 255)}`,
      },
      body: JSON.stringify({
        login: logins[n % KNOWN],
        password: n % RIGHT === 0 ? TEST_PASSWORD : 'not the one of anybody',
      }),
    });
    await answer.arrayBuffer();
    const { status, headers } = answer;
    if (status === 429 || status === 503)
      return headers.get('retry-after') === null ? `${String(status)} without a time` : 'told to come back';
    return { 200: 'let in', 401: 'refused' }[status] ?? String(status);
  }

  it('cost others so much', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const ask = async (): Promise<number> => {
      const began = performance.now();
      expect((await client.get('/worklist')).status).toBe(200);
      return performance.now() - began;
    };
    const p95 = (times: number[]): number =>
      Math.round(times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0);
    const [alone, meanwhile]: [number[], number[]] = [[], []];
    for (let n = 0; n < REQUESTS; n++) alone.push(await ask());

    const answers = new Map<string, number>();
    let next = 0;
    const began = performance.now();
    const trying = Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < TRIES) {
          const answer = await tryOnce(next++);
          answers.set(answer, (answers.get(answer) ?? 0) + 1);
        }
      }),
    );
    while (next < TRIES) meanwhile.push(await ask());
    await trying;
    const seconds = Math.round((performance.now() - began) / 1_000);
    console.table([
      {
        ...{ tries: TRIES, seconds, ...Object.fromEntries(answers) },
        ...{ 'p95 ms alone': p95(alone), 'p95 ms meanwhile': p95(meanwhile) },
        'memory MB': Math.round(process.memoryUsage().rss / 2 ** 20),
      },
    ]);
    expect(
      [...answers.keys()].filter((it) => !['let in', 'refused', 'told to come back'].includes(it)),
    ).toEqual([]);
  }, 3_000_000);
});
