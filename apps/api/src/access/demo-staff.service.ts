import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/unit-of-work';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TEAMS } from './demo-accounts';
import { hashPassword } from './passwords';

/** Ids of what was seeded, by name and by login. */
export interface DemoStaff {
  readonly teams: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

/** The fictional teams and accounts of the demo. Idempotent. Call it in a unit of work as `system:seed`. */
@Injectable()
export class DemoStaffService {
  constructor(private readonly unit: UnitOfWork) {}

  async seed(): Promise<DemoStaff> {
    const teams = new Map<string, string>();
    for (const { name, territory } of DEMO_TEAMS) teams.set(name, await this.team(name, territory));
    const accounts = new Map<string, string>();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    for (const { login, name, role, team } of DEMO_ACCOUNTS) {
      await this.unit.manager.query(
        `INSERT INTO account (login, name, password_hash, roles) VALUES ($1, $2, $3, ARRAY[$4]) ON CONFLICT (login) DO NOTHING`,
        [login, name, passwordHash, role],
      );
      const id = await this.id(`SELECT id FROM account WHERE login = $1`, login);
      accounts.set(login, id);
      await this.unit.manager.query(
        `INSERT INTO team_member (team_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [teams.get(team), id],
      );
    }
    return { teams, accounts };
  }

  private async team(name: string, territory: string): Promise<string> {
    await this.unit.manager.query(
      `INSERT INTO team (name, territory) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM team WHERE name = $1)`,
      [name, territory],
    );
    return this.id(`SELECT id FROM team WHERE name = $1`, name);
  }

  private async id(query: string, parameter: string): Promise<string> {
    const [row]: { id: string }[] = await this.unit.manager.query(query, [parameter]);
    if (!row) throw new Error('the demo staff was not stored');
    return row.id;
  }
}
