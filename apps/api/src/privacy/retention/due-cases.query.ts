import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { latestStart } from '@repere/privacy';
import { territories } from '@repere/territories';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** A case that was closed long enough ago for the rule that runs from closure. */
export interface ClosedCase {
  readonly id: string;
  readonly closedOn: string;
  readonly isHeld: boolean;
  readonly isProposed: boolean;
}

/** Closed cases of teams, the longest closed first. */
@Injectable()
export class DueCasesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** `months`: of the period since closure, 0 when none is in force. A day is that of where the case is. */
  listDueCases(
    teamIds: readonly string[],
    months: number,
    limit: number,
    after: readonly [closedOn: string, id: string] | null,
  ): Promise<readonly ClosedCase[]> {
    const now = this.unit.now();
    const zones = new Map(
      territories.map(({ code, zone }) => [code, isoDay(latestStart(localDay(now, zone), months))]),
    );
    const latest = [...zones.values()].sort().at(-1);
    return DUE.readRows(this.unit.manager, [
      teamIds,
      [...zones.keys()],
      [...zones.values()],
      latest,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ]);
  }
}

const DUE = rows<ClosedCase>({ id: 'uuid', closedOn: 'text', isHeld: 'boolean', isProposed: 'boolean' })
  .from(`
  SELECT c.id, c.closed_on::text AS "closedOn",
        EXISTS (SELECT 1 FROM legal_hold h WHERE h.case_file_id = c.id AND h.lifted_at IS NULL) AS "isHeld",
        EXISTS (SELECT 1 FROM erasure e WHERE e.case_file_id = c.id AND e.outcome IS NULL) AS "isProposed"
   FROM case_file c JOIN unnest($2::text[], $3::date[]) AS z (territory, latest) ON z.territory = c.territory
  WHERE c.team_id = ANY ($1::uuid[]) AND c.closed_on <= $4::date AND c.closed_on <= z.latest
    AND ($5::date IS NULL OR (c.closed_on, c.id) > ($5::date, $6::uuid))
  ORDER BY c.closed_on, c.id LIMIT $7`);
