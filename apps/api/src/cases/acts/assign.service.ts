import { Injectable } from '@nestjs/common';
import { may, mayEver } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { assignedIds } from '../reading/case-row';
import { UUID } from '../../platform/uuid';
import type { LoadedCase } from '../reading/loaded-case';
import { OpenAccountsQuery } from '../reading/open-accounts.query';
import { AssignmentsRepository } from '../grants/assignments.repository';
import { ExclusionService } from '../grants/exclusion.service';
import { inConflict } from '../grants/in-conflict';

/** Who works on a case beside its lead. */
@Injectable()
export class AssignService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly bars: ExclusionService,
    private readonly accounts: OpenAccountsQuery,
    private readonly assignments: AssignmentsRepository,
  ) {}

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
