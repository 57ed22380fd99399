import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { NamedDto } from '../../../cases/page/case-file.dto';

/** Who can answer for how cases are handled: whoever of these teams keeps cases or supervises. */
@Injectable()
export class MissionStaffQuery {
  constructor(private readonly unit: UnitOfWork) {}

  owners(teamIds: readonly string[]): Promise<readonly NamedDto[]> {
    return OWNERS.readRows(this.unit.manager, [teamIds]);
  }

  teams(ids: readonly string[]): Promise<readonly NamedDto[]> {
    return TEAMS.readRows(this.unit.manager, [ids]);
  }

  /** Active auditors of the whole service: one of another team is less of a colleague. */
  auditors(): Promise<readonly NamedDto[]> {
    return AUDITORS.readRows(this.unit.manager);
  }
}

const OWNERS = rows<NamedDto>({ id: 'uuid', name: 'text' }).from(`
  SELECT a.id, a.name FROM account a
   WHERE a.roles && ARRAY['caseworker','ase-referent','supervisor'] AND account_is_open(a)
     AND EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = a.id AND m.team_id = ANY ($1::uuid[]))
   ORDER BY a.name, a.id`);

const TEAMS = rows<NamedDto>({ id: 'uuid', name: 'text' }).from(
  `SELECT id, name FROM team WHERE id = ANY ($1::uuid[]) ORDER BY name`,
);

const AUDITORS = rows<NamedDto>({ id: 'uuid', name: 'text' }).from(
  `SELECT id, name FROM account a WHERE 'auditor' = ANY (roles) AND account_is_open(a) ORDER BY name, id`,
);
