import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import { OpenAccountsQuery } from '../reading/open-accounts.query';
import { SUPERVISORS } from './supervisors.query';

/**
 * Mails at once who must know that a case was opened in an emergency: its supervisors, who stands in for one and who is on duty
 * included, and of a restricted case its whole circle. The mail says nothing of what or whom.
 */
@Injectable()
export class NotifyOfEmergency {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: OpenAccountsQuery,
    private readonly mails: AccountMails,
  ) {}

  /** Not whoever opened it, and nobody for whom the case is not there. */
  async notifyOf(row: CaseRow): Promise<void> {
    const reviewers = await this.supervisors(row);
    for (const id of reviewers) await this.mails.addMail('emergency-access', id);
    const told = new Set([...reviewers, ...row.recusedIds]);
    for (const id of await this.circle(row)) if (!told.has(id)) await this.mails.addMail('circle-told', id);
  }

  /** Read by the system: the case is not there yet for whoever opens it. */
  private async supervisors({ id: caseFileId }: CaseRow): Promise<readonly string[]> {
    const found = await this.unit.asSystem('system:record', () =>
      SUPERVISORS.readRows(this.unit.manager, [caseFileId, this.unit.account.id]),
    );
    return found.map(({ id }) => id);
  }

  private async circle({ circle }: CaseRow): Promise<readonly string[]> {
    if (circle === null) return [];
    const open = await this.accounts.listAccounts(circle);
    return open.flatMap(({ id }) => (id === this.unit.account.id ? [] : [id]));
  }
}
