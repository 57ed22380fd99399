import { Injectable } from '@nestjs/common';
import { type AccountRole, CASE_RIGHTS } from '@repere/access';
import type { ActDone } from '@repere/cases';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { Acting } from '../acting';
import { UUID } from '../case-reader';
import type { LoadedCase } from '../loaded-case';

/** Who works on a case: its lead, and who is assigned to it. */
@Injectable()
export class AssignService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly acting: Acting,
  ) {}

  /** The lead from now on, somebody of the team who may write. A note in the journal says so. */
  async name(file: LoadedCase, accountId: string): Promise<ActDone> {
    const { manager } = this.unit;
    const [account]: { name: string; roles: AccountRole[] }[] = await manager.query(
      `SELECT a.name, a.roles FROM account a JOIN team_member m ON m.account_id = a.id
        WHERE a.id = $1 AND m.team_id = $2 AND a.disabled_at IS NULL`,
      [accountId, file.row.teamId],
    );
    if (!account || !account.roles.some((role) => CASE_RIGHTS[role].write.length > 0))
      throw refused(
        'not-in-team',
        'accountId',
        'Cette personne n’est pas de l’équipe, ou ne tient pas de dossiers.',
        'This person is not of the team, or keeps no cases.',
      );
    if (accountId === file.row.leadId)
      throw refused(
        'same-lead',
        'accountId',
        'Cette personne pilote déjà le dossier.',
        'This person leads the case already.',
      );
    await manager.query(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [file.row.id, accountId]);
    await manager.query(`UPDATE deadline SET lead_id = $2 WHERE case_file_id = $1`, [file.row.id, accountId]);
    await this.unit.record({
      type: 'case-file.lead',
      caseFileId: file.row.id,
      payload: { before: file.row.leadId, after: accountId },
    });
    return this.acting.act(file.ledBy(accountId), {
      kind: 'add-note',
      about: 'lead',
      note: account.name,
    });
  }

  async assign({ row }: LoadedCase, accountId: string): Promise<void> {
    if (!UUID.test(accountId)) throw new Refusal('not-found');
    const known: { roles: AccountRole[] }[] = await this.unit.manager.query(
      `SELECT roles FROM account WHERE id = $1 AND disabled_at IS NULL`,
      [accountId],
    );
    if (!known[0]?.roles.some((role) => CASE_RIGHTS[role].read.length > 0))
      throw refused(
        'not-a-worker',
        'accountId',
        'Ce compte ne peut pas ouvrir de dossier.',
        'This account can open no case.',
      );
    if (row.assignedIds.includes(accountId)) return;
    await this.unit.manager.query(
      `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, $4)`,
      [row.id, row.teamId, accountId, new Date(this.unit.now())],
    );
    this.unit.notes({ assigned: accountId });
  }

  async unassign({ row }: LoadedCase, accountId: string): Promise<void> {
    if (!row.assignedIds.includes(accountId)) throw new Refusal('not-found');
    await this.unit.manager.query(
      `UPDATE assignment SET ended_at = $3 WHERE case_file_id = $1 AND account_id = $2 AND ended_at IS NULL`,
      [row.id, accountId, new Date(this.unit.now())],
    );
    this.unit.notes({ unassigned: accountId });
  }
}

const refused = (code: string, field: string, fr: string, en: string): Refusal =>
  new Refusal('refused', { reasons: [{ code, field, text: { fr, en } }] });
