import { Injectable } from '@nestjs/common';
import { checkpointText, toHex } from '@repere/ledger';
import { randomUUID } from 'node:crypto';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LedgerConnections } from '../ledger-connections';
import { Sequencer } from '../sequencing/sequencer';
import { treeSize } from '../tree/read-tree';
import { findCheckpoint, findEpoch } from './epochs.query';
import { rootAt } from './sign-checkpoint';
import { EMPTY, isSignedBy, Signer, newOrigin, waitUntilAlone } from './signer';
import { readKeyFile } from './signer-keys';
import { fieldsOfTerm, findTerm, insertTerm, newTerm, type SignerTerm } from './terms.query';

const ACT = { type: 'ledger.epoch-began', purpose: 'maintenance', idempotent: false } as const;

/**
 * What follows a restore from a backup: the log goes on from what the backup held, under a new origin, and says so itself. An
 * event commits to the reason and to the last checkpoint that was ever published, and no checkpoint of the new origin is
 * without it: whoever pinned an earlier one sees a restore, with what it lost, and no fork. Whoever signed until then has no right to any
 * more.
 */
@Injectable()
export class BeginEpoch {
  constructor(
    private readonly signer: Signer,
    private readonly sequencer: Sequencer,
    private readonly connections: LedgerConnections,
    private readonly units: UnitOfWork,
  ) {}

  /** The new origin. After a restore only on the machine where the signer remembers what it signed last. */
  async beginEpoch(space: Space, reason: string): Promise<string> {
    const previous = await this.lastPublished(space);
    if (previous === null)
      throw new Error('Nothing was ever signed here: there is nothing to begin anew after.');
    return this.goOnAfter(space, reason, previous);
  }

  /** The same where a signer that has gone may have signed nothing yet. */
  async beginWithoutMemory(space: Space, reason: string): Promise<string> {
    const epoch = await this.connections.transaction(space, findEpoch);
    const nothing = checkpointText({
      origin: epoch?.origin ?? '-',
      size: 0,
      root: Buffer.from(EMPTY.root, 'hex'),
    });
    return this.goOnAfter(space, reason, (await this.lastPublished(space)) ?? nothing);
  }

  /** The term of whoever takes over now: behind that of the database, and behind what this signer remembers. */
  async nextTerm(space: Space): Promise<SignerTerm> {
    const present = await this.connections.transaction(space, findTerm);
    const remembered = this.signer.memory.findLastSigned(space.id)?.term;
    return newTerm(Math.max(present?.number ?? 1, remembered?.number ?? 1));
  }

  private async goOnAfter(space: Space, reason: string, previous: string): Promise<string> {
    const origin = newOrigin(space);
    const term = await this.nextTerm(space);
    const { seq } = await this.units.runAs('system:signer', { space, correlation: randomUUID() }, ACT, () =>
      this.units.recordEvent({
        type: ACT.type,
        payload: { origin, reason, previous, ...fieldsOfTerm(term) },
      }),
    );
    const { size, root } = await this.sizeWith(space, seq);
    await this.connections.transaction(space, async (rows) => {
      await waitUntilAlone(rows);
      await rows(
        `INSERT INTO ledger_epoch (number, origin, began_at, event_seq, previous, reason)
         SELECT coalesce(max(number), 1) + 1, $1, now(), $2, $3, $4 FROM ledger_epoch`,
        [origin, seq, previous, reason],
      );
      await insertTerm(rows, term, seq);
      // Killed before COMMIT, it signs nothing until this was done once more.
      this.signer.memory.keepLastSigned(space.id, { origin, size, root, before: previous, term });
    });
    return origin;
  }

  /**
   * The signer's memory first: it is what was shown to others, whatever the restored tables say. Unless what they have is ours and behind
   * it: then another signed meanwhile.
   */
  private async lastPublished(space: Space): Promise<string | null> {
    const last = this.signer.memory.findLastSigned(space.id);
    const remembered = last?.note ?? last?.before ?? null;
    return this.connections.transaction(space, async (rows) => {
      const kept = await findCheckpoint(rows);
      if (!last || remembered === null || !kept) return remembered ?? kept?.note ?? null;
      const isOurs = isSignedBy(readKeyFile(this.signer.keyFile), kept.note);
      const [knows] = await rows(`SELECT 1 FROM ledger_epoch WHERE origin = $1`, [last.origin]);
      const isLater = kept.origin === last.origin ? kept.size > last.size : knows !== undefined;
      return isOurs && isLater ? kept.note : remembered;
    });
  }

  /** Size and root of the log once it holds this event; another process may be giving it its place. */
  async sizeWith(space: Space, seq: string): Promise<{ readonly size: number; readonly root: string }> {
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
    throw new Error('The event that tells of it got no place in the log within ten seconds. Try again.');
  }
}
