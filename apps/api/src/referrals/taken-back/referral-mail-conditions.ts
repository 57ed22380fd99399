import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailConditions } from '../../access/accounts/mail/mail-conditions';
import { isKeptAway } from '../../cases/grants/in-conflict';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { KeptAwayServices } from '../matching/kept-away-services';
import { FindAsked } from './find-asked';

/** Whether a mail to a partner still says what is so, when its hour has come: it may have been taken back, or they are kept away since. */
@Injectable()
export class ReferralMailConditions implements OnModuleInit {
  constructor(
    private readonly conditions: MailConditions,
    private readonly unit: UnitOfWork,
    private readonly asked: FindAsked,
    private readonly rows: CaseRowsRepository,
    private readonly keptAway: KeptAwayServices,
  ) {}

  onModuleInit(): void {
    for (const [kind, condition] of [
      ['referral-opened', this.isOpenTo.bind(this)],
      ['referral-over', this.isOverFor.bind(this)],
      ['referral-message', this.hasNewMessageFor.bind(this)],
    ] as const)
      this.conditions.register(kind, (about, accountId) =>
        // Mails to accounts are the system's that sees no case.
        this.unit.asSystem('system:recompute', () => condition(about, accountId)),
      );
  }

  private async isOpenTo(about: string, accountId: string): Promise<boolean> {
    const asked = await this.findReachable(about, accountId);
    return asked !== null && asked.isOpen();
  }

  private async hasNewMessageFor(about: string, accountId: string): Promise<boolean> {
    const asked = await this.findReachable(about, accountId);
    return asked !== null && asked.hasNewMessage();
  }

  private async isOverFor(about: string, accountId: string): Promise<boolean> {
    return (await this.findAsked(about, accountId))?.asked.isOver() ?? false;
  }

  /** `null`: as below, or somebody of their service is kept away. */
  private async findReachable(about: string, accountId: string) {
    const found = await this.findAsked(about, accountId);
    if (!found) return null;
    const { asked, row } = found;
    const isAway =
      asked.serviceId !== null && (await this.keptAway.listServices({ row })).has(asked.serviceId);
    return isAway ? null : asked;
  }

  /** `null`: erased since, or they are kept away. */
  private async findAsked(about: string, accountId: string) {
    const asked = await this.asked.findAsked(about);
    const row = asked && (await this.rows.findRow(asked.caseFileId));
    return row && !isKeptAway(row, accountId) ? { asked, row } : null;
  }
}
