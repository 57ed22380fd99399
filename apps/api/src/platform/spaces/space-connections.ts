import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { Configuration } from '../settings/configuration';
import { onDatabase } from '../data/on-database';
import { Refusal } from '../refusals/refusal';
import type { BudgetedPoolOptions } from './budget/budgeted-pool';
import { ServerBudgets } from './budget/server-budgets';
import { serverOf } from './server-of';
import type { Space } from './spaces';
import { CONFIGURATION } from '../tokens';
import { machineNow } from '../clocks';

const IDLE_MS = 5 * 60_000;
/** Connections of one space in use at most. */
const [LIVE_MAX, TRAINING_MAX] = [20, 5];

interface Held {
  readonly space: Space;
  readonly source: Promise<DataSource>;
  /** Whatever works there just now. */
  users: number;
  /** By the machine's clock; `-Infinity`: by nobody since it was opened. */
  lastUsed: number;
  /** It was to be left while somebody worked there: it is closed once they are done. */
  isLeft: boolean;
}

/** One pool a space, opened when it is first needed and closed when nobody came for five minutes. */
@Injectable()
export class SpaceConnections implements OnApplicationShutdown {
  private readonly held = new Map<string, Held>();
  private readonly closing = new Map<string, Promise<void>>();
  private readonly leaving: ((database: string) => Promise<void>)[] = [];
  /** What has to go well before anybody enters a space, by database, and where it is under way. */
  private readonly shut = new Map<string, () => Promise<void>>();
  private readonly opening = new Map<string, Promise<void>>();
  private readonly opens = new AsyncLocalStorage<string>();
  private readonly unused = new AsyncLocalStorage<true>();
  private readonly sweep: NodeJS.Timeout;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    /** The default live space's, which Nest has made and this opens and closes. */
    @InjectDataSource() private readonly live: DataSource,
    /** None: a program that does one thing after the other. */
    @Optional() private readonly budgets?: ServerBudgets,
  ) {
    this.sweep = setInterval(() => void this.closeAllIdle(), 60_000);
    this.sweep.unref();
  }

  /** What `work` gives, with the space's connections kept open for as long as it runs. Only the unit of work calls this. */
  async use<T>(space: Space, work: (source: DataSource) => Promise<T>): Promise<T> {
    await this.openShut(space.database);
    const held = this.hold(space);
    const note = (): void => {
      if (!this.unused.getStore()) held.lastUsed = machineNow();
    };
    held.users++;
    note();
    try {
      return await work(await held.source);
    } finally {
      held.users--;
      note();
      if (held.isLeft && this.held.get(space.database) === held) await this.closeUnused(space);
    }
  }

  /** What `work` gives, which nobody came for: the spaces that it enters rest no later for it. */
  withoutUse<T>(work: () => Promise<T>): Promise<T> {
    return this.unused.run(true, work);
  }

  /** Nobody enters the space until `first` went well: it is tried when somebody comes, once for all who wait for it. */
  shutUntil({ database }: Space, first: () => Promise<void>): void {
    this.shut.set(database, first);
  }

  private async openShut(database: string): Promise<void> {
    const first = this.shut.get(database);
    if (!first || this.opens.getStore() === database) return;
    const opening =
      this.opening.get(database) ??
      this.opens
        .run(database, first)
        .then(() => void this.shut.delete(database))
        .finally(() => this.opening.delete(database));
    this.opening.set(database, opening);
    await opening;
  }

  /** Told whenever a database is left: whoever has connections of their own closes them as well. */
  whenLeft(leave: (database: string) => Promise<void>): void {
    this.leaving.push(leave);
  }

  /** Closes whatever this process has open there, what somebody uses just now once they are done: the database is copied, or dropped. */
  async leaveDatabase(database: string): Promise<void> {
    const held = this.held.get(database);
    if (held) held.isLeft = true;
    await this.closeUnused({ database });
    await Promise.all(this.leaving.map((leave) => leave(database)));
  }

  /** Spaces in which somebody did something during the last minutes. */
  inUse(): readonly Space[] {
    return [...this.held.values()]
      .filter(({ lastUsed, isLeft }) => lastUsed > -Infinity && !isLeft)
      .map(({ space }) => space);
  }

  isOpen(space: Space): boolean {
    return this.held.has(space.database);
  }

  /** Closes a space to which nobody came for five minutes. */
  async closeIdle({ database }: Space): Promise<void> {
    const held = this.held.get(database);
    if (held && machineNow() - held.lastUsed >= IDLE_MS) await this.closeUnused(held.space);
  }

  /** Closes what nobody uses just now. */
  async closeUnused({ database }: Pick<Space, 'database'>): Promise<void> {
    const held = this.held.get(database);
    if (!held || held.users > 0) return;
    this.held.delete(database);
    const closed = held.source.then((source) => source.destroy()).catch(() => undefined);
    // The default one is opened again as itself: not before it is closed.
    this.closing.set(database, closed);
    await closed;
    if (this.closing.get(database) === closed) this.closing.delete(database);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    await Promise.all(
      [...this.held.values()].map(({ source }) =>
        source.then((open) => open.destroy()).catch(() => undefined),
      ),
    );
    this.held.clear();
  }

  private hold(space: Space): Held {
    const known = this.held.get(space.database);
    if (known) return known;
    const source = this.openDataSource(space);
    const held: Held = { space, source, users: 0, lastUsed: -Infinity, isLeft: false };
    this.held.set(space.database, held);
    // The next request tries again.
    source.catch(() => this.held.delete(space.database));
    return held;
  }

  private async openDataSource(space: Space): Promise<DataSource> {
    await this.closing.get(space.database);
    const source = this.sourceOf(space);
    return source.isInitialized ? source : source.initialize();
  }

  private sourceOf(space: Space): DataSource {
    const { trainingDatabaseUrl } = this.configuration;
    const base =
      space.kind === 'training' ? trainingDatabaseUrl : serverOf(space, this.configuration).databaseUrl;
    if (!base) throw new Refusal('unavailable');
    const url = onDatabase(base, space.database);
    const options = this.live.options as PostgresDataSourceOptions;
    if (options.url === url) return this.live;
    const max = space.kind === 'live' ? LIVE_MAX : TRAINING_MAX;
    const isTraining = space.kind === 'training';
    return new DataSource({
      ...options,
      url,
      extra: { ...(options.extra as object), max, isTraining, ...this.budgetOf(space) },
    });
  }

  private budgetOf({ server }: Space): Pick<BudgetedPoolOptions, 'budget'> {
    return this.budgets ? { budget: this.budgets.budgetsOf(server).spaces } : {};
  }

  private async closeAllIdle(): Promise<void> {
    for (const { space } of this.held.values()) await this.closeIdle(space);
  }
}
