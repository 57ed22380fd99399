import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** A hold that stands; `at`: as PostgreSQL writes it, for the place in a list. */
export interface HeldCase {
  readonly id: string;
  readonly caseFileId: string;
  readonly at: string;
}

/** Cases of some teams that are held, newest first. */
@Injectable()
export class HeldCasesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findHeldCases(
    teamIds: readonly string[],
    limit: number,
    after: readonly [setAt: string, id: string] | null,
  ): Promise<readonly HeldCase[]> {
    return HELD.readRows(this.unit.manager, [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null]);
  }
}

const HELD = rows<HeldCase>({ id: 'uuid', caseFileId: 'uuid', at: 'text' }).from(`
  SELECT id, case_file_id AS "caseFileId", set_at::text AS at FROM legal_hold
  WHERE team_id = ANY ($1::uuid[]) AND lifted_at IS NULL
    AND ($3::timestamptz IS NULL OR (set_at, id) < ($3::timestamptz, $4::uuid))
  ORDER BY set_at DESC, id DESC LIMIT $2`);
