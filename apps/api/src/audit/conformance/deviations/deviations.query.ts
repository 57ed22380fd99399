import { Injectable } from '@nestjs/common';
import { DEVIATION_GROUPINGS, type DeviationGrouping } from '@repere/audit';
import type { DeviationKind } from '@repere/case-engine';
import { rows } from '../../../platform/data/statement';
import { Parameters } from '../../../platform/requests/parameters';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { AuditScope } from '../audit-scope';
import {
  DEVIATION_SAMPLES,
  type DeviationPlace,
  foundDeviations,
  inOrder,
  PERSON,
} from './found-deviations.query';
import type { DeviationFilterDto } from '../filters.dto';

/** A deviation by its place in the list; `since`: as PostgreSQL writes it. */
export type FoundDeviation = DeviationPlace & { readonly caseFileId: string };

/** Deviations of one kind; of one case or of one person where they are put together so. */
export interface FoundGroup {
  readonly kind: DeviationKind;
  readonly caseFileId: string | null;
  /** Account id, or `nobody`. */
  readonly person: string | null;
  readonly count: number;
  readonly cases: number;
}

/** Which deviations there are, from the projections: late and missing by the space's clock. */
@Injectable()
export class DeviationsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The gravest first, from behind a place. */
  page(
    scope: AuditScope,
    filter: DeviationFilterDto,
    after: DeviationPlace | null,
    limit: number,
  ): Promise<readonly FoundDeviation[]> {
    return PAGE.readRows(this.unit.manager, scope, filter, new Date(this.unit.now()), after, limit);
  }

  /** Deviations put together, the gravest kinds first, then the most. */
  groups(
    scope: AuditScope,
    filter: DeviationFilterDto,
    by: DeviationGrouping,
    limit: number,
  ): Promise<readonly FoundGroup[]> {
    return GROUPS.readRows(this.unit.manager, scope, filter, by, new Date(this.unit.now()), limit);
  }

  async count(scope: AuditScope, filter: DeviationFilterDto): Promise<number> {
    const found = await COUNT.first(this.unit.manager, scope, filter, new Date(this.unit.now()));
    return found?.count ?? 0;
  }
}

const NOW = new Date(0);
const PLACE: DeviationPlace = { rank: 1, since: '2026-01-01', key: 'k' };

const PAGE = rows<FoundDeviation>({
  rank: 'integer',
  since: 'text',
  key: 'text',
  caseFileId: 'uuid',
}).written(
  (scope: AuditScope, filter: DeviationFilterDto, now: Date, after: DeviationPlace | null, limit: number) => {
    const parameters = new Parameters();
    const parts = foundDeviations(scope, filter, now, parameters);
    return { text: inOrder(parts, after, limit, parameters), values: parameters.values };
  },
  DEVIATION_SAMPLES.flatMap(([scope, filter]) =>
    [null, PLACE].map((after) => [scope, filter, NOW, after, 1] as const),
  ),
);

const COUNT = rows<{ readonly count: number }>({ count: 'integer' }).written(
  (scope: AuditScope, filter: DeviationFilterDto, now: Date) => {
    const parameters = new Parameters();
    const parts = foundDeviations(scope, filter, now, parameters);
    const text = `SELECT count(*)::int AS count FROM (${parts.join(' UNION ALL ')}) AS found`;
    return { text, values: parameters.values };
  },
  DEVIATION_SAMPLES.map(([scope, filter]) => [scope, filter, NOW]),
);

const GROUPS = rows<FoundGroup>({
  ...{ kind: 'text', caseFileId: 'uuid?', person: 'text?' },
  ...{ count: 'integer', cases: 'integer' },
}).written(
  (scope: AuditScope, filter: DeviationFilterDto, by: DeviationGrouping, now: Date, limit: number) => {
    const parameters = new Parameters();
    const parts = foundDeviations(scope, filter, now, parameters);
    const caseFileId = by === 'case' ? 'x.case_file_id' : 'NULL::uuid';
    const person = by === 'person' ? PERSON : 'NULL::text';
    const text = `SELECT kind, "caseFileId", person, count(*)::int AS count, count(DISTINCT case_file_id)::int AS cases
      FROM (SELECT x.kind, x.rank, x.case_file_id, ${caseFileId} AS "caseFileId", ${person} AS person
              FROM (${parts.join(' UNION ALL ')}) AS x) AS found
     GROUP BY kind, "caseFileId", person
     ORDER BY min(rank), count(*) DESC, kind, "caseFileId", person LIMIT ${parameters.addValue(limit)}`;
    return { text, values: parameters.values };
  },
  DEVIATION_SAMPLES.flatMap(([scope, filter]) =>
    DEVIATION_GROUPINGS.map((by) => [scope, filter, by, NOW, 1] as const),
  ),
);
