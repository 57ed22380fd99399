import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CheckedDraft } from '../drafts/checking/check-draft';
import type { DraftRow } from '../drafts/draft-row';
import { hashOf } from '../hash-of';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { EXPLORE, type ExplorationRow } from './explorations.query';
import { ExplorationsRepository } from './explorations.repository';
import { ExplorationScope } from './exploration-scope';
import type { ExplorationDto } from '../drafts/drafts.dto';

/** Explorations of drafts: asked for, looked at, given up. */
@Injectable()
export class ExploreDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly explorations: ExplorationsRepository,
    private readonly scope: ExplorationScope,
  ) {}

  /** Of exactly this text among what is in force now; `null` while it can't be read. */
  hashFor({ document }: CheckedDraft, published: PublishedProtocols): string | null {
    return (
      document &&
      this.scope.hashSubjects(this.scope.listSubjects(published, { document, hash: hashOf(document) }))
    );
  }

  /** Starts one, unless one of the same text was asked for already. Those of other texts are given up. */
  async startExploration(draft: DraftRow, hash: string): Promise<void> {
    const known = await this.explorations.findOfDraft(draft.id, hash);
    if (known?.hash === hash && known.state !== 'failed' && known.state !== 'stopped') return;
    await this.giveUp(draft.id);
    const id = known?.hash === hash ? known.id : randomUUID();
    if (known?.hash !== hash)
      await this.explorations.addExploration({ id, draftId: draft.id, revision: draft.revision, hash });
    await this.jobs.addJob(EXPLORE, id);
    this.unit.notes({ exploration: id, explores: hash });
  }

  async giveUp(draftId: string): Promise<void> {
    await this.jobs.cancel(EXPLORE, await this.explorations.unfinished(draftId));
  }

  /** The one of this text, else the latest. */
  findExploration(draftId: string, hash: string | null): Promise<ExplorationRow | null> {
    return this.explorations.findOfDraft(draftId, hash);
  }
}

/** As the page shows it. One of the same text is one of this revision, whatever number it was asked for under. */
export function explorationOf(
  row: ExplorationRow | null,
  hash: string | null,
  revision: number,
): ExplorationDto | null {
  if (!row) return null;
  return {
    revision: row.hash === hash ? revision : Math.min(row.revision ?? 0, revision - 1),
    state: row.state === 'cancelled' ? 'failed' : row.state,
    progress: row.progress,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    report: row.report,
  };
}
