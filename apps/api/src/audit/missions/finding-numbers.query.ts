import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';

/** Numbers of a mission's findings: given one after the other, from 1. */
@Injectable()
export class FindingNumbersQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The next one; nobody else gets one of this mission until the transaction ends. */
  async next(missionId: string): Promise<number> {
    const { manager } = this.unit;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('finding ' || $1))`, [missionId]);
    const [row]: { next: number }[] = await manager.query(
      `SELECT count(*)::int + 1 AS next FROM mission_finding WHERE mission_id = $1`,
      [missionId],
    );
    return row?.next ?? 1;
  }
}
