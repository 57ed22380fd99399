import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../access/accounts/mail/account-mails';
import type { ReminderMail } from '../access/accounts/mail/mail-kinds';
import type { DeclaredAct } from '../platform/unit/act';
import { describeFault } from '../platform/refusals/classify-fault';
import { placeIn } from '../platform/requests/request-origin';
import { SpaceRounds } from '../platform/spaces/space-rounds';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ANSWER_WITHIN_MINUTES, type DueReminder, REMINDERS_SQL } from './reminder-recipients.query';
import { REMINDER_CHANGES } from './reminders.query';
import { firstOf, FOLLOWS, PASSED_ON, type Related } from './reminder-recipients';

const SEND: DeclaredAct = { type: 'reminder.tell', purpose: 'care', idempotent: false };
const PASS_ON: DeclaredAct = { ...SEND, type: 'reminder.pass-on' };

type Why = 'follows' | 'approves' | 'on-duty';

const MAIL: Readonly<Record<Why, ReminderMail>> = {
  follows: 'reminder-act',
  approves: 'reminder-approval',
  'on-duty': 'reminder-duty',
};

/**
 * Tells of what is due at once, and passes on what nobody has answered. A reminder is a row that was written with its cause; here
 * it becomes notices and mails that wait to leave, in one transaction that also says that this was done: killed before its end,
 * nothing was told and the next round tells; after it, no round tells again.
 */
@Injectable()
export class SendReminders implements OnModuleInit {
  private readonly logger = new Logger('Reminders');

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.rounds.registerLong((space, isStopping) => this.sendAll(space, isStopping));
  }

  /** How many were told of or passed on in this space, until none is left to be. */
  async sendAll(space: Space, isStopping = (): boolean => false): Promise<number> {
    let done = 0;
    for (let more = true; more && !isStopping();) {
      const [due, unanswered] = await this.units.unrecorded('system:recompute', placeIn(space), () =>
        this.listDue(),
      );
      const acts = [
        ...due.map((id) => [SEND, () => this.sendReminder(id)] as const),
        ...unanswered.map((id) => [PASS_ON, () => this.escalateReminder(id)] as const),
      ];
      let now = 0;
      for (const [act, work] of acts) if (!isStopping() && (await this.tried(space, act, work))) now++;
      done += now;
      more = now > 0;
    }
    return done;
  }

  private async listDue(): Promise<readonly [due: readonly string[], unanswered: readonly string[]]> {
    const { manager } = this.units;
    if (!(await REMINDERS_SQL.lookAlone.first(manager))?.isAlone) return [[], []];
    const due = await REMINDERS_SQL.listDue.readRows(manager, [new Date(this.units.now())]);
    const unanswered = await REMINDERS_SQL.listUnanswered.readRows(manager, [this.waitedSince()]);
    return [due.map(({ id }) => id), unanswered.map(({ id }) => id)];
  }

  /** One that fails must not keep the others waiting. */
  private async tried(space: Space, act: DeclaredAct, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await this.units.runAs('system:recompute', placeIn(space), act, work);
    } catch (error) {
      this.logger.error(describeFault(error));
      return false;
    }
  }

  private async sendReminder(id: string): Promise<boolean> {
    const { manager } = this.units;
    const now = new Date(this.units.now());
    const due = await REMINDERS_SQL.lockDue.first(manager, [now, id]);
    if (!due) return this.nothing();
    await this.giveReminders(
      due,
      await this.firstRecipients(due),
      due.of === 'approval' ? 'approves' : 'follows',
    );
    await REMINDER_CHANGES.markReminded(manager, [id, now]);
    return true;
  }

  private async escalateReminder(id: string): Promise<boolean> {
    const { manager } = this.units;
    const due = await REMINDERS_SQL.lockUnanswered.first(manager, [this.waitedSince(), id]);
    if (!due) return this.nothing();
    const noticed = new Set((await REMINDERS_SQL.listNoticed.readRows(manager, [id])).map((it) => it.id));
    const around = (await this.around(due)).filter((it) => !noticed.has(it.id));
    await this.giveReminders(due, firstOf(around, PASSED_ON), 'on-duty');
    await REMINDER_CHANGES.passedOn(manager, [id, new Date(this.units.now())]);
    return true;
  }

  /** Another process was quicker. */
  private nothing(): boolean {
    this.units.hasNothingToRecord();
    return false;
  }

  private around({ caseFileId, runId, step, of }: DueReminder): Promise<readonly Related[]> {
    const { manager } = this.units;
    return of === 'approval'
      ? REMINDERS_SQL.approvers.readRows(manager, [caseFileId, runId, step])
      : REMINDERS_SQL.around.readRows(manager, [caseFileId]);
  }

  private async firstRecipients(due: DueReminder): Promise<readonly string[]> {
    const around = await this.around(due);
    return due.of === 'approval' ? [...new Set(around.map(({ id }) => id))] : firstOf(around, FOLLOWS);
  }

  private async giveReminders(
    { id, caseFileId }: DueReminder,
    accounts: readonly string[],
    why: Why,
  ): Promise<void> {
    this.units.aboutCase(caseFileId);
    this.units.notes({ reminder: id, why, accounts: accounts.length });
    for (const account of accounts) {
      await REMINDER_CHANGES.notice(this.units.manager, [
        ...[id, account, caseFileId, why],
        new Date(this.units.now()),
      ]);
      await this.mails.addReminder(MAIL[why], account);
    }
  }

  private waitedSince(): Date {
    return new Date(this.units.now() - ANSWER_WITHIN_MINUTES * 60_000);
  }
}
