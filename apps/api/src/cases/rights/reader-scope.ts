import { Injectable } from '@nestjs/common';
import { type CaseAct, may } from '@repere/access';
import { askerOf } from '../../platform/asker';
import { UnitOfWork } from '../../platform/unit-of-work';

/** Whose cases a list is about. */
export interface ReaderScope {
  readonly accountId: string;
  /** Teams whose cases the account may read as one of the team, or on duty for it. */
  readonly teamIds: readonly string[];
  /** Cases that were given to the account, and those of whom it stands in for. */
  readonly assignedIds: readonly string[];
  /** Cases that the account examines, and the open missions that it does so in. */
  readonly auditedIds: readonly string[];
  readonly missionIds: readonly string[];
}

/** What an account's lists are drawn from; the database's policies hold besides. */
@Injectable()
export class ReaderScopes {
  constructor(private readonly unit: UnitOfWork) {}

  async find(): Promise<ReaderScope> {
    const { account, manager } = this.unit;
    const rows: { id: string }[] = await manager.query(
      `SELECT app_assigned_cases() AS id UNION
       SELECT id FROM case_file WHERE lead_id = ANY ($1::uuid[]) AND app_is_self(lead_id, team_id)`,
      [account.reach.standsInFor.map(({ accountId }) => accountId)],
    );
    const audited: { id: string; missionId: string }[] = await manager.query(
      `SELECT case_file_id AS id, mission_id AS "missionId" FROM mission_case
        WHERE mission_id = ANY (ARRAY(SELECT app_open_missions()))`,
    );
    return {
      accountId: account.id,
      teamIds: this.teamsFor('read'),
      assignedIds: rows.map(({ id }) => id),
      auditedIds: [...new Set(audited.map(({ id }) => id))],
      missionIds: [...new Set(audited.map(({ missionId }) => missionId))],
    };
  }

  /** Teams in whose cases the account may do this by being of the team, or on duty for it. */
  teamsFor(act: CaseAct): readonly string[] {
    const asker = askerOf(this.unit.account);
    return [...new Set([...asker.teamIds, ...(asker.dutyTeamIds ?? [])])].filter(
      (teamId) => may(asker, act, { kind: 'case-file', teamId, leadId: null, ties: [] }).yes,
    );
  }
}
