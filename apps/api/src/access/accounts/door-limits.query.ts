import { Injectable } from '@nestjs/common';
import { command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit-of-work';

/** Tries at doors, by the database server's clock as it goes on within the transaction. */
@Injectable()
export class DoorLimitsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Seconds until there may be another try; `null`: now. Others at this door with this token wait until the transaction ends. */
  async wait(door: string, token: Buffer, most: number, minutes: number): Promise<number | null> {
    const { manager } = this.unit;
    await LOCK(manager, [`${door} ${token.toString('hex')}`]);
    const row = await WAIT.first(manager, [door, token, minutes, most]);
    return row && (row.wait ?? 1);
  }

  /** Kept no longer than they count. */
  deleteOld(): Promise<void> {
    return DELETE_OLD(this.unit.manager);
  }
}

const LOCK = command(`SELECT pg_advisory_xact_lock(hashtextextended($1, 17))`);

const WAIT = rows<{ readonly wait: number | null }>({ wait: 'integer?' }).from(`
  WITH since AS (SELECT clock_timestamp() - make_interval(mins => $3) AS at),
       last AS (SELECT at FROM door_try WHERE door = $1 AND token = $2 AND at > (SELECT at FROM since)
                 ORDER BY at DESC LIMIT $4)
  SELECT ceil(extract(epoch FROM min(at) - (SELECT at FROM since)))::int AS wait FROM last HAVING count(*) >= $4`);

const DELETE_OLD = command(`DELETE FROM door_try WHERE at < clock_timestamp() - interval '1 day'`);
