import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import { InsertCaseFile } from './insert-case-file';
import type { ChildDto } from './child.dto';

/** A case whose beginning was told: of a scenario that is practised on. The engine has decided every entry; nothing is asked of it again. */
@Injectable()
export class OpenPlayedCase {
  constructor(
    private readonly inserting: InsertCaseFile,
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
  ) {}

  /** In a unit of work of who leads it. */
  openPlayedCase(id: string, child: ChildDto): Promise<void> {
    return this.inserting.insert({ id, child });
  }

  /** In a unit of work of whose entries these are, at their moment. */
  async recordEntries(id: string, entries: readonly JournalEntry[]): Promise<void> {
    const file = await this.reader.lockFor(id, 'write');
    await this.commands.recordEntries(file, entries);
  }
}
