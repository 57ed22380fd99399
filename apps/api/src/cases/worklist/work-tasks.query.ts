import { Injectable } from '@nestjs/common';
import { teamsWhere } from '@repere/access';
import type { WorkItem } from '@repere/cases';
import { askerOf } from '../../platform/asker';
import { UnitOfWork } from '../../platform/unit-of-work';
import { BrokenGlassRepository } from '../break-glass/broken-glass.repository';
import { DuplicateTasksRepository } from '../duplicates/duplicate-tasks.repository';
import { WorkItemsQuery } from './work-items.query';
import type { WorkCount } from './worklist.query';

/** What waits for a supervisor beside steps: emergency accesses to review, possible duplicates. */
@Injectable()
export class WorkTasksQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly glass: BrokenGlassRepository,
    private readonly duplicates: DuplicateTasksRepository,
    private readonly items: WorkItemsQuery,
  ) {}

  async open(limit: number): Promise<readonly WorkItem[]> {
    return [...(await this.reviews(limit)), ...(await this.alike(limit))];
  }

  async count(): Promise<WorkCount> {
    const reviews = await this.glass.countToReview(this.reviewed());
    return { count: reviews.count + (await this.duplicates.countOpen()), late: reviews.late };
  }

  private async reviews(limit: number): Promise<readonly WorkItem[]> {
    const found = await this.glass.toReview(this.reviewed(), null, limit);
    const cases = await this.items.cases(found.map(({ caseFileId }) => caseFileId));
    return found.flatMap(({ id, caseFileId, reviewDueAt }): WorkItem[] => {
      const shown = cases.get(caseFileId);
      if (!shown) return [];
      const dueAt = reviewDueAt.toISOString();
      const title = { fr: 'Relire un accès d’urgence', en: 'Review an emergency access' };
      return [
        { ...TASK, id, kind: 'review', caseFileId, ...shown, title, origin: 'TOOL', dueAt, lateFrom: dueAt },
      ];
    });
  }

  private async alike(limit: number): Promise<readonly WorkItem[]> {
    const found = await this.duplicates.open(limit);
    const cases = await this.items.cases(found.map(({ caseFileId }) => caseFileId));
    return found.flatMap(({ id, caseFileId, otherReference, dueAt }): WorkItem[] => {
      const shown = cases.get(caseFileId);
      if (!shown) return [];
      const title = {
        fr: `Dire si ${otherReference} est le même enfant`,
        en: `Say whether ${otherReference} is the same child`,
      };
      const due = dueAt === null ? {} : ({ origin: 'TOOL', dueAt, lateFrom: dueAt } as const);
      return [{ ...TASK, id, kind: 'task', caseFileId, ...shown, title, ...due }];
    });
  }

  /** Teams whose emergency accesses the reader reviews. */
  private reviewed(): readonly string[] {
    const asker = askerOf(this.unit.account);
    return teamsWhere(asker, 'review-break-glass');
  }
}

const TASK = {
  group: 'waiting-for-me',
  runId: null,
  step: null,
  protocolTitle: null,
  why: null,
  origin: null,
  owner: 'ours',
  dueAt: null,
  lateFrom: null,
  atOnce: false,
} as const;
