import { Injectable } from '@nestjs/common';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../platform/unit/principal';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** Who sees the lists of privacy: retention, holds, erasures, requests for access. */
@Injectable()
export class PrivacyScope {
  constructor(private readonly unit: UnitOfWork) {}

  /** Teams whose lists this account sees; `not-allowed` without one. */
  teamIds(): readonly string[] {
    const principal = principalOf(this.unit.account);
    const seen = teamsWhere(principal, 'see-privacy');
    if (seen.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('see-privacy')] });
    return seen;
  }
}
