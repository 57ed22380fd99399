import type { AccountRole } from '@repere/access';
import { Injectable } from '@nestjs/common';
import type { ServiceKind } from '@repere/cases';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UnitRepository } from '../../platform/data/unit-repository';
import { AccountEntity } from '../entities/accounts/account.entity';
import { TeamMemberEntity } from '../entities/accounts/team-member.entity';
import { TeamEntity } from '../entities/accounts/team.entity';
import { TeamQuery } from './team.query';
import { AccountEmails } from '../accounts/account-emails';
import { PasswordHashes } from '../passwords/password-hashes.repository';

/** Somebody who is to have an account. */
export interface NewColleague {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamId: string;
  /** None: nobody signs in with a password. */
  readonly passwordHash?: string;
  /** Where links for a forgotten password go; without one there are none. */
  readonly email?: string;
  /** When somebody last said that they need their rights; today when absent. */
  readonly confirmedDaysAgo?: number;
}

/** Teams and accounts, made once. What is there already stays as it is. Call it in a unit of work as a system actor. */
@Injectable()
export class StaffService {
  constructor(
    @InjectRepository(TeamEntity) private readonly teams: Repository<TeamEntity>,
    @InjectRepository(TeamMemberEntity) private readonly members: UnitRepository<TeamMemberEntity>,
    @InjectRepository(AccountEntity) private readonly accounts: UnitRepository<AccountEntity>,
    private readonly query: TeamQuery,
    private readonly emails: AccountEmails,
    private readonly hashes: PasswordHashes,
  ) {}

  /** Id of the team of this name; `territory`: the INSEE code of its département. */
  async team(
    name: string,
    territory: string,
    kind: ServiceKind = 'unknown',
    checkPhone: string | null = null,
  ): Promise<string> {
    await this.query.insertNamed(name, territory, kind, checkPhone);
    return idOf(await this.teams.findOne({ select: { id: true }, where: { name } }));
  }

  /** Id of the account, and whether it is new: somebody who is there already keeps roles and password. */
  async hire({
    login,
    name,
    roles,
    teamId,
    passwordHash,
    email,
    confirmedDaysAgo = 0,
  }: NewColleague): Promise<{ id: string; isNew: boolean }> {
    const isNew = await this.accounts.insertNew({
      ...{ login, name, roles: [...roles] },
      rightsConfirmedAt: () => `now() - make_interval(days => ${String(confirmedDaysAgo)})`,
    });
    const id = idOf(await this.accounts.findOne({ select: { id: true }, where: { login } }));
    if (isNew && passwordHash !== undefined) await this.hashes.setHash(id, passwordHash);
    if (isNew && email !== undefined) await this.emails.setEmail(id, email);
    await this.members.insertNew({ teamId, accountId: id });
    return { id, isNew };
  }

  /** Lets them in no more, or again. Whatever sessions they have end. */
  async setOpen(id: string, isOpen: boolean): Promise<void> {
    await this.accounts.update({ id }, { disabledAt: isOpen ? null : () => 'now()' });
  }
}

function idOf(row: { readonly id: string } | null): string {
  if (!row) throw new Error('what was stored is not there');
  return row.id;
}
