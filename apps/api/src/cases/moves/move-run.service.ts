import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Not, Repository } from 'typeorm';
import { DraftEntity } from '../entities/case/draft.entity';
import type { JournalEntry } from '@repere/case-engine';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { keyOf } from '../../protocols/protocol-library';
import { CaseCommandHandler } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import type { ActDoneDto } from '../page/case-file.dto';

/** A run goes on under another version of its protocol, from now on: an act with its reason in the journal. */
@Injectable()
export class MoveRun {
  constructor(
    @InjectRepository(DraftEntity) private readonly drafts: Repository<DraftEntity>,
    private readonly unit: UnitOfWork,
    private readonly commands: CaseCommandHandler,
  ) {}

  async moveRun(
    file: LoadedCase,
    runId: string,
    { version, reason }: { readonly version: string; readonly reason: string },
    seen: number,
  ): Promise<ActDoneDto> {
    if (!file.hasRun(runId)) throw new Refusal('not-found');
    await this.commands.refuseStale(file, seen, (entries) => entries.some((entry) => isAbout(entry, runId)));
    const to = this.pinned(file, runId, version);
    const done = await this.commands.handleCommand(file, { kind: 'move-run', runId, version: to, reason });
    await this.dropDrafts(file, runId, to);
    return done;
  }

  /** The version as this case's territory runs it; refused unless it is in force or has been. */
  private pinned(file: LoadedCase, runId: string, version: string): string {
    const { protocol } = file.documentOf(runId);
    const found = file.published.versions.get(keyOf(protocol, version));
    if (!found || found.base !== null || found.inForceFrom.getTime() > this.unit.now())
      throw new Refusal('refused', { reasons: [{ ...NOT_IN_FORCE, runId }] });
    return file.published.asRunIn(file.row.territory, protocol, version);
  }

  /** What was being typed in steps that are gone is nobody's to finish: everybody's drafts of them go. */
  private async dropDrafts(file: LoadedCase, runId: string, version: string): Promise<void> {
    const { protocol } = file.documentOf(runId);
    const steps = file.published.versions.get(keyOf(protocol, version))?.document.steps ?? [];
    await this.unit.asSystem('system:rebuild', () =>
      this.drafts.delete({ runId, step: Not(Any(steps.map(({ id }) => id))) }),
    );
  }
}

const isAbout = (entry: JournalEntry, runId: string): boolean => 'runId' in entry && entry.runId === runId;

const NOT_IN_FORCE = {
  code: 'not-in-force',
  field: 'version',
  text: {
    fr: 'Cette version n’est pas publiée, ou pas encore en vigueur.',
    en: 'This version is not published, or not yet in force.',
  },
};
