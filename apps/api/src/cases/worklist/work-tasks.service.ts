import { Injectable } from '@nestjs/common';
import { teamsWhere } from '@repere/access';
import { askerOf } from '../../platform/asker';
import { UnitOfWork } from '../../platform/unit-of-work';
import { AbsentLeadsQuery } from '../cover/absent-leads.query';
import { plannedTeamIds } from '../cover/planned-teams';
import { BrokenGlassRepository } from '../break-glass/broken-glass.repository';
import type { BreakGlassEntity } from '../entities/relations/break-glass.entity';
import { DuplicateTasksRepository } from '../duplicates/duplicate-tasks.repository';
import type { WorkCount } from './worklist.query';
import type { WorkItemDto } from './worklist.dto';

/** One of them, before what is said of its case. */
export type WorkTask = Omit<WorkItemDto, 'reference' | 'calledName' | 'lead'>;

/** What waits beside steps: of a supervisor emergency accesses to review, cases to hand over and possible duplicates; of a circle, that its case was opened. */
@Injectable()
export class WorkTasks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly glass: BrokenGlassRepository,
    private readonly duplicates: DuplicateTasksRepository,
    private readonly leads: AbsentLeadsQuery,
  ) {}

  /** How many there are, and the first of them. */
  async open(limit: number): Promise<{ readonly tasks: readonly WorkTask[]; readonly waiting: WorkCount }> {
    const told = await this.told();
    const tasks = limit > 0 ? await this.first(told, limit) : [];
    return { tasks, waiting: await this.count(told.length) };
  }

  private async first(told: readonly BreakGlassEntity[], limit: number): Promise<readonly WorkTask[]> {
    return [
      ...emergencies(told.slice(0, limit)),
      ...(await this.handovers(limit)),
      ...(await this.reviews(limit)),
      ...(await this.alike(limit)),
    ];
  }

  private async count(told: number): Promise<WorkCount> {
    const reviews = await this.glass.countToReview(this.reviewed());
    const leads = await this.leads.count(plannedTeamIds(this.unit.account));
    return {
      count: told + reviews.count + leads.count + (await this.duplicates.countOpen()),
      late: reviews.late + leads.late,
    };
  }

  private async told(): Promise<readonly BreakGlassEntity[]> {
    const since = this.unit.now() - TOLD_HOURS * 3_600_000;
    const found = await this.glass.ofCircles(this.unit.account.id, since, TOLD);
    return found.filter(({ teamId }) => !this.reviewed().includes(teamId));
  }

  /** A child whose lead is gone, or goes soon, has nobody from that day on. */
  private async handovers(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.leads.list(plannedTeamIds(this.unit.account), limit);
    return found.map(({ caseFileId, title, dueAt }): WorkTask => {
      const by = dueAt?.toISOString();
      const due = by === undefined ? {} : ({ origin: 'TOOL', dueAt: by, lateFrom: by } as const);
      return { ...TASK, id: `handover/${caseFileId}`, kind: 'handover', caseFileId, title, ...due };
    });
  }

  private async reviews(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.glass.toReview(this.reviewed(), null, limit);
    return found.map(({ id, caseFileId, reviewDueAt }): WorkTask => {
      const dueAt = reviewDueAt.toISOString();
      const title = { fr: 'Relire un accès d’urgence', en: 'Review an emergency access' };
      return { ...TASK, id, kind: 'review', caseFileId, title, origin: 'TOOL', dueAt, lateFrom: dueAt };
    });
  }

  private async alike(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.duplicates.open(limit);
    return found.map(({ id, caseFileId, otherReference, dueAt }): WorkTask => {
      const title = {
        fr: `Dire si ${otherReference} est le même enfant`,
        en: `Say whether ${otherReference} is the same child`,
      };
      const due = dueAt === null ? {} : ({ origin: 'TOOL', dueAt, lateFrom: dueAt } as const);
      return { ...TASK, id, kind: 'task', caseFileId, title, ...due };
    });
  }

  /** Teams whose emergency accesses the reader reviews. */
  private reviewed(): readonly string[] {
    const asker = askerOf(this.unit.account);
    return teamsWhere(asker, 'review-break-glass');
  }
}

/** The circle of a restricted case knows at once who opened it; who reviews that has it as a task. */
const emergencies = (told: readonly BreakGlassEntity[]): readonly WorkTask[] =>
  told.map(({ id, caseFileId }): WorkTask => {
    const title = {
      fr: 'Dossier réservé, ouvert en urgence par une personne hors du cercle',
      en: 'Restricted case, opened in an emergency by somebody outside the circle',
    };
    return { ...TASK, id, kind: 'emergency', caseFileId, title };
  });

/** TOOL: as long as its review may take. */
const TOLD_HOURS = 72;
const TOLD = 100;

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
