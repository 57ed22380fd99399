import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { CaseRow } from './case-row';
import { CASE_ROWS_SQL } from './case-rows.query';

/** Lines of cases that the actor's policies let through. */
@Injectable()
export class CaseRowsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async find(id: string): Promise<CaseRow | null> {
    const [row] = await this.list([id]);
    return row ?? null;
  }

  /** The same, and nobody else writes to this case until the transaction ends. */
  async lock(id: string): Promise<CaseRow | null> {
    await CASE_ROWS_SQL.lock(this.unit.manager, [id]);
    return this.find(id);
  }

  list(ids: readonly string[]): Promise<readonly CaseRow[]> {
    return CASE_ROWS_SQL.list.all(this.unit.manager, [ids, new Date(this.unit.now())]);
  }
}
