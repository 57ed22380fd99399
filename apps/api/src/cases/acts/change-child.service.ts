import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { applyEntry, type Command, type JournalEntry } from '@repere/case-engine';
import { rowOf } from '../../platform/data/sealed-row';
import { Refusal } from '../../platform/refusals/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import { CaseCommandHandler, problemReason } from './case-command-handler';
import type { CaseRow } from '../reading/case-row';
import { DuplicateTasksRepository } from '../duplicates/duplicate-tasks.repository';
import { FindDuplicatesService } from '../duplicates/find-duplicates.service';
import { SEARCH_MS } from '../duplicates/constant-time';
import { knownChild } from '../reading/known-child';
import type { LoadedCase } from '../reading/loaded-case';
import { checkBirth } from '../opening/open-case-file.service';
import { IdentityIndex } from '../opening/identity-index';
import type { ChildDto } from '../opening/child.dto';
import type { ActDoneDto } from '../page/case-file.dto';

/** Corrects or completes the identity. What is a fact as well is amended or recorded; what was there before stays in the record. */
@Injectable()
export class ChangeChildService {
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: Repository<CaseFileEntity>,
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
    private readonly secrecy: Secrecy,
    private readonly index: IdentityIndex,
    private readonly duplicates: FindDuplicatesService,
    private readonly tasks: DuplicateTasksRepository,
  ) {}

  async changeChild(file: LoadedCase, asked: ChildDto, why: string, seen: number): Promise<ActDoneDto> {
    checkBirth(asked);
    // How to reach the child is a step's to say (G16): a correction that is silent about it takes nothing away.
    const child: ChildDto = { ...asked, safeContact: asked.safeContact ?? file.child.safeContact };
    await this.commands.refuseStale(file, seen, (entries) => entries.some((it) => isAboutIdentity(file, it)));
    const before = knownChild(file);
    const { row, key } = file;
    await this.caseFiles.update(row.id, {
      child: this.secrecy.seal(key, rowOf(CaseFileEntity, { id: row.id }), 'child', child),
    });
    await this.index.replace(row.id, child);
    await this.unit.recordEvent({
      type: 'case-file.child-changed',
      caseFileId: row.id,
      payload: asJson({ before, after: child, why }),
    });
    // How long it takes must not tell of a case elsewhere.
    await this.unit.inConstantTime(SEARCH_MS, () => this.raise(row, child));
    return this.commands.recordEntries(file, this.entriesFor(file, before, child, why));
  }

  private async raise(row: CaseRow, child: ChildDto): Promise<void> {
    const { hidden } = await this.duplicates.findDuplicates(child, row.id);
    await this.tasks.raise(row, hidden);
  }

  private entriesFor(
    file: LoadedCase,
    before: ChildDto,
    child: ChildDto,
    why: string,
  ): readonly JournalEntry[] {
    const commands: Command[] = [{ kind: 'add-note', about: 'identity', note: why }];
    const sex = file.idOf('sex');
    if (
      sex !== undefined &&
      child.gender !== undefined &&
      child.gender !== 'unknown' &&
      child.gender !== before.gender
    )
      commands.push({ kind: 'record-facts', values: { [sex]: child.gender } });
    if (child.birth !== undefined && child.birth !== before.birth)
      commands.push(...birthCommand(file, child.birth, why));
    let current = file;
    const entries: JournalEntry[] = [];
    for (const command of commands) {
      const decision = this.commands.decide(current, command);
      if (!decision.ok) throw new Refusal('refused', { reasons: decision.reasons.map(problemReason) });
      entries.push(...decision.entries);
      current = current.after(decision.entries, decision.entries.reduce(applyEntry, current.state));
    }
    return entries;
  }
}

/** A birth that was recorded and is now another was wrong: that is a correction of the entry that said so. */
function birthCommand(file: LoadedCase, birth: string, why: string): readonly Command[] {
  const id = file.idOf('birth');
  if (id === undefined) return [];
  const known = file.findKnown('birth');
  return known && typeof known.value === 'string'
    ? [{ kind: 'amend', entryId: known.entryId, values: { [id]: birth }, why }]
    : [{ kind: 'record-facts', values: { [id]: birth } }];
}

/** Without what is absent: the record commits to JSON. */
const asJson = (value: object): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

function isAboutIdentity(file: LoadedCase, entry: JournalEntry): boolean {
  if (entry.kind === 'note-added') return entry.about === 'identity';
  if (!('values' in entry)) return false;
  const told = Object.keys(entry.values);
  return (['birth', 'sex'] as const).some((role) => told.includes(file.idOf(role) ?? ''));
}
