import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { may, type AccountRole } from '@repere/access';
import { principalOf } from '../../../platform/unit/principal';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountChangesService } from '../administration/changes/account-changes.service';
import { AccountsRepository, changedMeanwhile, sameSet } from '../administration/accounts.repository';
import { HeldCasesOfAccount } from '../administration/held-cases';
import { PROVEN_MINUTES } from '../administration/administrator';
import { AccountEntity } from '../../entities/accounts/account.entity';
import { RightsReviewEntity } from '../../entities/accounts/rights-review.entity';
import { TeamMemberEntity } from '../../entities/accounts/team-member.entity';
import { RightsDueQuery } from './rights-due.query';
import { StepUp } from '../../factors/second-step/step-up';
import type { RightsDueDto, RightsReviewDto } from './rights-review.dto';

/** Once a year somebody says that an account still needs what it may. By machine time. */
@Injectable()
export class RightsReviewService {
  constructor(
    @InjectRepository(AccountEntity) private readonly accountRows: Repository<AccountEntity>,
    @InjectRepository(TeamMemberEntity) private readonly members: Repository<TeamMemberEntity>,
    @InjectRepository(RightsReviewEntity) private readonly reviews: Repository<RightsReviewEntity>,
    private readonly query: RightsDueQuery,
    private readonly unit: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly held: HeldCasesOfAccount,
    private readonly changes: AccountChangesService,
    private readonly stepUp: StepUp,
  ) {}

  /** What is due within thirty days: all of it for an administrator, members of her teams for a supervisor; never oneself. */
  async due(): Promise<readonly RightsDueDto[]> {
    const { account } = this.unit;
    const teams = this.reviewedTeams();
    const found = await this.query.listDueReviews(account.id, teams);
    return found.map(({ due, last_at, last_by, ...row }) => ({
      ...row,
      dueAt: due.toISOString(),
      lastReviewed: last_at && last_by ? { at: last_at.toISOString(), by: last_by } : null,
    }));
  }

  /**
   * Confirmed: another year. Withdrawn: by an administrator the account is closed, by a supervisor it leaves her teams.
   * Refused when roles or teams aren't those that the reviewer saw.
   */
  async review(accountId: string, { verdict, roles, teamIds }: RightsReviewDto): Promise<void> {
    const { account: reader } = this.unit;
    const teams = this.reviewedTeams();
    if (verdict === 'withdrawn') this.stepUp.require(PROVEN_MINUTES);
    const account = await this.accounts.lock(accountId);
    const isOfTeam = teams === null || account.teamIds.some((team) => teams.includes(team));
    if (!isOfTeam) throw new Refusal('not-found');
    if (reader.id === accountId) throw notOneself();
    if (!sameSet(roles, account.roles) || !sameSet(teamIds, account.teamIds)) throw changedMeanwhile();
    if (verdict === 'withdrawn') await this.withdraw(accountId, account, teams);
    else await this.accountRows.update(accountId, { rightsConfirmedAt: () => 'now()' });
    await this.reviews.insert({
      ...{ id: randomUUID(), accountId, verdict, roles: account.roles, teamIds: account.teamIds },
      reviewedBy: reader.id,
    });
    this.unit.notes({ verdict, roles: account.roles, teams: account.teamIds });
  }

  private async withdraw(
    accountId: string,
    { roles, teamIds }: { readonly roles: readonly AccountRole[]; readonly teamIds: readonly string[] },
    teams: readonly string[] | null,
  ): Promise<void> {
    const { account: reader } = this.unit;
    if (teams === null) {
      if (roles.includes('administrator')) await this.accounts.keepAnAdministrator(accountId);
      return this.changes.closeAccount(accountId);
    }
    const left = teamIds.filter((team) => teams.includes(team));
    await this.held.demandHandover(accountId, left);
    await this.held.endHeldCases(accountId, left, reader.id);
    await this.members.delete({ accountId, teamId: Any(left) });
  }

  /** `null`: every account; else members of these teams. Refuses who reviews nobody. */
  private reviewedTeams(): readonly string[] | null {
    const { account } = this.unit;
    const principal = principalOf(account);
    const verdict = may(principal, 'manage-accounts', { kind: 'service' });
    if (verdict.yes) return null;
    const teams = account.teams
      .map(({ id }) => id)
      .filter((teamId) => may(principal, 'plan-cover', { kind: 'team', teamId }).yes);
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return teams;
  }
}

const notOneself = (): Refusal =>
  new Refusal('not-allowed', {
    reasons: [
      {
        code: 'own-account',
        text: {
          fr: 'Personne ne confirme ses propres droits. Demandez à une autre personne.',
          en: 'Nobody confirms their own rights. Ask somebody else.',
        },
      },
    ],
  });
