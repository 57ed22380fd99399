import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

export interface OpenAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}

/** Accounts of people who are here today: only they are given anything. */
@Injectable()
export class OpenAccountsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async findAccount(id: string): Promise<OpenAccount | null> {
    const [account] = await this.listAccounts([id]);
    return account ?? null;
  }

  /** Those of these that are open. */
  listAccounts(ids: readonly string[]): Promise<readonly OpenAccount[]> {
    return OPEN.readRows(this.unit.manager, [ids]);
  }
}

const OPEN = rows<OpenAccount>({ id: 'uuid', name: 'text', roles: 'text[]', teamIds: 'uuid[]' }).from(`
  SELECT a.id, a.name, a.roles, ARRAY(SELECT m.team_id FROM team_member m WHERE m.account_id = a.id) AS "teamIds"
    FROM account a WHERE a.id = ANY ($1::uuid[]) AND account_is_open(a)`);
