import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TEAMS } from './demo-accounts';
import { hashPassword } from '../access/passwords/passwords';
import { StaffService } from '../access/team/staff.service';

/** Days since their rights were confirmed, so that the yearly review has something to show: one overdue, two due soon. */
const CONFIRMED_DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ['tom', 380],
  ['rosa', 350],
  ['emile', 340],
]);

/** Ids of what was seeded, by name and by login. */
export interface DemoStaff {
  readonly teams: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

/** The fictional teams and accounts of the demo. Idempotent. Call it in a unit of work as `system:seed`. */
export class SeedStaff {
  constructor(private readonly staff: StaffService) {}

  async seed(): Promise<DemoStaff> {
    const teams = new Map<string, string>();
    for (const { name, territory, kind, checkPhone } of DEMO_TEAMS)
      teams.set(name, await this.staff.team(name, territory, kind, checkPhone));
    const accounts = new Map<string, string>();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    for (const { login, name, role, team } of DEMO_ACCOUNTS) {
      const teamId = teams.get(team);
      if (teamId === undefined) throw new Error(`${login} is in no team of the demo`);
      const email = `${login}@repere.example`;
      const confirmedDaysAgo = CONFIRMED_DAYS_AGO.get(login) ?? 0;
      const { id } = await this.staff.hire({
        login,
        name,
        roles: [role],
        teamId,
        passwordHash,
        email,
        confirmedDaysAgo,
      });
      accounts.set(login, id);
    }
    return { teams, accounts };
  }
}
