import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import type { CaseRow } from './case-row';
import { CASE_ROWS_SQL, type ReadCaseRow, readSentCases } from './case-rows.query';

/** Lines of cases that the actor's policies let through. */
@Injectable()
export class CaseRowsRepository {
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  async findRow(id: string): Promise<CaseRow | null> {
    const found = await CASE_ROWS_SQL.find.readRows(this.unit.manager, [id, new Date(this.unit.now())]);
    this.remember(found);
    return found[0] ?? null;
  }

  /** Of a case that is not erased. */
  async findByReference(reference: string): Promise<CaseRow | null> {
    const found = await this.caseFiles.findOne({
      select: { id: true },
      where: { reference, erasedAt: IsNull() },
    });
    return found && this.findRow(found.id);
  }

  /** The line of a case, and nobody else writes to this case until the transaction ends. */
  async lock(id: string): Promise<CaseRow | null> {
    // Sent without waiting: the line is read once the lock is held, and sees what was written before.
    const [, row] = await Promise.all([CASE_ROWS_SQL.lock(this.unit.manager, [id]), this.findRow(id)]);
    return row;
  }

  /**
   * The same for who acts on a case that they see. The database lets no account hold a line that its roles may not write, and says nothing
   * of it: a partner who answers waits as the system.
   */
  async lockSeen(id: string): Promise<CaseRow | null> {
    if (!this.unit.isReader) return this.lock(id);
    if (!(await this.findRow(id))) return null;
    await this.unit.asSystem('system:recompute', () => CASE_ROWS_SQL.lock(this.unit.manager, [id]));
    return this.findRow(id);
  }

  async listRows(ids: readonly string[]): Promise<readonly CaseRow[]> {
    if (ids.length === 0) return [];
    const found = await CASE_ROWS_SQL.list.readRows(this.unit.manager, [ids, new Date(this.unit.now())]);
    this.remember(found);
    return found;
  }

  /** Lines that came with what another statement found. */
  readSent(sent: unknown): readonly CaseRow[] {
    const found = readSentCases(sent);
    this.remember(found);
    return found;
  }

  private remember(found: readonly (Omit<ReadCaseRow, 'versionsMark'> & Partial<ReadCaseRow>)[]): void {
    const { known } = this.unit;
    for (const { id, alias, dataKeyId, wrapped, kekId, names, versionsMark } of found) {
      known.addAlias(['case', id], alias);
      if (wrapped && kekId !== null) known.addCaseKey(id, { id: dataKeyId, wrapped, kek_id: kekId });
      for (const [account, name] of Object.entries(names ?? {})) known.names.set(account, name);
      if (versionsMark !== undefined) known.versionsMark = versionsMark;
    }
  }
}
