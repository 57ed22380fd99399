import { randomUUID } from 'node:crypto';
import {
  ACCOUNT_ROLES,
  type AccountRole,
  type Principal,
  type CaseGrants,
  type Relation,
} from '@repere/access';
import { OTHERS, grantTo } from '../../../testing/cases/test-grants';
import { insertOpenMission } from '../../../testing/cases/test-mission';
import type { SignedInClient, TestService } from '../../../testing/test-service';
import { type TeamWithEverything, teamWithEverything } from '../../attacks/testing/team-with-everything';

/** An account of one role, related to the case in one way, as the policy and the database both know it. */
export interface RelatedAccount {
  readonly account: SignedInClient;
  readonly principal: Principal;
  readonly file: CaseGrants;
}

type RelatedCase = Pick<TeamWithEverything, 'file' | 'teamId' | 'worker' | 'entryId'>;

/** One case, with one of everything unless it is given, and an account of each role that is related to it in one way after the other. */
export class RelatedAccounts<T extends RelatedCase = TeamWithEverything> {
  private constructor(
    private readonly service: TestService,
    readonly everything: T,
    private readonly accounts: ReadonlyMap<AccountRole, SignedInClient>,
    private readonly otherTeamId: string,
    private readonly absentId: string,
  ) {}

  static async relateAccounts(service: TestService): Promise<RelatedAccounts> {
    return RelatedAccounts.to(service, await teamWithEverything(service, 'South'));
  }

  /** The same for a case of the team South. */
  static async to<T extends RelatedCase>(service: TestService, everything: T): Promise<RelatedAccounts<T>> {
    const accounts = new Map<AccountRole, SignedInClient>();
    for (const role of ACCOUNT_ROLES)
      accounts.set(role, await service.signIn({ roles: [role], teams: ['North'] }));
    const absent = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`);
    if (!team) throw new Error('no team');
    return new RelatedAccounts(service, everything, accounts, team.id, absent.id);
  }

  /** The account of this role, related in this way and in no other. */
  async relateAccount(role: AccountRole, relation: Relation): Promise<RelatedAccount> {
    const account = this.accounts.get(role);
    if (!account) throw new Error(role);
    await this.endRelations(account.id);
    const { file, teamId, worker, entryId } = this.everything;
    const isOfTeam = relation === 'team' || relation === 'supervisor';
    const leadId = relation === 'lead' ? account.id : relation === 'substitute' ? this.absentId : worker.id;
    const memberOf = isOfTeam ? teamId : this.otherTeamId;
    await this.seed(
      `UPDATE restriction SET ended_at = now(), ended_by = set_by WHERE set_by = ANY ($1) AND ended_at IS NULL`,
      [[...this.accounts.values()].map(({ id }) => id)],
    );
    await this.seed(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [file.id, leadId]);
    await this.seed(`INSERT INTO team_member (team_id, account_id) VALUES ($1, $2)`, [memberOf, account.id]);
    if (relation === 'substitute')
      await this.seed(
        `INSERT INTO substitution (id, absent_id, substitute_id, from_at, until_at, named_by, named_at, team_ids)
         VALUES ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', $2, now(), ARRAY[$4::uuid])`,
        [randomUUID(), this.absentId, account.id, teamId],
      );
    if (relation === 'on-duty')
      await this.seed(
        `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
         VALUES ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', $3, now())`,
        [randomUUID(), teamId, account.id],
      );
    if (relation === 'assigned')
      await this.seed(
        `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, now())`,
        [file.id, teamId, account.id],
      );
    const missionIds =
      relation === 'mission'
        ? [await insertOpenMission(this.service, { auditorId: account.id, caseFileIds: [file.id] })]
        : [];
    const own = await grantTo(this.service, { id: file.id, entryId }, account.id, relation);
    return {
      account,
      principal: {
        id: account.id,
        roles: [role],
        teamIds: [memberOf],
        dutyTeamIds: relation === 'on-duty' ? [teamId] : [],
        standsInFor: relation === 'substitute' ? [{ accountId: this.absentId, teamIds: [teamId] }] : [],
      },
      file: {
        teamId,
        leadId,
        grants: own,
        missionIds: role === 'auditor' ? missionIds : [],
        circle: relation === 'break-glass-restricted' ? OTHERS : null,
      },
    };
  }

  private async endRelations(accountId: string): Promise<void> {
    for (const sql of [
      `DELETE FROM team_member WHERE account_id = $1`,
      `UPDATE assignment SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL`,
      `UPDATE substitution SET ended_at = now(), ended_by = $1 WHERE substitute_id = $1 AND ended_at IS NULL`,
      `UPDATE duty SET ended_at = now(), ended_by = $1 WHERE account_id = $1 AND ended_at IS NULL`,
      `UPDATE break_glass SET opened_at = opened_at - interval '2 hours', until_at = until_at - interval '2 hours'
        WHERE account_id = $1 AND until_at > now()`,
      `UPDATE mission SET state = 'closed', closed_by = opened_by, closed_at = now()
        WHERE state = 'open' AND auditor_ids = ARRAY[$1::uuid]`,
    ])
      await this.seed(sql, [accountId]);
  }

  private seed(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    return this.service.asSeed(({ manager }) => manager.query(sql, [...parameters]));
  }
}
