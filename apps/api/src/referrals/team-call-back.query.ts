import { Injectable } from '@nestjs/common';
import { rows } from '../platform/data/statement';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** The number by which a service verifies that a team is who it says: kept by administrators, typed by nobody who asks. */
@Injectable()
export class TeamCallBackQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** By team; none where none is kept. */
  async readNumbers(teamIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await NUMBERS.readRows(this.unit.manager, [[...new Set(teamIds)]]);
    return new Map(found.map(({ id, checkPhone }) => [id, checkPhone]));
  }
}

const NUMBERS = rows<{ readonly id: string; readonly checkPhone: string }>({
  id: 'uuid',
  checkPhone: 'text!',
}).from(
  `SELECT id, check_phone AS "checkPhone" FROM team WHERE id = ANY ($1::uuid[]) AND check_phone IS NOT NULL`,
);
