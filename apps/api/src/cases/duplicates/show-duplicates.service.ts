import { Injectable } from '@nestjs/common';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { FindDuplicatesService } from './find-duplicates.service';
import { SEARCH_MS } from './constant-time';
import type { ChildDto } from '../opening/child.dto';
import type { DuplicateMatchDto } from '../opening/opening.dto';

/** Look-alikes while somebody types. A likeness elsewhere shows nothing, not even that it exists. */
@Injectable()
export class ShowDuplicatesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly duplicates: FindDuplicatesService,
    private readonly names: AccountNames,
  ) {}

  async showDuplicates(sought: ChildDto): Promise<readonly DuplicateMatchDto[]> {
    const principal = principalOf(this.unit.account);
    if (teamsWhere(principal, 'open').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('open')] });
    // A likeness elsewhere must not show by the time that it took.
    const { visible, hidden } = await this.unit.inConstantTime(SEARCH_MS, () =>
      this.duplicates.findDuplicates(sought),
    );
    this.unit.notes({ hiddenMatches: hidden.length });
    const names = await this.names.readNames(visible.map(({ row }) => row.leadId));
    return visible.map(({ row, child, why }) => ({
      caseFileId: row.id,
      reference: row.reference,
      calledName: child.calledName,
      ...(child.birth !== undefined && { birth: child.birth }),
      lead: row.leadId === null ? null : (names.get(row.leadId) ?? null),
      why,
    }));
  }
}
