import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import { CaseReader } from '../reading/case-reader';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { ProjectionsRepository } from '../projections/projections.repository';

/** Makes every projection anew from the journals, as if they had been lost. Call it as `system:rebuild`, a batch a unit. */
@Injectable()
export class RebuildProjectionsService {
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly projections: ProjectionsRepository,
  ) {}

  /** The next cases after this id; gives the last that was rebuilt, `null` when there was none. */
  async rebuild(after: string | null, batch = 50): Promise<string | null> {
    const next = await this.caseFiles.find({
      select: { id: true },
      where: { erasedAt: IsNull(), ...(after !== null && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: batch,
    });
    for (const { id } of next) {
      const row = await this.rows.lock(id);
      if (!row) continue;
      await this.projections.delete(id);
      await this.projections.writeProjections(await this.reader.loadCase(row));
    }
    return next.at(-1)?.id ?? null;
  }
}
