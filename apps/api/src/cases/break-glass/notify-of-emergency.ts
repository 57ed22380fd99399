import { Injectable } from '@nestjs/common';
import { barOf } from '@repere/access';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { CaseRow } from '../case-row';

/**
 * Mails at once who must know that a case was opened in an emergency: its supervisors, who stands in for one and who is on duty
 * included, and of a restricted case its whole circle. The mail says nothing of what or whom.
 */
@Injectable()
export class NotifyOfEmergency {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
  ) {}

  /** Not whoever opened it, and nobody for whom the case is not there. */
  async notifyOf(row: CaseRow): Promise<void> {
    const reviewers = (await this.supervisors(row)).filter(
      (id) => barOf({ id, roles: ['supervisor'], teamIds: [row.teamId] }, row) === null,
    );
    for (const id of reviewers) await this.mails.add('emergency-access', id);
    const told = new Set([...reviewers, ...row.recusedIds]);
    for (const id of await this.circle(row)) if (!told.has(id)) await this.mails.add('circle-told', id);
  }

  private async supervisors({ teamId }: CaseRow): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.unit.manager.query(
      `WITH of_team AS (
         SELECT a.id FROM account a JOIN team_member m ON m.account_id = a.id
          WHERE m.team_id = $1 AND 'supervisor' = ANY (a.roles) AND account_is_open(a))
       SELECT a.id FROM account a
        WHERE 'supervisor' = ANY (a.roles) AND account_is_open(a) AND a.id <> $2
          AND (a.id IN (SELECT id FROM of_team)
            OR a.id IN (SELECT s.substitute_id FROM substitution s JOIN of_team ON of_team.id = s.absent_id
                         WHERE $1 = ANY (s.team_ids) AND s.ended_at IS NULL AND s.from_at <= $3 AND s.until_at > $3)
            OR a.id IN (SELECT account_id FROM duty
                         WHERE team_id = $1 AND ended_at IS NULL AND from_at <= $3 AND until_at > $3))`,
      [teamId, this.unit.account.id, new Date(this.unit.now())],
    );
    return rows.map(({ id }) => id);
  }

  private async circle({ circle }: CaseRow): Promise<readonly string[]> {
    if (circle === null) return [];
    const rows: { id: string }[] = await this.unit.manager.query(
      `SELECT a.id FROM account a WHERE a.id = ANY ($1::uuid[]) AND account_is_open(a) AND a.id <> $2`,
      [circle, this.unit.account.id],
    );
    return rows.map(({ id }) => id);
  }
}
