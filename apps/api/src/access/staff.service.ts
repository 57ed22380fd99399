import type { AccountRole } from '@repere/access';
import { Injectable } from '@nestjs/common';
import type { ServiceKind } from '@repere/cases';
import { UnitOfWork } from '../platform/unit-of-work';
import { AccountEmails } from './accounts/account-emails';
import { PasswordHashes } from './password-hashes.repository';

/** Somebody who is to have an account. */
export interface NewColleague {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamId: string;
  readonly passwordHash: string;
  /** Where links for a forgotten password go; without one there are none. */
  readonly email?: string;
  /** When somebody last said that they need their rights; today when absent. */
  readonly confirmedDaysAgo?: number;
}

/** Teams and accounts, made once. What is there already stays as it is. Call it in a unit of work as a system actor. */
@Injectable()
export class StaffService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly emails: AccountEmails,
    private readonly hashes: PasswordHashes,
  ) {}

  /** Id of the team of this name; `territory`: the INSEE code of its département. */
  async team(name: string, territory: string, kind: ServiceKind = 'unknown'): Promise<string> {
    await this.unit.manager.query(
      `INSERT INTO team (name, territory, kind) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM team WHERE name = $1)`,
      [name, territory, kind],
    );
    return this.id(`SELECT id FROM team WHERE name = $1`, name);
  }

  /** Id of the account, and whether it is new: somebody who is there already keeps roles and password. */
  async hire({
    login,
    name,
    roles,
    teamId,
    passwordHash,
    email,
    confirmedDaysAgo = 0,
  }: NewColleague): Promise<{ id: string; isNew: boolean }> {
    const made: { id: string }[] = await this.unit.manager.query(
      `INSERT INTO account (login, name, roles, rights_confirmed_at)
       VALUES ($1, $2, $3, now() - make_interval(days => $4)) ON CONFLICT (login) DO NOTHING RETURNING id`,
      [login, name, roles, confirmedDaysAgo],
    );
    const id = await this.id(`SELECT id FROM account WHERE login = $1`, login);
    if (made.length > 0) await this.hashes.set(id, passwordHash);
    if (made.length > 0 && email !== undefined) await this.emails.set(id, email);
    await this.unit.manager.query(
      `INSERT INTO team_member (team_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [teamId, id],
    );
    return { id, isNew: made.length > 0 };
  }

  private async id(query: string, parameter: string): Promise<string> {
    const [row]: { id: string }[] = await this.unit.manager.query(query, [parameter]);
    if (!row) throw new Error('what was stored is not there');
    return row.id;
  }
}
