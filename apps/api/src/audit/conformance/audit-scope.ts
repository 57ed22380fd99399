import { mayNowhere } from '@repere/access';
import { Injectable } from '@nestjs/common';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Whose cases figures and lists are about: a supervisor's teams, the cases of an auditor's open missions. */
export interface AuditScope {
  readonly teamIds: readonly string[];
  readonly auditedIds: readonly string[];
  readonly missionIds: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

/** Finds what the reader may audit. */
@Injectable()
export class AuditScopes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
  ) {}

  /** Throws `not-allowed` to whoever audits nothing at all. What is seen in missions is recorded as seen by them. */
  async findScope(): Promise<AuditScope> {
    const teamIds = this.scopes.teamsFor('audit');
    const { auditedIds, missionIds } = await this.scopes.findScope();
    if (teamIds.length === 0 && missionIds.length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('audit')] });
    if (missionIds.length > 0) this.unit.audits(missionIds);
    const teams = this.unit.account.teams.filter(({ id }) => teamIds.includes(id));
    return { teamIds, auditedIds, missionIds, teams: teams.map(({ id, name }) => ({ id, name })) };
  }
}
