import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../../access/accounts/mail/account-mails';
import { Refusal } from '../../../platform/refusals/refusal';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { type GatheredLine, LineSheet } from '../gathered-line';
import { RecordedChanges } from './recorded-changes.query';
import { words } from '../../../platform/answers/words';
import { findMember, type StaffLine } from './staff-section.query';
import { STAFF_TOPICS } from './staff-topics';

/** Gathers what is kept of somebody who works here; never the content of a case, nor a secret by which they come in. */
@Injectable()
export class GatherStaff {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly changes: RecordedChanges,
    private readonly mails: AccountMails,
  ) {}

  /** `not-found` outside these teams. Whoever is gathered gets word of it by mail: it may be somebody else who asks. */
  async gatherStaff(
    accountId: string,
    teamIds: readonly string[],
  ): Promise<{ readonly teamId: string; readonly name: string; readonly lines: readonly GatheredLine[] }> {
    const known = await findMember(this.unit.manager, accountId, teamIds);
    if (!known) throw new Refusal('not-found');
    const lines = await this.unit.asSystem('system:record', () => this.lines(accountId));
    if (accountId !== this.unit.account.id) await this.mails.addMail('data-gathered', accountId);
    return { ...known, lines };
  }

  private async lines(accountId: string): Promise<readonly GatheredLine[]> {
    const { manager } = this.unit;
    const key = await this.secrecy.spaceKey();
    const sheet = new LineSheet();
    const add = (title: GatheredLine['section'], lines: readonly StaffLine[]): void => {
      for (const { label, text, kind = 'own' } of lines) sheet.addLine(title, label, text, kind, 'staff');
    };
    for (const { title, readLines: read } of Object.values(STAFF_TOPICS))
      add(title, await read(manager, accountId, (place, sealed) => this.secrecy.unseal(key, place, sealed)));
    add(
      words('Ce que l’administration a changé', 'What administrators changed'),
      await this.changes.listChanges(accountId, key),
    );
    return sheet.lines;
  }
}
