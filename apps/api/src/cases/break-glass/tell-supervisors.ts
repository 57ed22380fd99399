import { Injectable } from '@nestjs/common';
import { barOf } from '@repere/access';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { CaseRow } from '../case-row';

/**
 * Tells the supervisors of a case at once that something waits for them, who stands in for one and who is on duty included.
 * The mail says nothing of what or whom.
 */
@Injectable()
export class TellSupervisors {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
  ) {}

  /** Not whoever opened it, and nobody for whom the case is not there. */
  async tell(row: CaseRow): Promise<void> {
    const supervisors: { id: string }[] = await this.unit.manager.query(
      `WITH of_team AS (
         SELECT a.id FROM account a JOIN team_member m ON m.account_id = a.id
          WHERE m.team_id = $1 AND 'supervisor' = ANY (a.roles) AND a.disabled_at IS NULL)
       SELECT a.id FROM account a
        WHERE 'supervisor' = ANY (a.roles) AND a.disabled_at IS NULL AND a.id <> $2
          AND (a.id IN (SELECT id FROM of_team)
            OR a.id IN (SELECT s.substitute_id FROM substitution s JOIN of_team ON of_team.id = s.absent_id
                         WHERE $1 = ANY (s.team_ids) AND s.ended_at IS NULL AND s.from_at <= $3 AND s.until_at > $3)
            OR a.id IN (SELECT account_id FROM duty
                         WHERE team_id = $1 AND ended_at IS NULL AND from_at <= $3 AND until_at > $3))`,
      [row.teamId, this.unit.account.id, new Date(this.unit.now())],
    );
    for (const { id } of supervisors) {
      const asker = { id, roles: ['supervisor'], teamIds: [row.teamId] } as const;
      if (barOf(asker, row) === null) await this.mails.add('emergency-access', id);
    }
  }
}
