import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, IsNull, Repository } from 'typeorm';
import { Jobs } from '../../../platform/jobs/jobs';
import { Mailer } from '../../../platform/mail/mailer';
import { Refusal } from '../../../platform/refusals/refusal';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountEmails } from '../account-emails';
import { AccountMailQuery } from './account-mail.query';
import type { ConditionalMail, MailKind, ReminderMail } from './mail-kinds';
import { rowOf } from '../../../platform/data/sealed-row';
import { AccountMailEntity } from '../../entities/accounts/account-mail.entity';

export const ACCOUNT_MAIL = 'account.mail';

/** Asks for mails in the transaction of their cause. Neither here nor in the job is there a link, or an address in clear. */
@Injectable()
export class AccountMails {
  constructor(
    @InjectRepository(AccountMailEntity) private readonly waiting: Repository<AccountMailEntity>,
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly secrecy: Secrecy,
    private readonly emails: AccountEmails,
    private readonly mailer: Mailer,
    private readonly macs: CredentialMacs,
    private readonly query: AccountMailQuery,
  ) {}

  /** Refuses where no mail could leave, before anything waits for one. */
  demandRoute(): void {
    if (!this.mailer.leavesFrom(this.unit.space))
      throw new Refusal('refused', {
        reasons: [
          {
            code: 'no-mail',
            text: {
              fr: 'Repère ne peut pas envoyer de courriel ici : aucun serveur n’est réglé (REPERE_SMTP_URL).',
              en: 'Repère can send no mail here: no server is set (REPERE_SMTP_URL).',
            },
          },
        ],
      });
  }

  /** To the account’s own address; an invitation that was sent before opens nothing any more. */
  async addMail(
    kind: Exclude<MailKind, 'reset' | 'email-left' | ConditionalMail | ReminderMail>,
    accountId: string,
  ): Promise<void> {
    if (kind === 'invitation') await this.endLinks(accountId);
    // Word of something that happened; where mails can't leave it happened all the same.
    else if (!this.mailer.leavesFrom(this.unit.space)) return;
    await this.insert(randomUUID(), kind, accountId);
  }

  /** Of this referral or request for a place, once as long as it waits: whether it still holds is asked when it is made. `at`: not before; machine time. */
  async addConditional(
    kind: ConditionalMail,
    accountId: string,
    about: string,
    at: Date | null = null,
  ): Promise<void> {
    await this.insertOnce(kind, accountId, about, at);
  }

  /** Where one of this kind waits still, it will say the same: a server that was away for a day sends one, not thirty. `at`: as for a mail; one that leaves later says it too late. */
  async addReminder(kind: ReminderMail, accountId: string, at: Date | null = null): Promise<void> {
    await this.insertOnce(kind, accountId, null, at);
  }

  /** To the address that an account had until now: kept sealed until the mail has left. */
  async addToLeft(accountId: string, email: string): Promise<void> {
    if (!this.mailer.leavesFrom(this.unit.space)) return;
    const id = randomUUID();
    await this.insert(id, 'email-left', accountId, {
      email: await this.emails.seal('account_mail', id, email),
    });
  }

  /** For whoever has this login, if anybody: found when the mail is made, so that asking shows nothing. */
  async addReset(login: string): Promise<void> {
    const id = randomUUID();
    const key = await this.secrecy.spaceKey();
    const asked = this.secrecy.seal(key, rowOf(AccountMailEntity, { id }), 'asked', login);
    const bound = { ...NO_LINK, id, kind: 'reset', account_id: null, asked };
    await this.waiting.insert({
      id,
      kind: 'reset',
      asked,
      mac: this.macs.makeMac(this.unit.space, 'mail', bound),
    });
    await this.jobs.addJob(ACCOUNT_MAIL, id);
  }

  /** Links of this account open nothing any more. */
  async endLinks(accountId: string): Promise<void> {
    await this.waiting.update(
      { accountId, kind: Any(['invitation', 'reset']), endedAt: IsNull() },
      { endedAt: () => 'now()' },
    );
  }

  /** Unless one that says the same waits still. */
  private async insertOnce(
    kind: ConditionalMail | ReminderMail,
    accountId: string,
    about: string | null,
    at: Date | null,
  ): Promise<void> {
    if (!this.mailer.leavesFrom(this.unit.space)) return;
    if (await this.query.waits(accountId, kind, at, about)) return;
    await this.insert(randomUUID(), kind, accountId, { about }, at);
  }

  private async insert(
    id: string,
    kind: MailKind,
    accountId: string,
    beside: Partial<Pick<AccountMailEntity, 'about' | 'email'>> = {},
    at: Date | null = null,
  ): Promise<void> {
    const mac = this.macs.makeMac(this.unit.space, 'mail', { ...NO_LINK, id, kind, account_id: accountId });
    await this.waiting.insert({ id, kind, accountId, ...beside, mac });
    await this.jobs.addJob(ACCOUNT_MAIL, id, at);
  }
}

/** Before the mail is made it holds no link. */
const NO_LINK = { asked: null, token_hash: null, expires_at: null };
