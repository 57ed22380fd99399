import { Injectable } from '@nestjs/common';
import { may, mayEver } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler } from './case-command-handler';
import { assignedIds } from '../reading/case-row';
import { UUID } from '../../platform/uuid';
import type { LoadedCase } from '../reading/loaded-case';
import { OpenAccountsQuery } from '../reading/open-accounts.query';
import { ProjectionsRepository } from '../projections/projections.repository';
import { AssignmentsRepository } from '../grants/assignments.repository';
import { ExclusionService } from '../grants/exclusion.service';
import { inConflict } from '../grants/in-conflict';
import type { ActDoneDto } from '../page/case-file.dto';

/** Who works on a case: its lead, and who is assigned to it. */
@Injectable()
export class AssignService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly bars: ExclusionService,
    private readonly accounts: OpenAccountsQuery,
    private readonly assignments: AssignmentsRepository,
    private readonly projections: ProjectionsRepository,
  ) {}

  /** The lead from now on, somebody of the team who may write. A note in the journal says so. */
  async name(file: LoadedCase, accountId: string): Promise<ActDoneDto> {
    const account = await this.accounts.findAccount(accountId);
    const isOfTeam = account?.teamIds.includes(file.row.teamId);
    if (!account || !isOfTeam || !account.roles.some((role) => mayEver(role, 'write')))
      throw refused(
        'not-in-team',
        'Cette personne n’est pas de l’équipe, ou ne tient pas de dossiers.',
        'This person is not of the team, or keeps no cases.',
        'accountId',
      );
    if (accountId === file.row.leadId)
      throw refused(
        'same-lead',
        'Cette personne pilote déjà le dossier.',
        'This person leads the case already.',
        'accountId',
      );
    this.refuseBarred(file, accountId);
    await this.projections.nameLead(file.row.id, accountId);
    // A handover leaves no gap: the new lead of a restricted case is of its circle.
    await this.bars.admit(file.row.id, accountId);
    await this.unit.recordEvent({
      type: 'case-file.lead',
      caseFileId: file.row.id,
      payload: { before: file.row.leadId, after: accountId },
    });
    return this.commands.handleCommand(file.ledBy(accountId), {
      kind: 'add-note',
      about: 'lead',
      note: account.name,
    });
  }

  async assign(file: LoadedCase, accountId: string): Promise<void> {
    const { row } = file;
    if (!UUID.test(accountId)) throw new Refusal('not-found');
    const account = await this.accounts.findAccount(accountId);
    if (!account?.roles.some((role) => mayEver(role, 'write')))
      throw refused(
        'not-a-worker',
        'Ce compte ne peut pas ouvrir de dossier.',
        'This account can open no case.',
        'accountId',
      );
    this.refuseBarred(file, accountId);
    if (assignedIds(row).includes(accountId)) return;
    await this.assignments.addAssignment(row, { accountId, relation: 'assigned' });
    await this.bars.admit(row.id, accountId);
    this.unit.notes({ assigned: accountId });
  }

  async unassign({ row }: LoadedCase, accountId: string): Promise<void> {
    if (!assignedIds(row).includes(accountId)) throw new Refusal('not-found');
    await this.assignments.endGrants(row.id, accountId, 'assigned');
    this.unit.notes({ unassigned: accountId });
  }

  /** Not who declared a conflict; nor, but by who may restrict the case, somebody outside its circle. */
  private refuseBarred({ row, resource }: LoadedCase, accountId: string): void {
    if (row.recusedIds.includes(accountId)) throw inConflict();
    const isInside = row.circle === null || row.circle.includes(accountId);
    if (!isInside && !may(principalOf(this.unit.account), 'restrict', resource).yes)
      throw refused(
        'outside-circle',
        'Ce dossier est réservé à un cercle dont cette personne n’est pas. Demandez à la personne responsable de l’équipe.',
        'This case is restricted to a circle that this person is not of. Ask the supervisor of the team.',
        'accountId',
      );
  }
}
