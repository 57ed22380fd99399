import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type MixedList } from 'typeorm';
import type { Configuration } from './configuration';
import { SnakeNames } from './data/snake-names';
import { PreparingClient } from './preparing-client';
import { Refusal } from './refusal';
import type { Space } from './spaces';
import { CONFIGURATION, ENTITIES } from './tokens';

const IDLE_MS = 5 * 60_000;

interface Held {
  readonly space: Space;
  readonly source: Promise<DataSource>;
  users: number;
  lastUsed: number;
}

/** One pool a space, opened when it is first needed and closed when nobody came for five minutes. */
@Injectable()
export class SpaceConnections implements OnApplicationShutdown {
  private readonly held = new Map<string, Held>();
  private readonly sweep: NodeJS.Timeout;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(ENTITIES) private readonly entities: MixedList<new () => object>,
  ) {
    this.sweep = setInterval(() => void this.closeIdle(), 60_000);
    this.sweep.unref();
  }

  /** What `work` gives, with the space's connections kept open for as long as it runs. Only the unit of work calls this. */
  async use<T>(space: Space, work: (source: DataSource) => Promise<T>): Promise<T> {
    const held = this.hold(space);
    held.users++;
    try {
      return await work(await held.source);
    } finally {
      held.users--;
      held.lastUsed = Date.now();
    }
  }

  /** Spaces in which something was done during the last minutes. */
  inUse(): readonly Space[] {
    return [...this.held.values()].map(({ space }) => space);
  }

  isOpen(space: Space): boolean {
    return this.held.has(space.database);
  }

  /** Closes what nobody uses just now. */
  async closeUnused({ database }: Space): Promise<void> {
    const held = this.held.get(database);
    if (!held || held.users > 0) return;
    this.held.delete(database);
    await held.source.then((source) => source.destroy()).catch(() => undefined);
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
    const held: Held = { space, source: this.open(space), users: 0, lastUsed: Date.now() };
    this.held.set(space.database, held);
    // The next request tries again.
    held.source.catch(() => this.held.delete(space.database));
    return held;
  }

  private async open(space: Space): Promise<DataSource> {
    const { databaseUrl, trainingDatabaseUrl } = this.configuration;
    const base = space.kind === 'training' ? trainingDatabaseUrl : databaseUrl;
    if (!base) throw new Refusal('unavailable');
    const url = new URL(base);
    url.pathname = `/${space.database}`;
    return new DataSource({
      type: 'postgres',
      url: url.href,
      entities: this.entities,
      namingStrategy: new SnakeNames(),
      installExtensions: false,
      synchronize: false,
      migrationsRun: false,
      logging: false,
      extra: {
        Client: PreparingClient,
        max: space.kind === 'live' ? 20 : 5,
        idleTimeoutMillis: 30_000,
        connectionTimeoutMillis: 5_000,
      },
    }).initialize();
  }

  private async closeIdle(): Promise<void> {
    for (const { space, lastUsed } of this.held.values())
      if (Date.now() - lastUsed >= IDLE_MS) await this.closeUnused(space);
  }
}
