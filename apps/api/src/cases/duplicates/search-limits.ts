import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import { BeforeActs } from '../../platform/unit/before-acts';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';

const SEARCHES: RateLimit = { counted: 'look-alikes', most: 120, minutes: 10 };

/** Apart from the looks of a page that is typed into: a child who is there now waits for no limit of theirs. */
const OPENINGS: RateLimit = { counted: 'openings', most: 120, minutes: 10 };

/** What looks for look-alikes, and is counted before it begins. */
const LIMITS = [
  ['case-file.open', OPENINGS],
  ['case-file.duplicates', SEARCHES],
  ['case-file.change-child', SEARCHES],
] as const satisfies readonly (readonly [ActName, RateLimit])[];

/** How many looks for look-alikes an account has: enough for a day's typing, too few to go through a list of names. */
@Injectable()
export class SearchLimits implements OnModuleInit {
  constructor(
    private readonly limits: RateLimits,
    private readonly before: BeforeActs,
  ) {}

  /** Counted in a transaction of its own: the lock under which it is counted is gone when the look begins. */
  onModuleInit(): void {
    for (const [type, limit] of LIMITS)
      this.before.register(type, { type, purpose: 'care', idempotent: false, isUnrecorded: true }, () =>
        this.limits.passForAccount(limit, 'too-many'),
      );
  }
}
