import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';

export type Names = ReadonlyMap<string, string>;

/** Names of accounts by id, for the screen. What acted by itself is "Repère". */
@Injectable()
export class AccountNames {
  constructor(private readonly unit: UnitOfWork) {}

  async of(ids: Iterable<string | null | undefined>): Promise<Names> {
    const accounts = new Set<string>();
    const names = new Map<string, string>();
    for (const id of ids) {
      if (id?.startsWith('system:')) names.set(id, 'Repère');
      else if (id) accounts.add(id);
    }
    const rows: { id: string; name: string }[] = await this.unit.manager.query(
      `SELECT id, name FROM account WHERE id = ANY ($1::uuid[])`,
      [[...accounts]],
    );
    for (const { id, name } of rows) names.set(id, name);
    return names;
  }
}
