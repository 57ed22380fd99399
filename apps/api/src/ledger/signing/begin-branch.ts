import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkpointText, toHex } from '@repere/ledger';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LedgerConnections } from '../ledger-connections';
import type { Rows } from '../rows';
import { Sequencer } from '../sequencing/sequencer';
import { findEpoch } from './epochs.query';
import { rootAt } from './sign-checkpoint';
import { newOrigin, Signer } from './signer';

const BRANCH = { type: 'ledger.branch-began', purpose: 'training', idempotent: false } as const;
const EPOCH = 'ledger.epoch-began';

/** What a copy of a training space has of its parent's log when it begins. */
interface Past {
  readonly size: number;
  /** 64 hex digits. */
  readonly root: string;
  readonly note: string | null;
  /** What the log was called; `null`: no signer ever knew of it. */
  readonly origin: string | null;
}

/**
 * The record of a branch: its parent's, as far as the copy has it, and from there on its own. The first thing that it says of itself
 * commits to the root of that past, and where checkpoints were signed it has another name, so that nobody takes it for its parent.
 */
@Injectable()
export class BeginBranch {
  constructor(
    private readonly connections: LedgerConnections,
    private readonly sequencer: Sequencer,
    private readonly signer: Signer,
    private readonly units: UnitOfWork,
  ) {}

  /** Gives what was done in a space its places and, where this process signs, its checkpoint: what is copied then holds both. */
  async settleRecord(space: Space): Promise<void> {
    await this.sequencer.sequence(space);
    if (this.signer.isHere) await this.signer.sign(space);
  }

  /** `parent`: key of the space that this is a copy of. */
  async beginBranch(space: Space, parent: string): Promise<void> {
    // What waited for its place when the copy was made is of the past.
    await this.sequencer.sequence(space);
    const past = await this.connections.transaction(space, (rows) => pastOf(rows));
    const origin = past.origin === null ? null : newOrigin(space);
    const reason = `branch of ${parent}`;
    const previous = past.note ?? noteless(past);
    const told = await this.units.runAs(
      'system:signer',
      { space, correlation: randomUUID() },
      BRANCH,
      async () => {
        const { size, root, note } = past;
        const branch = await this.units.recordEvent({
          type: BRANCH.type,
          payload: { parent, size, root, note },
        });
        if (origin === null) return { branch: branch.seq, epoch: null };
        const epoch = await this.units.recordEvent({ type: EPOCH, payload: { origin, reason, previous } });
        return { branch: branch.seq, epoch: epoch.seq };
      },
    );
    await this.connections.transaction(space, async (rows) => {
      await rows(
        `INSERT INTO ledger_branch (event_seq, parent, size, root, note) VALUES ($1, $2, $3, decode($4, 'hex'), $5)`,
        [told.branch, parent, past.size, past.root, past.note],
      );
      if (told.epoch !== null)
        await rows(
          `INSERT INTO ledger_epoch (number, origin, began_at, event_seq, previous, reason)
           SELECT max(number) + 1, $1, now(), $2, $3, $4 FROM ledger_epoch`,
          [origin, told.epoch, previous, reason],
        );
    });
    await this.sequencer.sequence(space);
  }
}

async function pastOf(rows: Rows): Promise<Past> {
  // Keys of a kept moment are turned over like any other: its record says so at its end, and its parent's knows nothing of that.
  const [last] = await rows<{ readonly size: string }>(
    `SELECT l.leaf + 1 AS size FROM ledger_leaf l JOIN ledger_event e ON e.seq = l.seq
      WHERE e.entry::jsonb ->> 'type' !~ '^(keys|index|credentials)[.]' ORDER BY l.leaf DESC LIMIT 1`,
  );
  const size = Number(last?.size ?? 0);
  const epoch = await findEpoch(rows);
  // Of whatever name: that of a branch may have signed nothing yet.
  const [newest] = await rows<{ readonly note: string }>(
    `SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`,
  );
  const root = toHex(await rootAt(rows, size));
  return { size, root, note: newest?.note ?? null, origin: epoch?.origin ?? null };
}

/** What would have been signed. */
const noteless = ({ origin, size, root }: Past): string =>
  checkpointText({ origin: origin ?? '-', size, root: Buffer.from(root, 'hex') });
