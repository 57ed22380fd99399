import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { SpaceConnections } from '../../platform/spaces/space-connections';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { asSuperuser, cloneDatabase, onDatabase, testDatabase } from '../../testing/database/test-database';
import type { TestService } from '../../testing/test-service';
import { CheckRecord } from '../../fsck/checks/check-record';
import type { Pinned, RecordReport } from '../../fsck/record-fault';
import { LedgerConnections } from '../ledger-connections';
import { Sequencer } from '../sequencing/sequencer';
import { type SignResult, Signer } from '../signing/signer';

/** The record of a test's service, kept step by step. */
export class TestRecord {
  private constructor(
    private readonly service: TestService,
    readonly space: Space,
  ) {}

  static async openRecord(service: TestService, key: string | null = null): Promise<TestRecord> {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error('no space');
    return new TestRecord(service, space);
  }

  /** Writes this many events that say nothing. */
  async writeEvents(events: number): Promise<void> {
    await this.asSeed(async (unit) => {
      for (let i = 0; i < events; i++)
        await unit.recordEvent({ type: 'team.read', payload: { number: i, id: randomUUID() } });
    });
  }

  sequence(): Promise<{ readonly leaves: number; readonly unreadable: number }> {
    return this.service.app.get(Sequencer).sequence(this.space);
  }

  sign(): Promise<SignResult> {
    return this.service.app.get(Signer).sign(this.space);
  }

  /** Gives waiting events their places and signs; the note. */
  async keepRecord(): Promise<string> {
    await this.sequence();
    const signed = await this.sign();
    if (signed.kind !== 'signed') throw new Error(`not signed: ${JSON.stringify(signed)}`);
    return signed.note;
  }

  /**
   * The same space in a copy of its database as it is now: what a backup holds. The signer's memory is the same, since it is not
   * in the database.
   */
  async copy(): Promise<TestRecord> {
    // A database that somebody is in can't be copied.
    await this.service.app.get(SpaceConnections).onApplicationShutdown();
    await this.service.app.get(LedgerConnections).closeAll();
    return new TestRecord(this.service, {
      ...this.space,
      database: await cloneDatabase(this.space.database, 'repere_app'),
    });
  }

  /** Rows past all barriers. */
  query<R extends object>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return asSuperuser(this.space.database, async (client) => (await client.query<R>(sql, parameters)).rows);
  }

  /** What `work` gives in a unit of the seeding system. */
  asSeed<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const unit = this.service.app.get(UnitOfWork);
    const act = { type: 'demo.seed', purpose: 'maintenance', idempotent: false } as const;
    return unit.runAs('system:seed', { space: this.space, correlation: randomUUID() }, act, () => work(unit));
  }

  check(pinned: readonly Pinned[] = []): Promise<RecordReport> {
    return this.service.app.get(CheckRecord).check(this.space, pinned);
  }

  /**
   * What the check finds after these statements of whoever owns the server: no trigger, foreign key or policy holds them. All of it is
   * undone afterwards. No table is locked for it, so that what runs by the clock meanwhile waits for nothing.
   */
  async afterAttack(
    attack: (manager: EntityManager) => Promise<unknown>,
    pinned: readonly Pinned[] = [],
  ): Promise<RecordReport> {
    const url = onDatabase(testDatabase().superuserUrl, this.space.database);
    const source = await new DataSource({ type: 'postgres', url }).initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query('SET LOCAL session_replication_role = replica');
      await attack(runner.manager);
      return await this.service.app.get(CheckRecord).checkWithin(this.space, runner.manager, pinned);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
      await source.destroy();
    }
  }
}
