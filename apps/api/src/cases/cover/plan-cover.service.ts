import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountRole, mayEver, mayNowhere } from '@repere/access';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { UUID } from '../../platform/uuid';
import { readUntil } from '../ties/read-until';
import { refused } from '../../platform/refused';
import type { PlanDutyDto, PlanSubstitutionDto } from './cover.dto';
import { plannedTeamIds } from './planned-teams';

const MOST_DAYS = 400;

interface Colleague {
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}

/** Who stands in for whom, and who is on duty, with a start and an end. By a supervisor of the team. */
@Injectable()
export class PlanCoverService {
  constructor(private readonly unit: UnitOfWork) {}

  /** It carries the cases of the teams whose cover the reader plans: nobody opens to another what they don’t see. */
  async substitute({ absentId, substituteId, from, until }: PlanSubstitutionDto): Promise<{ id: string }> {
    const times = this.times(from, until);
    const teamIds = this.plannedTeams();
    const absent = await this.colleague(absentId);
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
    await this.unit.manager.query(
      `INSERT INTO substitution (id, absent_id, substitute_id, from_at, until_at, named_by, named_at, team_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        absentId,
        substituteId,
        times.from,
        times.until,
        this.unit.account.id,
        new Date(this.unit.now()),
        teamIds,
      ],
    );
    this.unit.notes({ substitution: id, absentId, substituteId, teamIds, from, until });
    return { id };
  }

  async putOnDuty({ teamId, accountId, from, until }: PlanDutyDto): Promise<{ id: string }> {
    const times = this.times(from, until);
    if (!this.plannedTeams().includes(teamId)) throw new Refusal('not-found');
    this.refuseSelf(accountId, 'accountId');
    await this.refuseStranger(accountId, 'accountId');
    const id = randomUUID();
    await this.unit.manager.query(
      `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, teamId, accountId, times.from, times.until, this.unit.account.id, new Date(this.unit.now())],
    );
    this.unit.notes({ duty: id, teamId, accountId, from, until });
    return { id };
  }

  async endSubstitution(id: string): Promise<void> {
    await this.end(
      id,
      `UPDATE substitution SET ended_at = $2, ended_by = $3
        WHERE id = $1 AND ended_at IS NULL AND team_ids && $4::uuid[]`,
    );
    this.unit.notes({ substitutionEnded: id });
  }

  async endDuty(id: string): Promise<void> {
    await this.end(
      id,
      `UPDATE duty SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL AND team_id = ANY ($4::uuid[])`,
    );
    this.unit.notes({ dutyEnded: id });
  }

  private async end(id: string, update: string): Promise<void> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    const [, ended]: [unknown, number] = await this.unit.manager.query(update, [
      id,
      new Date(this.unit.now()),
      this.unit.account.id,
      this.plannedTeams(),
    ]);
    if (ended === 0) throw new Refusal('not-found');
  }

  /** Teams whose cover the reader plans; `not-allowed` when there is none. */
  private plannedTeams(): readonly string[] {
    const teams = plannedTeamIds(this.unit.account);
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('plan-cover')] });
    return teams;
  }

  private times(from: string, until: string): { readonly from: Date; readonly until: Date } {
    const end = readUntil(until, this.unit.now(), MOST_DAYS);
    const start = new Date(from);
    if (start < end) return { from: start, until: end };
    throw new Refusal('invalid', {
      reasons: [
        {
          code: 'invalid-value',
          field: 'from',
          text: { fr: 'Le début doit précéder la fin.', en: 'The start must come before the end.' },
        },
      ],
    });
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
    const account = await this.colleague(id);
    if (!account?.roles.some((role) => mayEver(role, 'write')))
      throw refused(
        'not-a-worker',
        'Cette personne ne tient pas de dossiers.',
        'This person keeps no cases.',
        field,
      );
  }

  private async colleague(id: string): Promise<Colleague | null> {
    const [account]: Colleague[] = await this.unit.manager.query(
      `SELECT a.roles, ARRAY(SELECT m.team_id FROM team_member m WHERE m.account_id = a.id) AS "teamIds"
         FROM account a WHERE a.id = $1 AND account_is_open(a)`,
      [id],
    );
    return account ?? null;
  }
}
