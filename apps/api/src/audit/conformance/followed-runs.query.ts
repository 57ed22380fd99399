import { Injectable } from '@nestjs/common';
import type { ConformanceFilter } from '@repere/audit';
import { UnitOfWork } from '../../platform/unit-of-work';
import { Parameters } from '../../platform/parameters';
import { type AuditScope, conditionsOf } from './audit-scope';

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

  async count(scope: AuditScope, filter: ConformanceFilter): Promise<FollowedRuns> {
    const parameters = new Parameters();
    const where = conditionsOf(scope, filter, parameters).join(' AND ');
    const { manager } = this.unit;
    const versions: RunCount[] = await manager.query(
      `SELECT protocol, version, count(*)::int AS runs FROM run x WHERE ${where} GROUP BY protocol, version`,
      parameters.values,
    );
    const [all]: { cases: number }[] = await manager.query(
      `SELECT count(*)::int AS cases FROM (SELECT DISTINCT case_file_id FROM run x WHERE ${where}) AS own`,
      parameters.values,
    );
    return {
      runs: versions.reduce((sum, { runs }) => sum + runs, 0),
      cases: all?.cases ?? 0,
      versions,
    };
  }
}
