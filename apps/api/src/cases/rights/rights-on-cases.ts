import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Principal, isInCharge, may } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { type CaseRights, NeededRights, type PartOfCase } from '../../platform/routes/needed-rights';
import type { CaseNeed } from '../../platform/routes/route-needs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import type { CaseRow } from '../reading/case-row';
import { resourceOf } from '../reading/loaded-case';

/** Asks for the right on a case that a route needs, before its handler works. */
@Injectable()
export class RightsOnCases implements CaseRights, OnModuleInit {
  constructor(
    private readonly needed: NeededRights,
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  onModuleInit(): void {
    this.needed.register(this);
  }

  async demand(caseFileId: string, need: CaseNeed, isWrite: boolean, part: PartOfCase): Promise<void> {
    if (need === 'see') await this.reader.need(caseFileId, 'see');
    else if (need === 'see-access-log') {
      const row = await this.reader.need(caseFileId, 'read');
      if (!maySeeAccessLog(principalOf(this.unit.account), row)) throw new Refusal('not-found');
    } else await this.reader.need(caseFileId, need, { isLocked: isWrite && need !== 'read', part });
  }
}

/** Who looked is for who is in charge and who examines; to others it isn't there. */
export function maySeeAccessLog(principal: Principal, row: CaseRow): boolean {
  const resource = resourceOf(row);
  return isInCharge(principal, resource) || may(principal, 'audit', resource).yes;
}
