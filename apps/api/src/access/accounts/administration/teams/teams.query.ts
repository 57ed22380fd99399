import { Injectable } from '@nestjs/common';
import { command, rows } from '../../../../platform/data/statement';
import { UnitOfWork } from '../../../../platform/unit/unit-of-work';
import { STATE_OF_ACCOUNT } from '../account-rows.query';
import type { TeamSummaryDto } from './teams.dto';

type TeamRow = Omit<TeamSummaryDto, 'territoryName' | 'zone'>;

/** Teams with their members, and whether a name is free. */
@Injectable()
export class TeamsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** By name. */
  listTeams(): Promise<readonly TeamRow[]> {
    return ALL.readRows(this.unit.manager);
  }

  /** Two of the same name at the same moment wait for each other here. */
  async isTaken(name: string, except: string | null): Promise<boolean> {
    await LOCK_NAMES(this.unit.manager);
    return (await TAKEN.first(this.unit.manager, [name, except])) !== null;
  }
}

const ALL = rows<TeamRow>({
  id: 'uuid',
  name: 'text',
  territory: 'text',
  kind: 'text',
  checkPhone: 'text?',
  letterhead: 'text?',
  signsFor: 'text?',
  members: 'json',
}).from(`
  SELECT t.id, t.name, t.territory, t.kind, t.check_phone AS "checkPhone", t.letterhead, t.signs_for AS "signsFor",
         coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'state', ${STATE_OF_ACCOUNT}) ORDER BY lower(a.name), a.id)
                     FROM team_member m JOIN account a ON a.id = m.account_id WHERE m.team_id = t.id), '[]') AS members
    FROM team t ORDER BY lower(t.name), t.id LIMIT 500`);

const LOCK_NAMES = command(`SELECT pg_advisory_xact_lock(hashtext('repere team names'))`);

const TAKEN = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT id FROM team WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::uuid`,
);
