import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { GIVEN_BY_TWO, needsSecondPerson } from '@repere/cases';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, IsNull, Not } from 'typeorm';
import { UnitRepository } from '../../../platform/data/unit-repository';
import { Refusal } from '../../../platform/refusals/refusal';
import { machineNow } from '../../../platform/clocks';
import { refused } from '../../../platform/refusals/refused';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountEntity } from '../../entities/accounts/account.entity';
import { TeamMemberEntity } from '../../entities/accounts/team-member.entity';
import { AccountEmails } from '../account-emails';
import { AccountMails } from '../mail/account-mails';
import { AccountChangesService } from './changes/account-changes.service';
import { FactorsService } from '../../factors/factors.service';
import { EndSessions } from '../../sessions/end-sessions.service';
import { AccountsRepository, changedMeanwhile, sameSet } from './accounts.repository';
import { Administrator } from './administrator';
import { HeldCasesOfAccount } from './held-cases';
import type { NewAccountDto } from './accounts.dto';

/** Joiners, movers, leavers. */
@Injectable()
export class AccountsService {
  constructor(
    @InjectRepository(AccountEntity) private readonly accountRows: UnitRepository<AccountEntity>,
    @InjectRepository(TeamMemberEntity) private readonly members: UnitRepository<TeamMemberEntity>,
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly accounts: AccountsRepository,
    private readonly changes: AccountChangesService,
    private readonly held: HeldCasesOfAccount,
    private readonly emails: AccountEmails,
    private readonly mails: AccountMails,
    private readonly factors: FactorsService,
    private readonly sessions: EndSessions,
  ) {}

  /** Id of a new account, and a mail on its way. Roles that take two wait for a second administrator. */
  async invite({ roles, teamIds, email, reason, ...rest }: NewAccountDto): Promise<string> {
    this.administrator.demandProven();
    this.mails.demandRoute();
    demandPartnerAlone(roles);
    await this.accounts.knownTeams(teamIds);
    const id = randomUUID();
    const { login, name, language, startsOn = null, endsOn = null } = rest;
    demandOrder(startsOn, endsOn);
    const atOnce = roles.filter((role) => !GIVEN_BY_TWO.includes(role));
    const account = { id, login, name, roles: atOnce, language, startsOn, endsOn };
    if (!(await this.accountRows.insertNew(account))) throw loginTaken();
    await this.emails.setEmail(id, email);
    await this.join(id, teamIds);
    this.unit.notes({ account: id, roles: atOnce, teams: teamIds });
    if (atOnce.length < roles.length)
      await this.changes.askForChange({ id, roles: atOnce }, { roles }, reason);
    await this.mails.addMail('invitation', id);
    return id;
  }

  /** Another link to the same address; those before open nothing any more. */
  async inviteAgain(id: string): Promise<void> {
    this.administrator.demandProven();
    this.mails.demandRoute();
    const { isEntered, isDisabled } = await this.accounts.lock(id);
    if (isEntered || isDisabled)
      throw refused(
        'not-invited',
        'Cette personne est déjà entrée dans son compte, ou il est fermé.',
        'This person has entered the account already, or it is closed.',
      );
    await this.demandEmail(id);
    await this.mails.addMail('invitation', id);
  }

  /** At once, or once a second administrator agrees. `was`: the roles that the reader saw. */
  async changeRoles(
    id: string,
    roles: readonly AccountRole[],
    was: readonly AccountRole[],
    reason?: string,
  ): Promise<void> {
    const { id: by } = this.administrator.demandProven();
    const account = await this.accounts.lock(id);
    if (!sameSet(was, account.roles)) throw changedMeanwhile();
    if (sameSet(roles, account.roles)) return;
    demandPartnerAlone(roles);
    if (needsSecondPerson(account.roles, roles, id === by))
      return this.changes.askForChange(account, { roles }, reason);
    if (account.roles.includes('administrator') && !roles.includes('administrator'))
      await this.accounts.keepAnAdministrator(id);
    await this.changes.giveRoles(account, roles);
  }

  /** Refused while a team that is left would have cases without a lead; other assignments there end. */
  async changeTeams(id: string, teamIds: readonly string[], was: readonly string[]): Promise<void> {
    const { id: by } = this.administrator.demandOther(id);
    const account = await this.accounts.lock(id);
    if (!sameSet(was, account.teamIds)) throw changedMeanwhile();
    await this.accounts.knownTeams(teamIds);
    if (teamIds.some((team) => !account.teamIds.includes(team))) demandNoRoleByTwo(account.roles);
    const left = account.teamIds.filter((team) => !teamIds.includes(team));
    await this.held.demandHandover(id, left);
    if (left.length > 0) await this.held.endHeldCases(id, left, by);
    await this.members.delete({ accountId: id, teamId: Any(left) });
    await this.join(id, teamIds);
    this.unit.notes({ left, joined: teamIds.filter((team) => !account.teamIds.includes(team)) });
  }

  async changeDates(id: string, startsOn: string | null, endsOn: string | null): Promise<void> {
    this.administrator.demandOther(id);
    demandOrder(startsOn, endsOn);
    const { roles, endsOn: endedOn } = await this.accounts.lock(id);
    if (endedOn !== null && (endsOn === null || endsOn > endedOn)) demandNoRoleByTwo(roles);
    if (endsOn !== null && roles.includes('administrator')) await this.accounts.keepAnAdministrator(id);
    await this.accountRows.update(id, { startsOn, endsOn });
    // What hangs on the account ends with it, in training spaces too.
    this.unit.wakes(new Date(machineNow()));
    this.unit.notes({ startsOn, endsOn });
  }

  /** Never refused for the sake of cases: who must be out is out now, and their numbers are shown. */
  async disable(id: string, reason: string): Promise<void> {
    this.administrator.demandOther(id);
    const { roles } = await this.accounts.lock(id);
    if (roles.includes('administrator')) await this.accounts.keepAnAdministrator(id);
    await this.changes.closeAccount(id);
    this.unit.notes({ reason });
  }

  async enable(id: string, reason: string): Promise<void> {
    this.administrator.demandOther(id);
    const { roles, isDisabled } = await this.accounts.lock(id);
    if (isDisabled) demandNoRoleByTwo(roles);
    await this.accountRows.update(id, { disabledAt: null });
    this.unit.notes({ reason });
  }

  /** For whoever lost all of them: another is set up at the next sign-in, which still takes the password. Sessions end. */
  async resetFactors(id: string, reason: string): Promise<void> {
    this.administrator.demandOther(id);
    await this.accounts.lock(id);
    await this.unit.asSystem('system:access', () => this.factors.removeAll(id));
    await this.sessions.ofAccount(id);
    await this.mails.addMail('factors-reset', id);
    this.unit.notes({ reason });
  }

  /**
   * Mails carry links: the address of somebody who has entered, or holds a role that takes two, takes two as well. A mistyped one of an invitation is mended at once.
   */
  async changeEmail(id: string, email: string, reason?: string): Promise<void> {
    this.administrator.demandOther(id);
    this.mails.demandRoute();
    const account = await this.accounts.lock(id);
    const isWorth = account.isEntered || (await this.accounts.decidesOverOthers(id));
    if (isWorth) await this.changes.askForChange(account, { email }, reason);
    else await this.changes.changeEmail(account, email);
  }

  private async join(id: string, teamIds: readonly string[]): Promise<void> {
    if (teamIds.length === 0) return;
    await this.members.insertNew(teamIds.map((teamId) => ({ teamId, accountId: id })));
  }

  private async demandEmail(id: string): Promise<void> {
    if (!(await this.accountRows.existsBy({ id, email: Not(IsNull()) })))
      throw refused('no-email', 'Ce compte n’a pas d’adresse.', 'This account has no address.');
  }
}

function demandOrder(startsOn: string | null, endsOn: string | null): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new Refusal('invalid', {
      reasons: [
        {
          code: 'ends-before-it-starts',
          field: 'endsOn',
          text: { fr: 'La fin est avant le début.', en: 'The end is before the start.' },
        },
      ],
    });
}

/** A partner is somebody outside, who sees what was referred to them: whoever works here is none. */
function demandPartnerAlone(roles: readonly AccountRole[]): void {
  if (roles.includes('partner') && roles.length > 1)
    throw refused(
      'partner-alone',
      'Un compte de partenaire ne porte aucun autre rôle : un partenaire est hors du service.',
      'The account of a partner holds no other role: a partner is outside the service.',
      'roles',
    );
}

/** What one administrator opens alone gives nothing that takes two: the role goes first, and comes back by two. */
function demandNoRoleByTwo(roles: readonly AccountRole[]): void {
  if (roles.some((role) => GIVEN_BY_TWO.includes(role)))
    throw refused(
      'takes-two',
      'Ce compte porte un rôle qui se donne à deux (encadrement, audit ou administration). Retirez d’abord ce rôle, faites ce changement, puis redonnez le rôle : une seconde personne de l’administration donnera son accord.',
      'This account holds a role that two people give (supervision, audit or administration). Take the role away first, make this change, then give the role again: a second administrator will agree.',
    );
}

const loginTaken = (): Refusal =>
  new Refusal('conflict', {
    reasons: [
      {
        code: 'login-taken',
        field: 'login',
        text: { fr: 'Cet identifiant est déjà pris.', en: 'This login is taken already.' },
      },
    ],
  });
