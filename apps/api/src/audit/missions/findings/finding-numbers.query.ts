import { Injectable } from '@nestjs/common';
import { command, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

/** Numbers of a mission's findings: given one after the other, from 1. */
@Injectable()
export class FindingNumbersQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The next one; nobody else gets one of this mission until the transaction ends. */
  async next(missionId: string): Promise<number> {
    const { manager } = this.unit;
    await LOCK(manager, [missionId]);
    return (await NEXT.first(manager, [missionId]))?.next ?? 1;
  }
}

const LOCK = command(`SELECT pg_advisory_xact_lock(hashtext('finding ' || $1))`);

const NEXT = rows<{ readonly next: number }>({ next: 'integer' }).from(
  `SELECT count(*)::int + 1 AS next FROM mission_finding WHERE mission_id = $1`,
);
