import { AsyncLocalStorage } from 'node:async_hooks';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { machineNow } from '../clocks';
import { SpaceConnections } from './space-connections';
import { SpaceRounds } from './space-rounds';
import { type Space, Spaces } from './spaces';

const KEYS = Array.from({ length: 12 }, (_, n) => `room-${String(n)}`);
const [ENTERED] = KEYS as [string];
const MINUTE_MS = 60_000;

/** What the machine's clock shows is moved on; nothing waits. */
describe('spaces at rest', () => {
  let service: TestService;
  let connections: SpaceConnections;
  let rounds: SpaceRounds;
  let rooms: readonly Space[];
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: KEYS,
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
    connections = service.app.get(SpaceConnections);
    rounds = service.app.get(SpaceRounds);
    const spaces = await service.app.get(Spaces).listOpenSpaces();
    rooms = spaces.filter(({ kind }) => kind === 'training');
    // Each was looked at when the service began.
    for (const room of rooms) await connections.closeUnused(room);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.stop());

  const open = (): readonly unknown[] =>
    rooms.filter((room) => connections.isOpen(room)).map(({ key }) => key);
  const outside = AsyncLocalStorage.snapshot();
  /** Somebody asks something there, whatever goes on meanwhile. */
  const come = (): Promise<unknown> =>
    outside(() =>
      Promise.all(
        rooms
          .filter(({ key }) => key === ENTERED)
          .map((room) => connections.use(room, (it) => it.query('SELECT 1'))),
      ),
    );
  const pass = (ms: number): void => {
    const now = machineNow() + ms;
    jest.spyOn(Date, 'now').mockReturnValue(now);
  };
  async function goRounds(keys: readonly string[] = [ENTERED]): Promise<void> {
    await service.inBook(`UPDATE space SET next_wake_up_at = '-infinity' WHERE key = ANY ($1)`, [keys]);
    await rounds.beginDueRounds();
  }
  async function countConnections(key: string): Promise<number> {
    const [row] = await service.inBook<{ open: number }>(
      `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = $1 AND usename = 'repere_training'`,
      [service.databaseOf(key)],
    );
    return row?.open ?? Number.NaN;
  }
  /** PostgreSQL takes a moment to forget one that was closed; it would be closed by itself after half a minute. */
  async function isLeft(key: string): Promise<boolean> {
    const until = performance.now() + 5_000;
    while (performance.now() < until) if ((await countConnections(key)) === 0) return true;
    return false;
  }

  it('hold no connection once nobody came for five minutes, though rounds go there every minute', async () => {
    await come();
    expect(await countConnections(ENTERED)).toBeGreaterThan(0);
    for (let minute = 1; minute < 5; minute++) {
      pass(MINUTE_MS);
      await goRounds();
      expect(open()).toEqual([ENTERED]);
    }
    pass(MINUTE_MS);
    await goRounds();
    expect(open()).toEqual([]);
    expect(await isLeft(ENTERED)).toBe(true);
  });

  it('stay open where somebody comes meanwhile', async () => {
    for (let minute = 0; minute < 8; minute++) {
      await come();
      await goRounds();
      pass(MINUTE_MS);
      await goRounds();
      expect(open()).toEqual([ENTERED]);
    }
    pass(4 * MINUTE_MS);
    await goRounds();
    expect(open()).toEqual([]);
  });

  it('stay open where somebody comes while a round is there, who is kept from nothing', async () => {
    let came: unknown;
    rounds.register(async ({ key }) => {
      if (key === ENTERED) came ??= await come();
    });
    await goRounds();
    expect(came).toHaveLength(1);
    expect(open()).toEqual([ENTERED]);
    pass(5 * MINUTE_MS);
    await goRounds();
    expect(open()).toEqual([]);
  });

  it('are visited three at a time at most, and each is left before the next', async () => {
    const visited = new Set<string>();
    let most = 0;
    rounds.register(async ({ key }) => {
      if (key === null) return;
      visited.add(key);
      most = Math.max(most, open().length);
    });
    await goRounds(KEYS);
    expect(visited.size).toBe(12);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(3);
    expect(open()).toEqual([]);
    expect(await Promise.all(KEYS.map(isLeft))).not.toContain(false);
  });
});
