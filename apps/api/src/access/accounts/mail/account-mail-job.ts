import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, Repository } from 'typeorm';
import type { Words } from '@repere/cases';
import type { Configuration } from '../../../platform/settings/configuration';
import type { JobInHand } from '../../../platform/jobs/job-handler';
import { type MailJob, MailJobs, type MailWork } from '../../../platform/jobs/mail-jobs';
import type { Mail } from '../../../platform/mail/mailer';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { CONFIGURATION } from '../../../platform/tokens';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountEmails } from '../account-emails';
import { showInstant } from '../../../platform/answers/show-moment';
import { MailConditions } from './mail-conditions';
import { CONDITIONAL_MAILS } from './mail-kinds';
import { AccountMailQuery, type AskedMail } from './account-mail.query';
import { ACCOUNT_MAIL } from './account-mails';
import { hashOfLink, linkTo, makeLinkToken } from './link-token';
import { INVITATION_HOURS, mailWords, RESET_MINUTES } from './mail-words';
import { SignInMethods } from './sign-in-methods';
import { rowOf } from '../../../platform/data/sealed-row';
import { AccountMailEntity } from '../../entities/accounts/account-mail.entity';

const JOB: MailJob = {
  ...{ kind: ACCOUNT_MAIL, as: 'system:access', purpose: 'administration' },
  ...{ made: 'account.make-mail', sent: 'account.mail-sent' },
};
const NOW = () => 'now()';

/**
 * Sends mails to accounts. The link is made here, when it is sent: it lies nowhere in clear, and it holds from now on. A
 * mail that is tried again has a new link, and the one before opens nothing.
 */
@Injectable()
export class AccountMailJob implements MailWork, OnModuleInit {
  constructor(
    @InjectRepository(AccountMailEntity) private readonly mails: Repository<AccountMailEntity>,
    private readonly query: AccountMailQuery,
    private readonly jobs: MailJobs,
    private readonly units: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly emails: AccountEmails,
    private readonly ways: SignInMethods,
    private readonly macs: CredentialMacs,
    private readonly conditions: MailConditions,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, this);
  }

  /** The mail, or `null`: nobody to send it to, overtaken by another, or no longer so. */
  async writeMail(job: JobInHand): Promise<Mail | null> {
    const asked = await this.findAskedMail(job.subject);
    const to =
      asked && !isTooLate(asked) && (await this.isStillSo(asked)) ? await this.recipient(asked) : null;
    this.units.notes({ mail: job.subject, kind: asked?.kind ?? null, account: to?.id ?? null });
    if (asked && to) return this.mailTo(job, asked, to);
    // Asked for a login that nobody has: nothing of it stays.
    if (asked?.account_id === null) await this.mails.delete(asked.id);
    else await this.mails.update(job.subject, NOTHING_KEPT);
    return null;
  }

  async noteSent({ subject }: JobInHand): Promise<void> {
    await this.mails.update(subject, { sentAt: NOW, ...NOTHING_KEPT });
    this.units.notes({ mail: subject });
  }

  private async mailTo({ space }: JobInHand, mail: AskedMail, to: Recipient): Promise<Mail> {
    const { id, kind } = mail;
    const email = mail.email
      ? await this.emails.openEmail('account_mail', id, mail.email)
      : await this.emails.findEmail(to.id);
    if (email === null) throw new Error('no address');
    const hasLink = kind === 'invitation' || (kind === 'reset' && to.ways.length === 0);
    const token = hasLink ? makeLinkToken() : null;
    if (kind === 'reset')
      await this.mails.update(
        { accountId: to.id, kind: 'reset', endedAt: IsNull(), id: Not(id) },
        { endedAt: NOW },
      );
    const minutes = kind === 'invitation' ? INVITATION_HOURS * 60 : RESET_MINUTES;
    const bound = {
      id,
      kind,
      account_id: to.id,
      asked: null,
      token_hash: token === null ? null : hashOfLink(token),
      expires_at: token === null ? null : new Date(mail.now.getTime() + minutes * 60_000),
    };
    await this.mails.update(id, {
      ...{ accountId: to.id, asked: null, tokenHash: bound.token_hash, expiresAt: bound.expires_at },
      mac: this.macs.makeMac(space, 'mail', bound),
    });
    const at = showInstant(mail.created_at.getTime(), 'Europe/Paris');
    const link = token && linkTo('lien', token, this.configuration, space);
    return { id, to: email, ...mailWords(kind, to.language, { at, link, ways: to.ways }) };
  }

  /** One whose cause is not known says what nobody can make sure of. */
  private async isStillSo({ kind, about, account_id }: AskedMail): Promise<boolean> {
    const conditional = CONDITIONAL_MAILS.find((it) => it === kind);
    if (conditional === undefined) return true;
    return about !== null && account_id !== null && this.conditions.holds(conditional, about, account_id);
  }

  private async findAskedMail(id: string): Promise<AskedMail | null> {
    const row = await this.query.lockWaiting(id);
    // One that we have not asked for is none: it would lead a link elsewhere.
    return row && this.macs.fits(this.units.space, 'mail', row) ? row : null;
  }

  private async recipient({ id, kind, account_id, asked, email }: AskedMail): Promise<Recipient | null> {
    const key = await this.secrecy.spaceKey();
    const login = asked && this.secrecy.openColumn(key, rowOf(AccountMailEntity, { id, asked }), 'asked');
    const row = await this.query.recipient(account_id, login, kind, email !== null);
    if (!row || (email === null && (await this.emails.findEmail(row.id)) === null)) return null;
    if (kind !== 'reset' || row.hasPassword) return { ...row, ways: [] };
    // Nobody who has no password gets one by having forgotten it: they are told how they come in.
    const ways = await this.ways.listMethods(row.id);
    return ways.length > 0 ? { ...row, ways } : null;
  }
}

/** Of a mail that has left, or never will. */
const NOTHING_KEPT = { email: null, about: null };

const RESET_HOURS = 2;

/** How long a forgotten password's mail is tried: days later its reader has asked again, or called somebody. */
const isTooLate = ({ kind, created_at, now }: AskedMail): boolean =>
  kind === 'reset' && now.getTime() - created_at.getTime() > RESET_HOURS * 3_600_000;

interface Recipient {
  readonly id: string;
  readonly language: 'fr' | 'en';
  /** How an account without password comes in; none where nobody asked. */
  readonly ways: readonly Words[];
}
