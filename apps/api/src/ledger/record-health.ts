import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { readQueuedEntry } from './leaf-text';
import { Keepings } from './keepings';
import { machineNow } from '../platform/clocks';

export const RECORD_STATES = [
  'kept',
  'behind',
  'failing',
  'rolled-back',
  'forked',
  'other-origin',
  'broken-tree',
  'other-keys',
  'no-memory',
  'signed-elsewhere',
  'taken-over',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

const BEHIND_MS = 10_000;

/**
 * How the record of the unit's space does. The service goes on whatever it says: events are safe in the database before anything is
 * shown or changed, and a child must not wait for a signature.
 */
@Injectable()
export class RecordHealth {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly keepings: Keepings,
  ) {}

  /** Throws when the record can't be read at all. */
  async state(): Promise<RecordState> {
    const keeping = this.keepings.findKeeping(this.unit.space.database);
    if (keeping?.kind === 'refused') return keeping.why;
    const [oldest]: { entry: string }[] = await this.unit.manager.query(
      `SELECT e.entry FROM ledger_queue q JOIN ledger_event e ON e.seq = q.seq ORDER BY q.seq LIMIT 1`,
    );
    const since = oldest ? Date.parse(readQueuedEntry(oldest.entry)?.time ?? '') : Number.NaN;
    if (machineNow() - since > BEHIND_MS) return 'behind';
    return keeping?.kind === 'failing' ? 'failing' : 'kept';
  }
}
