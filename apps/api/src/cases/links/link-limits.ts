import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BeforeActs } from '../../platform/unit/before-acts';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';

/** Enough for every brother and sister of a night, too few to try references at random. */
const ASKED: RateLimit = { counted: 'case-links', most: 40, minutes: 60 };

/** How many ties an account asks for: each is told to people of another case. */
@Injectable()
export class LinkLimits implements OnModuleInit {
  constructor(
    private readonly limits: RateLimits,
    private readonly before: BeforeActs,
  ) {}

  onModuleInit(): void {
    this.before.register(
      'case-link.ask',
      { type: 'case-link.ask', purpose: 'care', idempotent: false, isUnrecorded: true },
      () => this.limits.passForAccount(ASKED, 'too-many'),
    );
  }
}
