import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** A request before others whose place is greater: what is due first, then what was settled, newest first. */
export interface RequestPlace {
  readonly id: string;
  readonly place: number;
}

/** The order in which requests for access are listed. */
@Injectable()
export class RequestOrderQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of these teams. */
  page(
    teamIds: readonly string[],
    limit: number,
    after: readonly [place: number, id: string] | null,
  ): Promise<readonly RequestPlace[]> {
    return PAGE.readRows(this.unit.manager, [teamIds, limit, after?.[0] ?? null, after?.[1] ?? null]);
  }
}

/** Days: further than any that is due. */
const SETTLED = 10_000_000;
const PLACE = `CASE WHEN outcome IS NULL THEN due_on - date '1970-01-01' ELSE ${String(SETTLED)} - (received_on - date '1970-01-01') END`;

const PAGE = rows<RequestPlace>({ id: 'uuid', place: 'integer' }).from(`
  SELECT id, ${PLACE} AS place FROM access_request
  WHERE team_id = ANY ($1::uuid[]) AND ($3::bigint IS NULL OR (${PLACE}, id) > ($3::bigint, $4::uuid))
  ORDER BY ${PLACE}, id LIMIT $2`);
