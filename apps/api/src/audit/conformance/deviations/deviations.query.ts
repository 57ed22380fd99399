import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import { Parameters } from '../../../platform/requests/parameters';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { AuditScope } from '../audit-scope';
import { DEVIATION_SAMPLES, type DeviationPlace, foundDeviations, inOrder } from './found-deviations';
import type { DeviationFilterDto } from '../filters.dto';

/** A deviation by its place in the list; `since`: as PostgreSQL writes it. */
export type FoundDeviation = DeviationPlace & { readonly caseFileId: string };

/** Which deviations there are, from the projections: late and owed by the space's clock. */
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
    return PAGE.all(this.unit.manager, scope, filter, new Date(this.unit.now()), after, limit);
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
