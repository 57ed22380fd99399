import { randomBytes } from 'node:crypto';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { type KeyedLimit, RateLimits, type Reservation } from './rate-limits';

const LOGIN = { counted: 'login', most: 5, minutes: 15, startsAnew: true } as const;
const ADDRESS = { counted: 'address', most: 60, minutes: 15 } as const;

describe('limits of tries per time', () => {
  let service: TestService;
  let limits: RateLimits;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    limits = service.app.get(RateLimits);
  });
  afterAll(() => service.stop());

  const reserve = (asked: readonly KeyedLimit[]): Promise<Reservation> =>
    service.asSeed(() => limits.reserve(asked));
  const giveBack = (reservation: Reservation): Promise<void> =>
    service.asSeed(async () => (reservation.ok ? limits.giveBack(reservation.counted) : undefined));
  const at = (login: Buffer, address: Buffer): readonly KeyedLimit[] => [
    { ...LOGIN, key: login },
    { ...ADDRESS, key: address },
  ];
  const letThrough = async (tries: readonly (readonly KeyedLimit[])[]): Promise<number> =>
    (await Promise.all(tries.map(reserve))).filter(({ ok }) => ok).length;
  const inARow = async (asked: readonly KeyedLimit[], times: number): Promise<number> => {
    let through = 0;
    for (let turn = 0; turn < times; turn++) if ((await reserve(asked)).ok) through++;
    return through;
  };
  const token = (): Buffer => randomBytes(32);
  const wait = (minutes: number): Promise<unknown> =>
    service.query(`UPDATE rate_limit_hit SET at = at - make_interval(mins => ${String(minutes)})`);

  it('let sixty of a hundred different logins through that come at once from one address', async () => {
    const address = token();
    expect(await letThrough(Array.from({ length: 100 }, () => at(token(), address)))).toBe(60);
  });

  it('let all of them through from addresses of their own', async () => {
    expect(await letThrough(Array.from({ length: 100 }, () => at(token(), token())))).toBe(100);
  });

  it('hold nobody up for ever when what one tries is where another comes from', async () => {
    const [one, other] = [token(), token()];
    const crossed = Array.from({ length: 20 }, (_, i) => (i % 2 ? at(one, other) : at(other, one)));
    expect(await letThrough(crossed)).toBe(10);
  });

  it('say how long to wait, until the first of the last tries counts no more', async () => {
    const limit = [{ ...LOGIN, key: token() }];
    expect(await inARow(limit, 2)).toBe(2);
    await wait(10);
    expect(await inARow(limit, 3)).toBe(3);
    const refused = await reserve(limit);
    expect(refused).toEqual({ ok: false, retryAfter: expect.any(Number) as number });
    expect(!refused.ok && refused.retryAfter).toBeGreaterThan(290);
    expect(!refused.ok && refused.retryAfter).toBeLessThanOrEqual(300);
    await wait(5);
    expect(await inARow(limit, 3)).toBe(2);
  });

  it('count a try by all of them or by none, and once where two count the same', async () => {
    const [login, address] = [token(), token()];
    const asked = [...at(login, address), { ...LOGIN, most: 8, minutes: 60, key: login }];
    expect(await inARow(asked, 7)).toBe(5);
    const hits = await service.query<{ counted: string; n: number }>(
      `SELECT counted, count(*)::int AS n FROM rate_limit_hit WHERE key IN ('\\x${login.toString('hex')}', '\\x${address.toString('hex')}')
        GROUP BY 1 ORDER BY 1`,
    );
    expect(hits).toEqual([
      { counted: 'address', n: 5 },
      { counted: 'login', n: 5 },
    ]);
    await wait(15);
    expect(await inARow(asked, 7)).toBe(3);
  });

  it('let what was right count no more, with what was wrong before where that is said, and not with what came after', async () => {
    const [login, address] = [token(), token()];
    expect(await inARow(at(login, address), 3)).toBe(3);
    const right = await reserve(at(login, address));
    expect((await reserve(at(login, address))).ok).toBe(true);
    await giveBack(right);
    expect(await inARow(at(login, token()), 6)).toBe(4);
    // Of the address the one that was right: 60 - 3 - 1.
    expect(await letThrough(Array.from({ length: 70 }, () => at(token(), address)))).toBe(56);
    // Once more changes nothing.
    await giveBack(right);
    expect((await reserve(at(login, token()))).ok).toBe(false);
  });

  it('keep nothing for longer than a day', async () => {
    await reserve(at(token(), token()));
    await wait(24 * 60 + 1);
    await reserve([{ ...LOGIN, key: token() }]);
    expect(await service.query(`SELECT counted FROM rate_limit_hit`)).toEqual([{ counted: 'login' }]);
  });
});
