import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { Parameters } from '../../platform/requests/parameters';
import type { AuditScope } from './audit-scope';
import { conditionsOf, SCOPE_SAMPLES } from './scope-conditions.query';
import type { ConformanceFilterDto } from './filters.dto';

/** How many runs and cases there are, and which versions the runs follow. */
export interface FollowedRuns {
  readonly runs: number;
  readonly cases: number;
  readonly versions: readonly RunCount[];
}

interface RunCount {
  readonly protocol: string;
  readonly version: string;
  readonly runs: number;
}

@Injectable()
export class FollowedRunsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async count(scope: AuditScope, filter: ConformanceFilterDto): Promise<FollowedRuns> {
    const { manager } = this.unit;
    const versions = await VERSIONS.readRows(manager, scope, filter);
    const all = await CASES.first(manager, scope, filter);
    return {
      runs: versions.reduce((sum, { runs }) => sum + runs, 0),
      cases: all?.cases ?? 0,
      versions,
    };
  }
}

/** SQL about the runs that fit. */
const ofRuns = (write: (where: string) => string) => (scope: AuditScope, filter: ConformanceFilterDto) => {
  const parameters = new Parameters();
  const text = write(conditionsOf(scope, filter, parameters).join(' AND '));
  return { text, values: parameters.values };
};

const VERSIONS = rows<RunCount>({ protocol: 'text', version: 'text', runs: 'integer' }).written(
  ofRuns(
    (where) =>
      `SELECT protocol, version, count(*)::int AS runs FROM run x WHERE ${where} GROUP BY protocol, version`,
  ),
  SCOPE_SAMPLES,
);

const CASES = rows<{ readonly cases: number }>({ cases: 'integer' }).written(
  ofRuns(
    (where) =>
      `SELECT count(*)::int AS cases FROM (SELECT DISTINCT case_file_id FROM run x WHERE ${where}) AS own`,
  ),
  SCOPE_SAMPLES,
);
