import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, ArrayOverlap, IsNull, Repository } from 'typeorm';
import { mayEver, mayNowhere } from '@repere/access';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { DutyEntity } from '../entities/relations/duty.entity';
import { SubstitutionEntity } from '../entities/relations/substitution.entity';
import { OpenAccountsQuery } from '../reading/open-accounts.query';
import { readUntil } from '../grants/read-until';
import { refused } from '../../platform/refusals/refused';
import type { PlanDutyDto, PlanSubstitutionDto } from './cover.dto';
import { plannedTeamIds } from './planned-teams';
import { invalidValue } from '../../platform/refusals/invalid-value';

const MOST_DAYS = 400;

/** Who stands in for whom, and who is on duty, with a start and an end. By a supervisor of the team. */
@Injectable()
export class PlanCoverService {
  constructor(
    @InjectRepository(SubstitutionEntity) private readonly substitutions: Repository<SubstitutionEntity>,
    @InjectRepository(DutyEntity) private readonly duties: Repository<DutyEntity>,
    private readonly accounts: OpenAccountsQuery,
    private readonly unit: UnitOfWork,
  ) {}

  /** It carries the cases of the teams whose cover the reader plans: nobody opens to another what they don’t see. */
  async substitute({ absentId, substituteId, from, until }: PlanSubstitutionDto): Promise<{ id: string }> {
    const times = this.times(from, until);
    const teamIds = this.plannedTeams();
    const absent = await this.accounts.findAccount(absentId);
    if (!absent?.teamIds.some((id) => teamIds.includes(id))) throw new Refusal('not-found');
    this.refuseSelf(substituteId, 'substituteId');
    await this.refuseStranger(substituteId, 'substituteId');
    if (absentId === substituteId)
      throw refused(
        'same-person',
        'Choisissez une autre personne.',
        'Choose another person.',
        'substituteId',
      );
    const id = randomUUID();
    await this.substitutions.insert({
      ...{ id, absentId, substituteId, teamIds },
      ...times,
      ...this.named(),
    });
    this.unit.notes({ substitution: id, absentId, substituteId, teamIds, from, until });
    return { id };
  }

  async putOnDuty({ teamId, accountId, from, until }: PlanDutyDto): Promise<{ id: string }> {
    const times = this.times(from, until);
    if (!this.plannedTeams().includes(teamId)) throw new Refusal('not-found');
    this.refuseSelf(accountId, 'accountId');
    await this.refuseStranger(accountId, 'accountId');
    const id = randomUUID();
    await this.duties.insert({ ...{ id, teamId, accountId }, ...times, ...this.named() });
    this.unit.notes({ duty: id, teamId, accountId, from, until });
    return { id };
  }

  async endSubstitution(id: string): Promise<void> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    const teamIds = ArrayOverlap(this.plannedTeams());
    const { affected } = await this.substitutions.update({ id, endedAt: IsNull(), teamIds }, this.ended());
    if (affected !== 1) throw new Refusal('not-found');
    this.unit.notes({ substitutionEnded: id });
  }

  async endDuty(id: string): Promise<void> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    const teamId = Any(this.plannedTeams());
    const { affected } = await this.duties.update({ id, endedAt: IsNull(), teamId }, this.ended());
    if (affected !== 1) throw new Refusal('not-found');
    this.unit.notes({ dutyEnded: id });
  }

  /** By whom, and when. */
  private named(): Pick<DutyEntity, 'namedBy' | 'namedAt'> {
    return { namedBy: this.unit.account.id, namedAt: new Date(this.unit.now()) };
  }

  private ended(): Pick<DutyEntity, 'endedBy' | 'endedAt'> {
    return { endedBy: this.unit.account.id, endedAt: new Date(this.unit.now()) };
  }

  /** Teams whose cover the reader plans; `not-allowed` when there is none. */
  private plannedTeams(): readonly string[] {
    const teams = plannedTeamIds(this.unit.account);
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('plan-cover')] });
    return teams;
  }

  private times(from: string, until: string): Pick<DutyEntity, 'fromAt' | 'untilAt'> {
    const end = readUntil(until, this.unit.now(), MOST_DAYS);
    const start = new Date(from);
    if (start < end) return { fromAt: start, untilAt: end };
    throw invalidValue('from', 'Le début doit précéder la fin.', 'The start must come before the end.');
  }

  /** Nobody widens their own reach. */
  private refuseSelf(id: string, field: string): void {
    if (id === this.unit.account.id)
      throw refused(
        'own-cover',
        'Vous ne pouvez pas vous nommer vous-même : un autre responsable de l’équipe peut le faire.',
        'You cannot name yourself: another supervisor of the team can.',
        field,
      );
  }

  /** Only somebody who may work on cases covers for somebody. */
  private async refuseStranger(id: string, field: string): Promise<void> {
    const account = await this.accounts.findAccount(id);
    if (!account?.roles.some((role) => mayEver(role, 'write')))
      throw refused(
        'not-a-worker',
        'Cette personne ne tient pas de dossiers.',
        'This person keeps no cases.',
        field,
      );
  }
}
