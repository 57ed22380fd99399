import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import { BeforeActs } from '../../platform/before-acts';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { LookAlikesQuery } from './look-alikes.query';

const PER_WINDOW = 120;

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
    private readonly query: LookAlikesQuery,
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
    const { account } = this.unit;
    const { tries, wait } = await this.query.tries(account.id);
    if (tries >= most) throw new Refusal('too-many', { retryAfter: Math.max(wait ?? 1, 1) });
    await this.query.countTry(account.id);
  }
}
