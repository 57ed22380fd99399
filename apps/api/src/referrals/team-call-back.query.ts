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
    return new Map(found.map(({ id, callBack }) => [id, callBack]));
  }
}

const NUMBERS = rows<{ readonly id: string; readonly callBack: string }>({
  id: 'uuid',
  callBack: 'text!',
}).from(`SELECT id, call_back AS "callBack" FROM team WHERE id = ANY ($1::uuid[]) AND call_back IS NOT NULL`);
