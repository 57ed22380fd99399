import { Injectable } from '@nestjs/common';
import { mayEver, relationsTo } from '@repere/access';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import type { LoadedCase } from '../reading/loaded-case';
import type { RestrictCaseDto } from './case-access.dto';
import { refused } from '../../platform/refusals/refused';
import { type OpenAccount, OpenAccountsQuery } from '../reading/open-accounts.query';
import { EndReferralsOf } from './end-referrals-of';
import { ExclusionsRepository } from './exclusions.repository';

/** What bars people from a case: a circle outside of which it is not there, and a conflict of interest. */
@Injectable()
export class ExclusionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: OpenAccountsQuery,
    private readonly bars: ExclusionsRepository,
    private readonly referrals: EndReferralsOf,
  ) {}

  /** From the next request on the case is there for these people only. A circle that was there before ends. */
  async restrict(file: LoadedCase, asked: RestrictCaseDto): Promise<void> {
    const { row } = file;
    const { circle, reason, words } = asked;
    const members = await this.accounts.listAccounts(circle);
    // A partner is named first, and a part of the case referred to them afterwards.
    const isRelated = (member: OpenAccount): boolean =>
      member.roles.some((role) => mayEver(role, 'receive')) ||
      !relationsTo(member, { ...row, circle: null, missionIds: [] }).includes('none');
    if (members.length < circle.length || !members.every(isRelated))
      throw refused(
        'no-relation',
        'Toutes les personnes du cercle doivent déjà suivre le dossier ou être de l’équipe : affectez-les d’abord.',
        'Everybody in the circle must already follow the case or be of the team: assign them first.',
        'circle',
      );
    if (row.leadId !== null && !circle.includes(row.leadId))
      throw refused(
        'lead-outside',
        'La personne qui pilote doit être du cercle. Nommez d’abord un autre pilote.',
        'The lead must be of the circle. Name another lead first.',
        'circle',
      );
    const supervises = (member: OpenAccount): boolean =>
      member.roles.includes('supervisor') && member.teamIds.includes(row.teamId);
    if (!members.some((member) => supervises(member) && !row.recusedIds.includes(member.id)))
      throw refused(
        'no-supervisor',
        'Il faut au moins une personne responsable de l’équipe dans le cercle : sans elle, plus personne ne validerait.',
        'The circle needs at least one supervisor of the team: without one nobody could approve.',
        'circle',
      );
    await this.bars.endRestriction(row.id);
    await this.bars.restrict(file, asked);
    await this.referrals.endReferrals(row.id, (accountId) => !circle.includes(accountId));
    this.unit.notes({ circle, reason, words });
  }

  /** The case is there again for everybody who has a relation to it. */
  async liftExclusions({ row }: LoadedCase): Promise<void> {
    if (row.circle === null) throw new Refusal('not-found');
    await this.bars.endRestriction(row.id);
    this.unit.notes({ circle: null });
  }

  /** A new lead of a restricted case is of its circle. */
  admit(caseFileId: string, accountId: string): Promise<void> {
    return this.bars.admit(caseFileId, accountId);
  }

  /** From the next request on the case is not there for whoever says this. */
  async declareConflict(file: LoadedCase, words: string): Promise<void> {
    if (file.row.circle !== null) await this.keepASupervisor(file.row);
    await this.bars.declareConflict(file, words);
    const { id } = this.unit.account;
    await this.referrals.endReferrals(file.row.id, (accountId) => accountId === id);
    this.unit.notes({ conflict: words });
  }

  /** By another person than whoever declared it. */
  async liftConflict({ row }: LoadedCase, accountId: string): Promise<void> {
    if (!UUID.test(accountId) || !row.recusedIds.includes(accountId)) throw new Refusal('not-found');
    await this.bars.liftConflict(row.id, accountId);
    await this.referrals.admitAgain(row.id);
    this.unit.notes({ conflictLifted: accountId });
  }

  /** A circle keeps a supervisor of the team: nobody else could open it again. */
  private async keepASupervisor({ id: caseFileId }: LoadedCase['row']): Promise<void> {
    // Two who say so at the same moment wait for each other.
    const restriction = await this.bars.lockRestriction(caseFileId);
    // Locked by supervisors only: there is no row for anybody else.
    if (!restriction?.circle.includes(this.unit.account.id)) return;
    if (!(await this.bars.hasOtherSupervisor(caseFileId, this.unit.account.id)))
      throw refused(
        'only-supervisor',
        'Vous êtes la seule personne responsable du cercle : faites-y d’abord entrer une autre, ou ouvrez le dossier à l’équipe.',
        'You are the only supervisor of the circle: let another in first, or open the case to the team.',
      );
  }
}
