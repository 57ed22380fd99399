import { setTimeout as delay } from 'node:timers/promises';
import { CaseClient } from '../../../cases/testing/case-client';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../../testing/test-service';
import type { ProblemDto } from '../../answers/openapi';
import type { ConnectionShares } from '../../settings/connection-shares';
import { ConnectionBudget, type PoolOfBudget } from './connection-budget';
import { NoConnection } from './no-connection';
import { ServerBudgets } from './server-budgets';
import { askManySpaces, mostOpen } from './testing/many-spaces';

const FEW: ConnectionShares = { spaces: 2, record: 2, book: 2, provisioner: 2, patienceMs: 20_000 };

const nobody = (): never => {
  throw new Error('there is one for each number');
};

describe('spaces that share one connection', () => {
  const spaces = 1;
  const keys = [null, 'north', 'south', 'west'] as const;
  let service: TestService;
  let people: readonly { readonly camille: SignedInClient; readonly id: string }[];
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['north', 'south', 'west'],
      configuration: { connections: { ...FEW, spaces } },
    });
    people = await Promise.all(
      keys.map(async (key) => {
        const camille = await service.signIn({ roles: ['caseworker', 'trainer'], teams: ['North'] }, key);
        return { camille, id: (await new CaseClient(camille.client).opened()).id };
      }),
    );
  });
  afterAll(() => service.stop());

  it('answer 64 requests at once, of every kind, and have no more open than that', async () => {
    const asked = (n: number): Promise<{ readonly status: number }> => {
      const { camille, id } = people[n % people.length] ?? nobody();
      const kinds = [
        () => camille.client.get(`/case-files/${id}`),
        () => new CaseClient(camille.client).sendAct(id, 'notes', { note: `Un mot ${String(n)}.` }),
        () => camille.client.get('/worklist'),
        // What the address book is asked while a connection of the space is held; a refusal, recorded in a transaction of its own.
        () => camille.client.get('/training-spaces'),
        () => camille.client.get('/case-files/00000000-0000-4000-8000-000000000000'),
      ];
      return (kinds[Math.floor(n / people.length) % kinds.length] ?? nobody())();
    };
    const databases = keys.map((key) => service.databaseOf(key));
    let statuses: readonly number[] = [];
    const most = await mostOpen(databases, async () => {
      const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => asked(n)));
      statuses = answers.map(({ status }) => status);
    });
    expect(new Set(statuses)).toEqual(new Set([200, 404]));
    expect(statuses.filter((it) => it === 200).length).toBeGreaterThanOrEqual(40);
    // One that was closed may be counted by PostgreSQL for a moment more.
    expect(most).toBeLessThanOrEqual(spaces + 1);
    expect(service.app.get(ServerBudgets).budgetsOf(null).spaces.openCount).toBeLessThanOrEqual(spaces);
  });
});

describe('a request that finds no connection', () => {
  let service: TestService;
  let camille: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['north'],
      configuration: {
        protocolsDir: NO_PROTOCOLS,
        connections: { ...FEW, spaces: 1, patienceMs: 400 },
      },
    });
    camille = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  });
  afterAll(() => service.stop());

  /** What `work` gives while another space has the only connection. */
  async function whileTaken<T>(work: () => Promise<T>): Promise<T> {
    const { promise: freed, resolve: free } = Promise.withResolvers<undefined>();
    const { promise: taken, resolve: take } = Promise.withResolvers<undefined>();
    const holding = service.asSeed(async ({ manager }) => {
      await manager.query('SELECT 1');
      take(undefined);
      await freed;
    }, 'north');
    await taken;
    try {
      return await work();
    } finally {
      free(undefined);
      await holding;
    }
  }

  it('waits, and is answered once one is free', async () => {
    const waiting = whileTaken(async () => {
      const asked = camille.client.get('/session');
      await delay(100);
      return { asked };
    });
    expect((await (await waiting).asked).status).toBe(200);
  });

  it('is told why, in both languages, and when to come back, after a bounded time', async () => {
    const began = performance.now();
    const { status, body, headers } = await whileTaken(() => camille.client.get<ProblemDto>('/session'));
    expect(performance.now() - began).toBeLessThan(2_000);
    expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '5']);
    expect(body.reasons).toEqual([
      {
        code: 'no-connection',
        text: { fr: expect.stringContaining('Trop de demandes'), en: expect.stringContaining('Too many') },
      },
    ]);
    expect((await camille.client.get('/session')).status).toBe(200);
  });

  it('is counted among the metrics', async () => {
    await whileTaken(() => camille.client.get('/session'));
    const metrics = await (await fetch(`${service.origin}/health/metrics`)).text();
    expect(metrics).toMatch(/^repere_connections_refused_total\{server="",of="spaces"\} [1-9]$/m);
    expect(metrics).toMatch(/^repere_connections_waiting\{server="",of="spaces"\} 0$/m);
  });
});

describe('a budget', () => {
  const poolOf = (mostInUse: number): PoolOfBudget => ({
    ...{ isTraining: false, isOver: false, mostInUse, openCount: 0, freeCount: 0 },
    closeFree: () => Promise.resolve(),
  });
  const limits = { most: 2, mostInTraining: 1, mostWaiting: 4, patienceMs: 10_000 };
  const told = (taking: Promise<void>): Promise<string> =>
    taking.then(
      () => 'taken',
      (error: unknown) => (error instanceof NoConnection ? 'refused' : 'broken'),
    );

  it('turns away at once who would be one too many, and serves in the order of asking', async () => {
    const budget = new ConnectionBudget(limits);
    const pool = poolOf(9);
    budget.addPool(pool);
    const order: number[] = [];
    const take = (n: number) => told(budget.takeConnection(pool, () => void order.push(n)));
    expect([await take(1), await take(2)]).toEqual(['taken', 'taken']);
    const [third, fourth] = [take(3), take(4)];
    expect(await take(5)).toBe('refused');
    budget.giveBack(pool);
    expect(await third).toBe('taken');
    budget.giveBack(pool);
    expect(await fourth).toBe('taken');
    expect([order, budget.waitingCount, budget.refusedCount]).toEqual([[1, 2, 3, 4], 0, 1]);
  });

  it('lets nobody wait behind a space that has its own most', async () => {
    const budget = new ConnectionBudget(limits);
    const [full, other] = [poolOf(1), poolOf(1)];
    for (const pool of [full, other]) budget.addPool(pool);
    await budget.takeConnection(full, () => undefined);
    const waiting = told(budget.takeConnection(full, () => undefined));
    expect(await told(budget.takeConnection(other, () => undefined))).toBe('taken');
    budget.giveBack(full);
    expect(await waiting).toBe('taken');
  });

  it('keeps room among those who wait, whatever one space or all training spaces ask', async () => {
    const budget = new ConnectionBudget({ ...limits, mostWaiting: 8 });
    const [flooded, live] = [poolOf(9), poolOf(9)];
    const training = [poolOf(9), poolOf(9)].map((pool) => ({ ...pool, isTraining: true }));
    for (const pool of [flooded, live, ...training]) budget.addPool(pool);
    const ask = (pool: PoolOfBudget) => void told(budget.takeConnection(pool, () => undefined));
    for (let n = 0; n < 20; n++) ask(flooded);
    expect(budget.waitingCount).toBe(4);
    for (let n = 0; n < 20; n++) for (const pool of training) ask(pool);
    expect(budget.waitingCount).toBe(6);
    ask(live);
    expect(budget.waitingCount).toBe(7);
  });

  it('waits no longer than it says for a connection that never ends', async () => {
    const budget = new ConnectionBudget({ ...limits, most: 1, patienceMs: 50 });
    const stuck = {
      ...poolOf(9),
      openCount: 1,
      freeCount: 1,
      closeFree: () => new Promise<void>(() => undefined),
    };
    const asking = poolOf(9);
    for (const pool of [stuck, asking]) budget.addPool(pool);
    expect(await told(budget.takeConnection(asking, () => undefined))).toBe('refused');
  });

  it('takes back what could not be opened', async () => {
    const budget = new ConnectionBudget({ ...limits, most: 1 });
    const pool = poolOf(9);
    budget.addPool(pool);
    const broken = (): never => {
      throw new Error('ended');
    };
    expect(await told(budget.takeConnection(pool, broken))).toBe('broken');
    expect(await told(budget.takeConnection(pool, () => undefined))).toBe('taken');
  });
});

describe('more live spaces than connections', () => {
  it('answer, each, again and again, with their record kept and no more open than there may be', async () => {
    const few = { ...FEW, spaces: 4, record: 3 };
    const { statuses, most, sealed } = await askManySpaces(8, few);
    expect(statuses).toEqual({ 401: 18 });
    // One that was closed may be counted by PostgreSQL for a moment more.
    expect(most).toBeLessThanOrEqual(few.spaces + few.record + 2);
    expect(sealed).toBe(9);
  }, 60_000);
});
