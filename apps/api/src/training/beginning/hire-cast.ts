import { Injectable } from '@nestjs/common';
import { StaffService } from '../../access/team/staff.service';
import { CAST, CAST_TEAMS } from './training-cast';

/** The fictional staff of a training space. They have no password: whoever leads plays them, nobody signs in as them. */
@Injectable()
export class HireCast {
  constructor(private readonly staff: StaffService) {}

  /** Ids by login. Call it in a unit of work as `system:seed`. */
  async hire(territory: string): Promise<ReadonlyMap<string, string>> {
    const teams = new Map<string, string>();
    for (const { name, kind } of CAST_TEAMS) teams.set(name, await this.staff.team(name, territory, kind));
    const accounts = new Map<string, string>();
    for (const { login, name, role, team } of CAST) {
      const teamId = teams.get(team);
      if (teamId === undefined) throw new Error(`${login} is in no team of the cast`);
      accounts.set(login, (await this.staff.hire({ login, name, roles: [role], teamId })).id);
    }
    return accounts;
  }
}
