import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountRole, mayEver, relationsTo } from '@repere/access';
import { Refusal } from '../../platform/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { UUID } from '../../platform/uuid';
import type { LoadedCase } from '../reading/loaded-case';
import type { RestrictCaseDto } from './case-access.dto';
import { refused } from '../../platform/refused';
import { rowOf } from '../../platform/data/sealed-row';
import { RestrictionEntity } from '../entities/relations/restriction.entity';
import { RecusalEntity } from '../entities/relations/recusal.entity';

interface Member {
  readonly id: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}

/** What bars people from a case: a circle outside of which it is not there, and a conflict of interest. */
@Injectable()
export class BarService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** From the next request on the case is there for these people only. A circle that was there before ends. */
  async restrict({ row, key }: LoadedCase, { circle, reason, words }: RestrictCaseDto): Promise<void> {
    const members = await this.members(circle);
    // A partner is named first, and a part of the case referred to them afterwards.
    const isTied = (member: Member): boolean =>
      member.roles.some((role) => mayEver(role, 'receive')) ||
      !relationsTo(member, { ...row, circle: null, missionIds: [] }).includes('none');
    if (members.length < circle.length || !members.every(isTied))
      throw refused(
        'not-tied',
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
    const supervises = (member: Member): boolean =>
      member.roles.includes('supervisor') && member.teamIds.includes(row.teamId);
    if (!members.some((member) => supervises(member) && !row.recusedIds.includes(member.id)))
      throw refused(
        'no-supervisor',
        'Il faut au moins une personne responsable de l’équipe dans le cercle : sans elle, plus personne ne validerait.',
        'The circle needs at least one supervisor of the team: without one nobody could approve.',
        'circle',
      );
    await this.endRestriction(row.id);
    const id = randomUUID();
    await this.unit.manager.query(
      `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        row.id,
        row.teamId,
        circle,
        reason,
        key.id,
        this.secrecy.seal(key, rowOf(RestrictionEntity, { id }), 'words', words),
        new Date(this.unit.now()),
        this.unit.account.id,
      ],
    );
    this.unit.notes({ circle, reason, words });
  }

  /** The case is there again for everybody whom something ties to it. */
  async open({ row }: LoadedCase): Promise<void> {
    if (row.circle === null) throw new Refusal('not-found');
    await this.endRestriction(row.id);
    this.unit.notes({ circle: null });
  }

  /** Whoever takes a restricted case over is of its circle. */
  async admit(caseFileId: string, accountId: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE restriction SET circle = array_append(circle, $2)
        WHERE case_file_id = $1 AND ended_at IS NULL AND $2 <> ALL (circle)`,
      [caseFileId, accountId],
    );
  }

  /** From the next request on the case is not there for whoever says this. */
  async declareConflict({ row, key }: LoadedCase, words: string): Promise<void> {
    if (row.circle !== null) await this.keepASupervisor(row);
    const id = randomUUID();
    await this.unit.manager.query(
      `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        row.id,
        row.teamId,
        this.unit.account.id,
        key.id,
        this.secrecy.seal(key, rowOf(RecusalEntity, { id }), 'words', words),
        new Date(this.unit.now()),
      ],
    );
    this.unit.notes({ conflict: words });
  }

  /** By another person than whoever declared it. */
  async liftConflict({ row }: LoadedCase, accountId: string): Promise<void> {
    if (!UUID.test(accountId) || !row.recusedIds.includes(accountId)) throw new Refusal('not-found');
    await this.unit.manager.query(
      `UPDATE recusal SET lifted_at = $3, lifted_by = $4
        WHERE case_file_id = $1 AND account_id = $2 AND lifted_at IS NULL`,
      [row.id, accountId, new Date(this.unit.now()), this.unit.account.id],
    );
    this.unit.notes({ conflictLifted: accountId });
  }

  /** A circle keeps a supervisor of the team: nobody else could open it again. */
  private async keepASupervisor({ id: caseFileId }: LoadedCase['row']): Promise<void> {
    // Two who say so at the same moment wait for each other.
    const [restriction]: { circle: string[] }[] = await this.unit.manager.query(
      `SELECT circle FROM restriction WHERE case_file_id = $1 AND ended_at IS NULL FOR UPDATE`,
      [caseFileId],
    );
    // Locked by supervisors only: there is no row for anybody else.
    if (!restriction?.circle.includes(this.unit.account.id)) return;
    const others: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM case_relation_now
        WHERE case_id = $1 AND relation = 'supervisor' AND instead_of IS NULL AND account_id <> $2`,
      [caseFileId, this.unit.account.id],
    );
    if (others.length === 0)
      throw refused(
        'only-supervisor',
        'Vous êtes la seule personne responsable du cercle : faites-y d’abord entrer une autre, ou ouvrez le dossier à l’équipe.',
        'You are the only supervisor of the circle: let another in first, or open the case to the team.',
      );
  }

  private async endRestriction(caseFileId: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE restriction SET ended_at = $2, ended_by = $3 WHERE case_file_id = $1 AND ended_at IS NULL`,
      [caseFileId, new Date(this.unit.now()), this.unit.account.id],
    );
  }

  private members(ids: readonly string[]): Promise<readonly Member[]> {
    return this.unit.manager.query(
      `SELECT a.id, a.roles, ARRAY(SELECT m.team_id FROM team_member m WHERE m.account_id = a.id) AS "teamIds"
         FROM account a WHERE a.id = ANY ($1::uuid[]) AND account_is_open(a)`,
      [ids],
    );
  }
}
