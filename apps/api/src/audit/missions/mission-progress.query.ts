import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { MissionSummaryDto } from './mission.dto';

interface ProgressRow {
  readonly id: string;
  readonly cases: number;
  readonly examined: number;
  readonly findings: number;
  readonly openFindings: number;
}

/** How far missions have got, as far as whoever asks sees their cases. */
@Injectable()
export class MissionProgressQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** By mission. */
  async countProgress(ids: readonly string[]): Promise<ReadonlyMap<string, MissionSummaryDto['progress']>> {
    const found = await OF_MISSIONS.readRows(this.unit.manager, [ids]);
    return new Map(found.map(({ id, ...progress }) => [id, progress]));
  }
}

const OF_MISSIONS = rows<ProgressRow>({
  ...{ id: 'uuid', cases: 'integer', examined: 'integer', findings: 'integer', openFindings: 'integer' },
}).from(`
  SELECT m.id,
        (SELECT count(*)::int FROM mission_case c WHERE c.mission_id = m.id) AS cases,
        (SELECT count(examined_at)::int FROM mission_case c WHERE c.mission_id = m.id) AS examined,
        f.findings, f."openFindings"
   FROM unnest($1::uuid[]) AS m (id)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS findings, count(*) FILTER (WHERE f.closed_at IS NULL)::int AS "openFindings"
      FROM mission_finding f
     WHERE f.mission_id = m.id
       -- What was found in a case that the reader does not see is not counted either.
       AND (f.case_file_id IS NULL OR EXISTS (SELECT 1 FROM case_file c WHERE c.id = f.case_file_id))) AS f`);
