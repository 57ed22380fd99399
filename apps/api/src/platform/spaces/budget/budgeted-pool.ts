import pg from 'pg';
import type { ConnectionBudget, PoolOfBudget } from './connection-budget';

/** What a pool that shares a budget is told beside what pg's own is. */
export interface BudgetedPoolOptions extends pg.PoolConfig {
  /** None: a pool like any other. */
  readonly budget?: ConnectionBudget;
  readonly isTraining?: boolean;
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

/** pg's pool, whose connections are counted in the budget of their server: each is taken there before it is used or opened. */
export class BudgetedPool extends pg.Pool implements PoolOfBudget {
  readonly isTraining: boolean;
  readonly mostInUse: number;
  private readonly budget: ConnectionBudget | undefined;
  private readonly taken = new WeakSet<pg.PoolClient>();
  private asked = 0;

  constructor({ budget, isTraining = false, ...options }: BudgetedPoolOptions = {}) {
    // Nobody waits within the pool: who is admitted to it finds a connection there, or opens one.
    super(budget ? { ...options, max: budget.limits.most + 1 } : options);
    this.isTraining = isTraining;
    this.mostInUse = options.max ?? 10;
    this.budget = budget;
    budget?.addPool(this);
    this.on('release', (_error: Error, client: pg.PoolClient) => {
      if (this.taken.delete(client)) budget?.giveBack(this);
    });
  }

  get isOver(): boolean {
    return this.ended;
  }

  get openCount(): number {
    return this.totalCount;
  }

  /** Who asked for a connection and has none yet. */
  get askedCount(): number {
    return this.asked;
  }

  get freeCount(): number {
    return this.idleCount - this.waitingCount;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const { budget } = this;
    if (!budget) return callback ? super.connect(callback) : super.connect();
    this.asked++;
    const connected = this.connectWithin(budget).finally(() => this.asked--);
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (release) => client.release(release)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  async closeFree(): Promise<void> {
    const client = await super.connect();
    const closed = new Promise<void>((done) => client.once('end', done));
    client.release(true);
    await closed;
  }

  private async connectWithin(budget: ConnectionBudget): Promise<pg.PoolClient> {
    const { promise, resolve, reject } = Promise.withResolvers<pg.PoolClient>();
    await budget.takeConnection(this, () => void super.connect().then(resolve, reject));
    try {
      const client = await promise;
      this.taken.add(client);
      return client;
    } catch (error) {
      budget.giveBack(this);
      throw error;
    }
  }
}
