import { Injectable } from '@nestjs/common';
import { toHex } from '@repere/ledger';
import { randomUUID } from 'node:crypto';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LedgerConnections } from '../ledger-connections';
import { Sequencer } from '../sequencing/sequencer';
import { treeSize } from '../tree/read-tree';
import { findCheckpoint } from './epochs.query';
import { rootAt } from './sign-checkpoint';
import { Signer, newOrigin } from './signer';

const ACT = { type: 'ledger.epoch-began', purpose: 'maintenance', idempotent: false } as const;

/**
 * What follows a restore from a backup: the log goes on from what the backup held, under a new origin, and says so itself. An
 * event commits to the reason and to the last checkpoint that was ever published, and no checkpoint of the new origin is
 * without it: whoever pinned an earlier one sees a restore, with what it lost, and no fork.
 */
@Injectable()
export class BeginEpoch {
  constructor(
    private readonly signer: Signer,
    private readonly sequencer: Sequencer,
    private readonly connections: LedgerConnections,
    private readonly units: UnitOfWork,
  ) {}

  /** The new origin. Only on the machine where the signer remembers what it signed last. */
  async beginEpoch(space: Space, reason: string): Promise<string> {
    const previous = await this.lastPublished(space);
    if (previous === null)
      throw new Error('Nothing was ever signed here: there is nothing to begin anew after.');
    const origin = newOrigin(space);
    const { seq } = await this.units.runAs('system:signer', { space, correlation: randomUUID() }, ACT, () =>
      this.units.recordEvent({ type: ACT.type, payload: { origin, reason, previous } }),
    );
    await this.connections.transaction(space, (rows) =>
      rows(
        `INSERT INTO ledger_epoch (number, origin, began_at, event_seq, previous, reason)
         SELECT coalesce(max(number), 1) + 1, $1, now(), $2, $3, $4 FROM ledger_epoch`,
        [origin, seq, previous, reason],
      ),
    );
    const { size, root } = await this.sizeWith(space, seq);
    this.signer.memory.keepLastSigned(space.id, { origin, size, root, before: previous });
    return origin;
  }

  /** The signer's memory first: it is what was shown to others, whatever the restored tables say. */
  private async lastPublished(space: Space): Promise<string | null> {
    const { note, before } = this.signer.memory.findLastSigned(space.id) ?? {};
    const remembered = note ?? before;
    if (remembered !== undefined) return remembered;
    const kept = await this.connections.transaction(space, (rows) => findCheckpoint(rows));
    return kept?.note ?? null;
  }

  /** Size and root of the log once it holds this event; another process may be giving it its place. */
  private async sizeWith(
    space: Space,
    seq: string,
  ): Promise<{ readonly size: number; readonly root: string }> {
    for (let attempt = 0; attempt < 100; attempt++) {
      await this.sequencer.sequence(space);
      const found = await this.connections.transaction(space, async (rows) => {
        const [leaf] = await rows(`SELECT 1 FROM ledger_leaf WHERE seq = $1`, [seq]);
        if (!leaf) return null;
        const size = await treeSize(rows);
        return { size, root: toHex(await rootAt(rows, size)) };
      });
      if (found) return found;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('The event of the new epoch got no place in the log within ten seconds. Try again.');
  }
}
