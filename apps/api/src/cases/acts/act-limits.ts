import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import { BeforeActs } from '../../platform/unit/around/before-acts';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';

const SEARCHES: RateLimit = { counted: 'look-alikes', most: 120, minutes: 10 };

/** Apart from the looks of a page that is typed into: a child who is there now waits for no limit of theirs. */
const OPENINGS: RateLimit = { counted: 'openings', most: 120, minutes: 10 };

/** Enough for every brother and sister of a night, too few to try references at random. */
const TIES: RateLimit = { counted: 'case-links', most: 40, minutes: 60 };

/** What looks for look-alikes or for a tie, and is counted before it begins. */
const LIMITS = [
  ['case-file.open', OPENINGS],
  ['case-file.duplicates', SEARCHES],
  ['case-file.change-child', SEARCHES],
  ['case-link.ask', TIES],
] as const satisfies readonly (readonly [ActName, RateLimit])[];

/** How often an account may look for a child by name or reference: enough for a day's typing, too few to go through a list. */
@Injectable()
export class ActLimits implements OnModuleInit {
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
