import { Injectable } from '@nestjs/common';
import { AccountNames } from '../../cases/reading/account-names';
import { Qualifications } from '../../cases/qualification/qualifications';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { CaseSummariesQuery } from '../../cases/search/case-summaries.query';
import { REDACTED } from '../../cases/disclosure/redacted-classes';
import { same } from '../../cases/words/show-value';
import { Mailer } from '../../platform/mail/mailer';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { DIGEST_SQL, USUAL_HOUR } from '../digest.query';
import { REMINDER_CHANGES } from '../reminders.query';
import { INBOX_SQL, type InboxRow } from './inbox.query';
import type { DigestChoiceDto, InboxItemDto, RemindersDto } from './reminders.dto';

/** What somebody was told of and is still due: the same in the page as in mails, with the words that mails do not have. */
@Injectable()
export class InboxService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly summaries: CaseSummariesQuery,
    private readonly names: AccountNames,
    private readonly registry: ProtocolRegistry,
    private readonly mailer: Mailer,
    private readonly qualifications: Qualifications,
  ) {}

  async showInbox(): Promise<RemindersDto> {
    const { manager, account } = this.unit;
    const found = await INBOX_SQL.list.readRows(manager, [account.id]);
    const items = await this.items(found);
    this.unit.shows([...new Set(items.map(({ caseFileId }) => caseFileId))]);
    const digest = await DIGEST_SQL.last.first(manager, [account.id]);
    const choice = await DIGEST_SQL.choice.first(manager, [account.id]);
    const renewals = await this.qualifications.listOwnRenewals((await this.registry.readPublished()).inForce);
    const address = await INBOX_SQL.hasAddress.first(manager, [account.id]);
    const needs = await INBOX_SQL.needs.first(manager, [account.id]);
    return {
      items,
      needs: needs?.count ?? 0,
      more: (found[0]?.total ?? 0) - found.length,
      digest: digest && { ...digest, madeAt: digest.madeAt.toISOString() },
      renewals,
      choice: choice ?? { hour: USUAL_HOUR, byMail: true },
      hasMail: this.mailer.leavesFrom(this.unit.space) && address?.has === true,
    };
  }

  /** The first of those told who says that they see to it: nobody else is told in their place. Throws `not-found`. */
  async answerReminder(caseFileId: string, reminderId: string): Promise<void> {
    const { id } = await this.reader.allowed(caseFileId, 'read');
    const { manager, account } = this.unit;
    if (!UUID.test(reminderId) || !(await REMINDER_CHANGES.find.first(manager, [reminderId, id, account.id])))
      throw new Refusal('not-found');
    await REMINDER_CHANGES.answer(manager, [reminderId, id, account.id, new Date(this.unit.now())]);
    this.unit.notes({ reminder: reminderId });
  }

  async chooseDigest({ hour, byMail }: DigestChoiceDto): Promise<void> {
    const { manager, account } = this.unit;
    await DIGEST_SQL.choose(manager, [account.id, hour, byMail, new Date(this.unit.now())]);
    this.unit.notes({ hour, byMail });
  }

  private async items(found: readonly InboxRow[]): Promise<readonly InboxItemDto[]> {
    if (found.length === 0) return [];
    const cases = await this.rows.listRows([...new Set(found.map(({ caseFileId }) => caseFileId))]);
    const called = await this.summaries.calledNames(cases);
    const names = await this.names.readNames(found.map(({ answeredBy }) => answeredBy));
    const { versions } = await this.registry.readPublished();
    const references = new Map(cases.map(({ id, reference }) => [id, reference]));
    return found.flatMap(({ total: _all, protocol, version, ...row }): InboxItemDto[] => {
      const reference = references.get(row.caseFileId);
      if (reference === undefined) return [];
      const steps = versions.get(keyOf(protocol, version))?.document.steps;
      return [
        {
          ...row,
          reference,
          calledName: called.get(row.caseFileId) ?? REDACTED,
          title: steps?.find(({ id }) => id === row.step)?.title ?? same(row.step),
          dueAt: row.dueAt?.toISOString() ?? null,
          lateFrom: row.lateFrom?.toISOString() ?? null,
          at: row.at.toISOString(),
          answeredAt: row.answeredAt?.toISOString() ?? null,
          answeredBy: row.answeredBy === null ? null : (names.get(row.answeredBy) ?? row.answeredBy),
        },
      ];
    });
  }
}
