import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { UnitOfWork } from '../../platform/unit-of-work';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import type { CaseRow } from './case-row';
import { CASE_ROWS_SQL } from './case-rows.query';

/** Lines of cases that the actor's policies let through. */
@Injectable()
export class CaseRowsRepository {
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  async find(id: string): Promise<CaseRow | null> {
    const [row] = await this.list([id]);
    return row ?? null;
  }

  /** Of a case that is not erased. */
  async findByReference(reference: string): Promise<CaseRow | null> {
    const found = await this.caseFiles.findOne({
      select: { id: true },
      where: { reference, erasedAt: IsNull() },
    });
    return found && this.find(found.id);
  }

  /** The line of a case, and nobody else writes to this case until the transaction ends. */
  async lock(id: string): Promise<CaseRow | null> {
    await CASE_ROWS_SQL.lock(this.unit.manager, [id]);
    return this.find(id);
  }

  list(ids: readonly string[]): Promise<readonly CaseRow[]> {
    return CASE_ROWS_SQL.list.all(this.unit.manager, [ids, new Date(this.unit.now())]);
  }
}
