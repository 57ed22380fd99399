import { Injectable } from '@nestjs/common';
import { type CaseAct, may } from '@repere/access';
import { askerOf } from '../platform/asker';
import { UnitOfWork } from '../platform/unit-of-work';

/** Whose cases a list is about. */
export interface ReaderScope {
  readonly accountId: string;
  /** Teams whose cases the account may read as one of the team. */
  readonly teamIds: readonly string[];
  /** Cases that the account is assigned to. */
  readonly assignedIds: readonly string[];
}

/** What an account's lists are drawn from; the database's policies hold besides. */
@Injectable()
export class ReaderScopes {
  constructor(private readonly unit: UnitOfWork) {}

  async find(): Promise<ReaderScope> {
    const { account, manager } = this.unit;
    const rows: { id: string }[] = await manager.query(
      `SELECT case_file_id AS id FROM assignment WHERE account_id = $1 AND ended_at IS NULL`,
      [account.id],
    );
    return {
      accountId: account.id,
      teamIds: this.teamsFor('read'),
      assignedIds: rows.map(({ id }) => id),
    };
  }

  /** Teams in whose cases the account may do this by being of the team. */
  teamsFor(act: CaseAct): readonly string[] {
    const { account } = this.unit;
    const asker = askerOf(account);
    return account.teams
      .map(({ id }) => id)
      .filter((teamId) => may(asker, act, { kind: 'case-file', teamId, leadId: null, assignedIds: [] }).yes);
  }
}
