import { Injectable } from '@nestjs/common';
import { command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { TeamMateDto } from './team.dto';

/** Teams with who is in them. */
@Injectable()
export class TeamQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Open accounts of these teams, by name. */
  mates(teamIds: readonly string[]): Promise<readonly TeamMateDto[]> {
    return MATES.readRows(this.unit.manager, [teamIds]);
  }

  /** A team of this name, unless there is one. */
  insertNamed(name: string, territory: string, kind: string, checkPhone: string | null): Promise<void> {
    return INSERT_NAMED(this.unit.manager, [name, territory, kind, checkPhone]);
  }
}

const MATES = rows<TeamMateDto>({ id: 'uuid', name: 'text', roles: 'text[]', teamIds: 'uuid[]' }).from(`
  SELECT a.id, a.name, a.roles, array_agg(m.team_id) AS "teamIds"
    FROM account a JOIN team_member m ON m.account_id = a.id
   WHERE m.team_id = ANY ($1::uuid[]) AND account_is_open(a)
   GROUP BY a.id ORDER BY a.name, a.id`);

const INSERT_NAMED = command(
  `INSERT INTO team (name, territory, kind, check_phone) SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM team WHERE name = $1)`,
);
