import { Injectable } from '@nestjs/common';
import { command } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { DrawnCase } from '../mission-row';

/** Writes a whole sample at once: one statement, however many cases were drawn. */
@Injectable()
export class DrawnCasesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** In this order. */
  async insert(missionId: string, drawn: readonly DrawnCase[]): Promise<void> {
    await INSERT(this.unit.manager, [
      missionId,
      drawn.map(({ caseFileId }) => caseFileId),
      drawn.map(({ teamId }) => teamId),
      drawn.map(({ alias }) => alias),
      drawn.map(({ score }) => score),
      drawn.map(({ reasons }) => JSON.stringify(reasons)),
    ]);
  }
}

const INSERT = command(`
  INSERT INTO mission_case (mission_id, case_file_id, team_id, place, alias, score, reasons)
  SELECT $1, d.id, d.team, d.place, d.alias, d.score, d.reasons::jsonb
    FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[])
         WITH ORDINALITY AS d (id, team, alias, score, reasons, place)`);
