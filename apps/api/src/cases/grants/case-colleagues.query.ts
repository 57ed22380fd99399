import { Injectable } from '@nestjs/common';
import { type AccountRole, mayEver, relationsTo } from '@repere/access';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { NamedDto } from '../page/case-file.dto';
import type { CaseRow } from '../reading/case-row';
import type { LoadedCase } from '../reading/loaded-case';
import type { CaseColleagueDto } from './case-colleagues.dto';
import { isKeptAway } from './in-conflict';

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

const relationsOf = ({ id, roles, teams }: ColleagueRow, row: CaseRow) =>
  relationsTo({ id, roles, teamIds: teams.map((team) => team.id) }, { ...row, circle: null, missionIds: [] });

/** Active accounts that may work on cases or receive a part of one, for whoever names people in it. */
@Injectable()
export class CaseColleaguesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Who works on the case: not who is asked for an opinion, or broke the glass. */
  async listWorkers({ row }: LoadedCase): Promise<readonly NamedDto[]> {
    const found = await COLLEAGUES.readRows(this.unit.manager, [row.recusedIds]);
    return found
      .filter((it) => {
        const relations = relationsOf(it, row);
        return !isKeptAway(row, it.id) && it.roles.some((role) => mayEver(role, 'write', relations));
      })
      .map(({ id, name }) => ({ id, name }));
  }

  async listColleagues({ row }: LoadedCase): Promise<readonly CaseColleagueDto[]> {
    const found = await COLLEAGUES.readRows(this.unit.manager, [row.recusedIds]);
    return found
      .map((it): CaseColleagueDto => {
        const { id, name, roles, teams } = it;
        const relations = relationsOf(it, row);
        return {
          id,
          name,
          teams: teams.map((team) => team.name),
          mayAdvise:
            id !== this.unit.account.id && roles.some((role) => mayEver(role, 'advise', ['second-opinion'])),
          mayLead: id !== row.leadId && !isKeptAway(row, id) && roles.some((role) => mayEver(role, 'write')),
          isRelated: roles.some((role) => mayEver(role, 'read', relations)),
          isSupervisor: roles.includes('supervisor') && teams.some((team) => team.id === row.teamId),
          isPartner: roles.some((role) => mayEver(role, 'receive')),
        };
      })
      .filter(({ mayAdvise, isRelated, isPartner }) => mayAdvise || isRelated || isPartner);
  }
}
