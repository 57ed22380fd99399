import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { may, type AccountRole } from '@repere/access';
import type { RightsDue } from '@repere/cases';
import { askerOf } from '../../../platform/asker';
import { Refusal } from '../../../platform/refusal';
import { UnitOfWork } from '../../../platform/unit-of-work';
import { TEAMS_OF_ACCOUNT } from '../administration/account-rows';
import { AccountChangesService } from '../administration/account-changes.service';
import { AccountsRepository, changedMeanwhile, sameSet } from '../administration/accounts.repository';
import { HeldCasesOfAccount } from '../administration/held-cases';
import { PROVEN_MINUTES } from '../administration/administrator';
import { StepUp } from '../../factors/step-up';

/** What the reviewer saw, and says of it. */
export interface Review {
  readonly verdict: 'confirmed' | 'withdrawn';
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}

/** From this long before the year is over. */
const SHOWN_BEFORE = `interval '30 days'`;

/** Once a year somebody says that an account still needs what it may. By machine time. */
@Injectable()
export class RightsReviewService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly held: HeldCasesOfAccount,
    private readonly changes: AccountChangesService,
    private readonly stepUp: StepUp,
  ) {}

  /** What is due within thirty days: all of it for an administrator, members of her teams for a supervisor; never oneself. */
  async due(): Promise<readonly RightsDue[]> {
    const { account } = this.unit;
    const teams = this.reviewedTeams();
    const rows: DueRow[] = await this.unit.manager.query(
      `SELECT a.id AS "accountId", a.login, a.name, a.roles, ${TEAMS_OF_ACCOUNT} AS teams,
              a.rights_confirmed_at + interval '1 year' AS due, a.rights_confirmed_at + interval '1 year' <= now() AS "isOverdue",
              r.at AS last_at, by.name AS last_by
         FROM account a
         LEFT JOIN LATERAL (SELECT at, reviewed_by FROM rights_review WHERE account_id = a.id ORDER BY at DESC LIMIT 1) r ON true
         LEFT JOIN account by ON by.id = r.reviewed_by
        WHERE account_is_open(a) AND a.id <> $1 AND a.rights_confirmed_at + interval '1 year' <= now() + ${SHOWN_BEFORE}
          AND ($2::uuid[] IS NULL OR EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = a.id AND m.team_id = ANY ($2)))
        ORDER BY a.rights_confirmed_at, a.id LIMIT 500`,
      [account.id, teams],
    );
    return rows.map(({ due, last_at, last_by, ...row }) => ({
      ...row,
      dueAt: due.toISOString(),
      lastReviewed: last_at && last_by ? { at: last_at.toISOString(), by: last_by } : null,
    }));
  }

  /**
   * Confirmed: another year. Withdrawn: by an administrator the account is closed, by a supervisor it leaves her teams.
   * Refused when roles or teams aren't those that the reviewer saw.
   */
  async review(accountId: string, { verdict, roles, teamIds }: Review): Promise<void> {
    const { account: reader, manager } = this.unit;
    const teams = this.reviewedTeams();
    if (verdict === 'withdrawn') this.stepUp.require(PROVEN_MINUTES);
    const account = await this.accounts.lock(accountId);
    const isOfTeam = teams === null || account.teamIds.some((team) => teams.includes(team));
    if (!isOfTeam) throw new Refusal('not-found');
    if (reader.id === accountId) throw notOneself();
    if (!sameSet(roles, account.roles) || !sameSet(teamIds, account.teamIds)) throw changedMeanwhile();
    if (verdict === 'withdrawn') await this.withdraw(accountId, account, teams);
    else await manager.query(`UPDATE account SET rights_confirmed_at = now() WHERE id = $1`, [accountId]);
    await manager.query(
      `INSERT INTO rights_review (id, account_id, verdict, roles, team_ids, reviewed_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [randomUUID(), accountId, verdict, account.roles, account.teamIds, reader.id],
    );
    this.unit.notes({ verdict, roles: account.roles, teams: account.teamIds });
  }

  private async withdraw(
    accountId: string,
    { roles, teamIds }: { readonly roles: readonly AccountRole[]; readonly teamIds: readonly string[] },
    teams: readonly string[] | null,
  ): Promise<void> {
    const { manager, account: reader } = this.unit;
    if (teams === null) {
      if (roles.includes('administrator')) await this.accounts.keepAnAdministrator(accountId);
      return this.changes.close(accountId);
    }
    const left = teamIds.filter((team) => teams.includes(team));
    await this.held.demandHandover(accountId, left);
    await this.held.end(accountId, left, reader.id);
    await manager.query(`DELETE FROM team_member WHERE account_id = $1 AND team_id = ANY ($2::uuid[])`, [
      accountId,
      left,
    ]);
  }

  /** `null`: every account; else members of these teams. Refuses who reviews nobody. */
  private reviewedTeams(): readonly string[] | null {
    const { account } = this.unit;
    const asker = askerOf(account);
    const verdict = may(asker, 'manage-accounts', { kind: 'service' });
    if (verdict.yes) return null;
    const teams = account.teams
      .map(({ id }) => id)
      .filter((teamId) => may(asker, 'plan-cover', { kind: 'team', teamId }).yes);
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return teams;
  }
}

interface DueRow extends Omit<RightsDue, 'dueAt' | 'lastReviewed'> {
  readonly due: Date;
  readonly last_at: Date | null;
  readonly last_by: string | null;
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
