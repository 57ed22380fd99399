import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';

/** How often something may be tried at a door, by whom. */
export interface DoorLimit {
  readonly door: string;
  /** Keyed hash of the login, account or address that tries. */
  readonly token: Buffer;
  readonly most: number;
  readonly minutes: number;
}

/**
 * Limits of doors that are open to anyone, counted in the database so that all processes share them; by the database
 * server's clock. The same for what exists and what does not.
 */
@Injectable()
export class DoorLimits {
  constructor(private readonly unit: UnitOfWork) {}

  /** Counts this try by each limit, or refuses with `locked`. In a unit that commits, or the try is not counted. */
  async pass(limits: readonly DoorLimit[]): Promise<void> {
    // Always in the same order: two tries at once wait for each other and never in a ring.
    for (const limit of limits.toSorted((a, b) => (a.door < b.door ? -1 : 1))) await this.count(limit);
  }

  private async count({ door, token, most, minutes }: DoorLimit): Promise<void> {
    const { manager } = this.unit;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 17))`, [
      `${door} ${token.toString('hex')}`,
    ]);
    const [row]: { wait: number | null }[] = await manager.query(
      `WITH since AS (SELECT clock_timestamp() - make_interval(mins => $3) AS at),
            last AS (SELECT at FROM door_try WHERE door = $1 AND token = $2 AND at > (SELECT at FROM since)
                      ORDER BY at DESC LIMIT $4)
       SELECT ceil(extract(epoch FROM min(at) - (SELECT at FROM since)))::int AS wait FROM last HAVING count(*) >= $4`,
      [door, token, minutes, most],
    );
    if (row) throw new Refusal('locked', { retryAfter: Math.max(row.wait ?? 1, 1) });
    // Kept no longer than they count.
    await manager.query(`DELETE FROM door_try WHERE at < clock_timestamp() - interval '1 day'`);
    await manager.query(`INSERT INTO door_try (door, token) VALUES ($1, $2)`, [door, token]);
  }
}
