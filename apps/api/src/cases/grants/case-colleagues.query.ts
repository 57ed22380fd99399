import { Injectable } from '@nestjs/common';
import { type AccountRole, mayEver, relationsTo } from '@repere/access';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { LoadedCase } from '../reading/loaded-case';
import type { CaseColleagueDto } from './case-access.dto';

interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

const COLLEAGUES = rows<ColleagueRow>({ id: 'uuid', name: 'text', roles: 'text[]', teams: 'json' }).from(
  `SELECT a.id, a.name, a.roles,
          coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name)
                      FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]') AS teams
     FROM account a WHERE account_is_open(a) AND a.id <> ALL ($1::uuid[]) ORDER BY a.name, a.id`,
);

/** Active accounts that may work on cases or receive a part of one, for whoever names people in it. */
@Injectable()
export class CaseColleaguesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async listColleagues({ row }: LoadedCase): Promise<readonly CaseColleagueDto[]> {
    const found = await COLLEAGUES.readRows(this.unit.manager, [row.recusedIds]);
    return found
      .map(({ id, name, roles, teams }): CaseColleagueDto => {
        const teamIds = teams.map((team) => team.id);
        const relations = relationsTo({ id, roles, teamIds }, { ...row, circle: null, missionIds: [] });
        return {
          id,
          name,
          teams: teams.map((team) => team.name),
          mayAdvise:
            id !== this.unit.account.id && roles.some((role) => mayEver(role, 'advise', ['second-opinion'])),
          isRelated: roles.some((role) => mayEver(role, 'read', relations)),
          isSupervisor: roles.includes('supervisor') && teamIds.includes(row.teamId),
          isPartner: roles.some((role) => mayEver(role, 'receive')),
        };
      })
      .filter(({ mayAdvise, isRelated, isPartner }) => mayAdvise || isRelated || isPartner);
  }
}
