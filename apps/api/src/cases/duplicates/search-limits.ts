import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import { BeforeActs } from '../../platform/before-acts';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';

const PER_WINDOW = 120;
const WINDOW_MINUTES = 10;

/** What looks for look-alikes, and is counted before it begins. */
const LOOKS = [
  'case-file.open',
  'case-file.duplicates',
  'case-file.change-child',
] as const satisfies readonly ActName[];

/** How many looks for look-alikes an account has: enough for a day's typing, too few to go through a list of names. */
@Injectable()
export class SearchLimits implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly before: BeforeActs,
  ) {}

  /** Counted in a transaction of its own: the lock under which it is counted is gone when the look begins. */
  onModuleInit(): void {
    for (const type of LOOKS)
      this.before.register(type, { type, purpose: 'care', idempotent: false, isUnrecorded: true }, () =>
        this.count(),
      );
  }

  /** Counts one more; `too-many` beyond the limit. Machine time. `most`: fewer for what gives more away. */
  async count(most: number = PER_WINDOW): Promise<void> {
    const { manager, account } = this.unit;
    // One after another of an account: a hundred at the same moment are counted like a hundred in a row.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 26))`, [account.id]);
    const [row]: { tries: number; wait: number | null }[] = await manager.query(
      `SELECT count(*)::int AS tries,
              ceil(extract(epoch FROM min(at) + make_interval(mins => ${String(WINDOW_MINUTES)}) - clock_timestamp()))::int AS wait
         FROM duplicate_search WHERE account_id = $1 AND at > clock_timestamp() - make_interval(mins => ${String(WINDOW_MINUTES)})`,
      [account.id],
    );
    if (row && row.tries >= most) throw new Refusal('too-many', { retryAfter: Math.max(row.wait ?? 1, 1) });
    await manager.query(`INSERT INTO duplicate_search (account_id) VALUES ($1)`, [account.id]);
  }
}
