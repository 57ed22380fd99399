import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { ProjectionsRepository } from '../projections/projections.repository';

const PROJECTED = ['step_state', 'deadline', 'case_fact', 'alert', 'step_conformance', 'deviation'] as const;

/** Makes every projection anew from the journals, as if they had been lost. Call it as `system:rebuild`, a batch a unit. */
@Injectable()
export class RebuildProjectionsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly projections: ProjectionsRepository,
  ) {}

  /** The next cases after this id; gives the last that was rebuilt, `null` when there was none. */
  async rebuild(after: string | null, batch = 50): Promise<string | null> {
    const next: { id: string }[] = await this.unit.manager.query(
      `SELECT id FROM case_file WHERE erased_at IS NULL AND ($1::uuid IS NULL OR id > $1::uuid) ORDER BY id LIMIT $2`,
      [after, batch],
    );
    for (const { id } of next) {
      const row = await this.rows.lock(id);
      if (!row) continue;
      for (const table of PROJECTED)
        await this.unit.manager.query(`DELETE FROM ${table} WHERE case_file_id = $1`, [id]);
      await this.projections.write(await this.reader.load(row));
    }
    return next.at(-1)?.id ?? null;
  }
}
