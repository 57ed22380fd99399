import { type DynamicModule, Module } from '@nestjs/common';
import type { DeclaredTable } from '../platform/data/declared-table';
import { AUDITED_TABLES, auditedTables } from '../platform/record/audited-tables';
import { CheckRecord } from './checks/check-record';
import { NotesOfBranches } from './notes-of-branches';

/** The record held against itself, and against what it tells of. */
@Module({})
export class FsckModule {
  /** `tables`: all of the application; those that give rights are derived from the record and compared. */
  static with(tables: readonly DeclaredTable[]): DynamicModule {
    return {
      module: FsckModule,
      providers: [CheckRecord, NotesOfBranches, { provide: AUDITED_TABLES, useValue: auditedTables(tables) }],
    };
  }
}
