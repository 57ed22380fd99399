import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { machineNow } from '../../../../platform/clocks';
import { Refusal } from '../../../../platform/refusals/refusal';
import { CredentialMacs } from '../../../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../../platform/unit/unit-of-work';
import { AccountEntity } from '../../../entities/accounts/account.entity';
import { AccountChangesQuery, type WaitingChange } from './account-changes.query';
import { AccountEmails } from '../../account-emails';
import { AccountMails } from '../../mail/account-mails';
import { AccountsRepository, changedMeanwhile, sameSet } from '../accounts.repository';
import type { LockedAccount } from '../locked-accounts.query';
import { Administrator } from '../administrator';
import { HeldCasesOfAccount } from '../held-cases';
import { rowOf } from '../../../../platform/data/sealed-row';
import { AccountChangeEntity } from '../../../entities/accounts/account-change.entity';

/** Changes that two administrators make together: roles that decide over others, one's own roles, the address of links. */
@Injectable()
export class AccountChangesService {
  constructor(
    @InjectRepository(AccountChangeEntity) private readonly rows: Repository<AccountChangeEntity>,
    @InjectRepository(AccountEntity) private readonly accountRows: Repository<AccountEntity>,
    private readonly query: AccountChangesQuery,
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly accounts: AccountsRepository,
    private readonly secrecy: Secrecy,
    private readonly emails: AccountEmails,
    private readonly macs: CredentialMacs,
    private readonly mails: AccountMails,
    private readonly held: HeldCasesOfAccount,
  ) {}

  /** In place of one of that kind that waits. */
  async askForChange(
    account: Pick<LockedAccount, 'id' | 'roles'>,
    wanted: { readonly roles: readonly AccountRole[] } | { readonly email: string },
    reason: string | undefined,
  ): Promise<void> {
    if (!reason?.trim()) throw reasonNeeded();
    const by = this.administrator.demand().id;
    const id = randomUUID();
    const kind = 'roles' in wanted ? 'roles' : 'email';
    await this.rows.update({ accountId: account.id, kind, state: 'waiting' }, voidBy(by));
    const row = rowOf(AccountChangeEntity, { id });
    const email = 'email' in wanted ? await this.emails.seal('account_change', id, wanted.email) : null;
    const bound = { id, account_id: account.id, email, requested_by: by };
    await this.rows.insert({
      ...{ id, accountId: account.id, kind, requestedBy: by, email },
      beforeRoles: 'roles' in wanted ? account.roles : null,
      roles: 'roles' in wanted ? wanted.roles : null,
      words: this.secrecy.seal(await this.secrecy.spaceKey(), row, 'words', reason.trim()),
      mac: email && this.macs.makeMac(this.unit.space, 'email-change', bound),
    });
    this.unit.notes({ waits: id, ...('roles' in wanted && { roles: wanted.roles }) });
  }

  /** What waits for this account is asked for no more: it is closed. */
  async voidAll(accountId: string): Promise<void> {
    await this.rows.update({ accountId, state: 'waiting' }, voidBy(this.unit.account.id));
  }

  /** The second administrator's word. Agreeing is for neither who asked nor whom it is about; anyone may refuse. */
  async decide(changeId: string, decision: 'approve' | 'refuse'): Promise<void> {
    const by = this.administrator.demandProven().id;
    this.unit.notes({ change: changeId, decision });
    const change = await this.lock(changeId);
    const account = await this.accounts.lock(change.account_id);
    if (decision === 'approve') this.demandSecondPerson(change, by, account);
    await this.rows.update(changeId, {
      state: decision === 'approve' ? 'approved' : 'refused',
      ...{ decidedBy: by, decidedAt: NOW },
    });
    if (decision === 'approve') await this.apply(change, account);
  }

  private demandSecondPerson(change: WaitingChange, by: string, account: LockedAccount): void {
    if (change.requested_by === by || change.account_id === by) throw needsAnother();
    const { before_roles: before } = change;
    if (!change.stands || (before && !sameSet(before, account.roles))) throw changedMeanwhile();
  }

  private async apply(change: WaitingChange, account: LockedAccount): Promise<void> {
    const { id, kind, roles, email } = change;
    if (kind === 'roles') return this.giveRoles(account, roles ?? []);
    // Asked for by somebody who went past the application, or for another account.
    if (!this.macs.fits(this.unit.space, 'email-change', change)) throw changedMeanwhile();
    const address = await this.emails.openEmail('account_change', id, email);
    if (address === null) throw new Error('no address was asked for');
    await this.changeEmail(account, address);
  }

  /** Nobody comes in by this account any more; what was referred to it, asked for it or sent to it ends. */
  async closeAccount(id: string): Promise<void> {
    await this.accountRows.update({ id, disabledAt: IsNull() }, { disabledAt: NOW });
    this.unit.wakes(new Date(machineNow()));
    await this.held.endReferrals(id);
    await this.voidAll(id);
    await this.mails.endLinks(id);
  }

  /** From now on the account has these roles; its owner gets word. What was referred to it goes with the role of a partner. */
  async giveRoles(
    { id, roles }: Pick<LockedAccount, 'id' | 'roles'>,
    after: readonly AccountRole[],
  ): Promise<void> {
    await this.accountRows.update(id, { roles: [...after] });
    this.unit.wakes(new Date(machineNow()));
    await this.mails.addMail('roles-changed', id);
    this.unit.notes({ before: roles, after });
    if (roles.includes('partner') && !after.includes('partner')) await this.held.endReferrals(id);
  }

  /** Links that went to the address before open nothing any more; who reads it is told so. */
  async changeEmail({ id, isEntered }: LockedAccount, email: string): Promise<void> {
    const left = await this.emails.findEmail(id);
    await this.emails.setEmail(id, email);
    await this.mails.endLinks(id);
    await this.mails.addMail(isEntered ? 'email-changed' : 'invitation', id);
    if (left !== null && left !== email) await this.mails.addToLeft(id, left);
  }

  private async lock(id: string): Promise<WaitingChange> {
    const row = await this.query.lock(id);
    if (!row) throw new Refusal('not-found');
    if (row.state !== 'waiting') throw changedMeanwhile();
    return row;
  }
}

const NOW = () => 'now()';

const voidBy = (decidedBy: string) => ({ state: 'void', decidedBy, decidedAt: NOW }) as const;

const needsAnother = (): Refusal =>
  new Refusal('not-allowed', {
    reasons: [
      {
        code: 'second-person',
        text: {
          fr: 'Une autre personne de l’administration doit donner son accord : ni celle qui l’a demandé, ni celle que cela concerne.',
          en: 'Another administrator has to agree: neither who asked for it nor whom it is about.',
        },
      },
    ],
  });

const reasonNeeded = (): Refusal =>
  new Refusal('invalid', {
    reasons: [
      {
        code: 'reason-needed',
        field: 'reason',
        text: {
          fr: 'Écrivez pourquoi : une seconde personne de l’administration le lira avant de donner son accord.',
          en: 'Write why: a second administrator will read it before agreeing.',
        },
      },
    ],
  });
