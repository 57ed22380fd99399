import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import { BeforeActs } from '../../platform/before-acts';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

const TRIES: RateLimit = { counted: 'look-alikes', most: 120, minutes: 10 };

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
    private readonly limits: RateLimits,
    private readonly secrecy: Secrecy,
    private readonly before: BeforeActs,
  ) {}

  /** Counted in a transaction of its own: the lock under which it is counted is gone when the look begins. */
  onModuleInit(): void {
    for (const type of LOOKS)
      this.before.register(type, { type, purpose: 'care', idempotent: false, isUnrecorded: true }, () =>
        this.count(),
      );
  }

  /** Counts one more; `too-many` beyond the limit. */
  private count(): Promise<void> {
    const key = this.secrecy.blindToken('account', this.unit.account.id);
    return this.limits.pass([{ ...TRIES, key }], 'too-many');
  }
}
