import { Injectable } from '@nestjs/common';
import type { Space } from '../../platform/spaces/spaces';
import { LedgerConnections } from '../ledger-connections';
import { BATCH, sequenceBatch } from './sequence-batch';

/** Gives the events of a space their places in its log. */
@Injectable()
export class Sequencer {
  constructor(private readonly connections: LedgerConnections) {}

  /**
   * Works until no event waits any more, or another process does; gives how many leaves it added and how many events were
   * no entries.
   */
  async sequence(space: Space): Promise<{ readonly leaves: number; readonly unreadable: number }> {
    let [leaves, unreadable] = [0, 0];
    while (await this.hasWaiting(space)) {
      const batch = await this.connections.transaction(space, (rows) => sequenceBatch(rows));
      if (batch.kind === 'led-elsewhere') break;
      leaves += batch.leaves;
      unreadable += batch.unreadable;
      if (batch.leaves + batch.unreadable < BATCH) break;
    }
    return { leaves, unreadable };
  }

  /** Idle, this is all that it asks. */
  private async hasWaiting(space: Space): Promise<boolean> {
    const [row] = await this.connections.query<{ waits: boolean }>(
      space,
      `SELECT EXISTS (SELECT 1 FROM ledger_queue) AS waits`,
    );
    return row?.waits ?? false;
  }
}
