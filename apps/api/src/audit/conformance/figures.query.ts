import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { Parameters } from '../../platform/requests/parameters';
import type { AuditScope } from './audit-scope';
import { conditionsOf, SCOPE_SAMPLES } from './scope-conditions.query';
import { DEVIATION_SAMPLES, foundDeviations } from './deviations/found-deviations.query';
import type { ConformanceFilterDto } from './filters.dto';
import type { DeviationCountDto } from './conformance.dto';

/** Figures of one step of one protocol, over the runs looked at. Spans in milliseconds. */
export interface StepCount {
  readonly protocol: string;
  readonly step: string;
  readonly expected: number;
  readonly met: number;
  readonly expectedRuns: number;
  readonly timedRuns: number;
  readonly doneRuns: number;
  readonly times: number;
  readonly waits: readonly [number, number] | null;
  readonly lateLegal: number;
  readonly lateOther: number;
}

/** Figures from the projections, late and missing by the space's clock. */
@Injectable()
export class FiguresQuery {
  constructor(private readonly unit: UnitOfWork) {}

  steps(scope: AuditScope, filter: ConformanceFilterDto): Promise<readonly StepCount[]> {
    return STEPS.readRows(this.unit.manager, scope, filter, new Date(this.unit.now()));
  }

  deviations(scope: AuditScope, filter: ConformanceFilterDto): Promise<readonly DeviationCountDto[]> {
    return DEVIATIONS.readRows(this.unit.manager, scope, filter, new Date(this.unit.now()));
  }
}

const NOW = new Date(0);

const STEPS = rows<StepCount>({
  ...{ protocol: 'text', step: 'text', expected: 'integer', met: 'integer', expectedRuns: 'integer' },
  ...{ timedRuns: 'integer', doneRuns: 'integer', times: 'integer', waits: 'double precision[]?' },
  ...{ lateLegal: 'integer', lateOther: 'integer' },
}).written(
  (scope: AuditScope, filter: ConformanceFilterDto, at: Date) => {
    const parameters = new Parameters();
    const now = parameters.addValue(at);
    const conditions = [
      ...conditionsOf(scope, filter, parameters),
      ...(filter.step === undefined ? [] : [`x.step = ${parameters.addValue(filter.step)}`]),
    ];
    const late = `(late_ms IS NOT NULL OR late_from < ${now})`;
    const isExpected = `(expected OR late_from < ${now})`;
    const text = `SELECT protocol, step,
              coalesce(sum(weight) FILTER (WHERE ${isExpected}), 0)::int AS expected,
              coalesce(sum(weight) FILTER (WHERE met AND unapproved_from < ${now} IS NOT TRUE
                                             AND unweighed_from < ${now} IS NOT TRUE
                                             AND late_from < ${now} IS NOT TRUE), 0)::int AS met,
              count(*) FILTER (WHERE ${isExpected})::int AS "expectedRuns",
              count(*) FILTER (WHERE ${isExpected} AND origin IS NOT NULL)::int AS "timedRuns",
              count(*) FILTER (WHERE expected AND times > 0)::int AS "doneRuns",
              coalesce(sum(times) FILTER (WHERE expected), 0)::int AS times,
              percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY waited_ms) AS waits,
              count(*) FILTER (WHERE ${late} AND origin = 'LEGAL')::int AS "lateLegal",
              count(*) FILTER (WHERE ${late} AND origin <> 'LEGAL')::int AS "lateOther"
         FROM step_conformance x WHERE ${conditions.join(' AND ')} GROUP BY protocol, step`;
    return { text, values: parameters.values };
  },
  SCOPE_SAMPLES.flatMap(([scope, filter]) =>
    [filter, { ...filter, step: 's' }].map((it) => [scope, it, NOW] as const),
  ),
);

const DEVIATIONS = rows<DeviationCountDto>({ kind: 'text', count: 'integer', toJudge: 'integer' }).written(
  (scope: AuditScope, filter: ConformanceFilterDto, now: Date) => {
    const parameters = new Parameters();
    const parts = foundDeviations(scope, filter, now, parameters);
    const text = `SELECT d.kind, count(*)::int AS count, count(*) FILTER (WHERE j.deviation_key IS NULL)::int AS "toJudge"
         FROM (${parts.join(' UNION ALL ')}) AS d
         LEFT JOIN (SELECT DISTINCT deviation_key FROM deviation_judgement WHERE kind <> 'explained') AS j
           ON j.deviation_key = d.key
        GROUP BY d.kind`;
    return { text, values: parameters.values };
  },
  DEVIATION_SAMPLES.map(([scope, filter]) => [scope, filter, NOW]),
);
