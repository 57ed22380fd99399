import { Injectable } from '@nestjs/common';
import { daysAround } from '@repere/case-engine';
import { zoneOf } from '@repere/territories';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import type { ShownCases } from './work-items.service';
import type { WorkTimes } from './work-lines.query';
import { type WorkTask, WorkTasks } from './work-tasks.service';
import { COUNTED_TO, WORK_GROUPS, type WorkItemDto, type WorklistDto } from './worklist.dto';
import { type AskedWork, type FirstRows, type WorkCounts, WorklistQuery } from './worklist.query';

/** How much of what there is: by group, late, to be chased; and what waits beside steps. */
export type WorkTally = Pick<
  WorklistDto,
  'now' | 'counts' | 'late' | 'toChase' | 'approvals' | 'countedTo' | 'nextDueAt'
> & { readonly tasks: readonly WorkTask[] };

/** Whose day it is, where it ends, and how much of what it holds. */
@Injectable()
export class WorkDay {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly query: WorklistQuery,
    private readonly tasks: WorkTasks,
  ) {}

  /** Someone who leads nothing works from the team's pool. */
  async readDay(wanted: 'me' | 'team'): Promise<Pick<AskedWork, 'scope' | 'whose' | 'times'>> {
    return this.dayOf(wanted, await this.scopes.findScope());
  }

  private dayOf(wanted: 'me' | 'team', scope: ReaderScope): Pick<AskedWork, 'scope' | 'whose' | 'times'> {
    const whose = wanted === 'me' && !scope.hasOwn ? 'team' : wanted;
    return { scope, whose, times: this.times(this.unit.now()) };
  }

  /** `limit`: of what waits beside steps, which a list that is narrowed leaves out. `known`: what was counted already. */
  async tally(asked: AskedWork, limit: number, known?: WorkCounts): Promise<WorkTally> {
    const counts = Object.fromEntries(WORK_GROUPS.map((group) => [group, 0])) as Record<
      WorkItemDto['group'],
      number
    >;
    let [late, toChase] = [0, 0];
    const { counts: counted, nextDueAt } = known ?? (await this.counts(asked));
    for (const phase of this.query.phases(asked.show)) {
      const found = counted.get(phase.name) ?? { count: 0, late: 0 };
      counts[phase.group] += found.count;
      if (phase.kind === 'outside') toChase += found.late;
      else late += found.late;
    }
    const { tasks, waiting } = isNarrowed(asked)
      ? { tasks: [], waiting: { count: 0, late: 0 } }
      : await this.tasks.findOpenTasks(limit, counted);
    counts['waiting-for-me'] += waiting.count;
    for (const group of WORK_GROUPS) counts[group] = capCount(counts[group]);
    return {
      now: new Date(asked.times.now).toISOString(),
      ...{ counts, late: capCount(late + waiting.late), toChase, tasks },
      approvals: counted.get('approvals')?.count ?? 0,
      countedTo: COUNTED_TO,
      nextDueAt: nextDueAt?.toISOString() ?? null,
    };
  }

  /** All that a tally says, of whatever page. */
  counts(asked: AskedWork): Promise<WorkCounts> {
    return this.query.counts(asked, this.tasks.teams());
  }

  /**
   * Whose day it is, the first rows of its list with their cases, and all that its tally says. One statement, as of somebody who was
   * given no case beside their own; of another the rows are asked for once more.
   */
  async beginDay(
    wanted: 'me' | 'team',
    narrowed: Pick<AskedWork, 'show' | 'filter'>,
    limit: number,
  ): Promise<{ readonly asked: AskedWork; readonly first: FirstRows }> {
    const expected = {
      scope: this.scopes.expect(),
      whose: wanted,
      times: this.times(this.unit.now()),
      ...narrowed,
    };
    const teams = this.tasks.teams();
    const first = await this.query.first(expected, teams, limit);
    const asked = { ...this.dayOf(wanted, first.scope), ...narrowed };
    const isAsExpected = asked.whose === wanted && asked.scope.assignedIds.length === 0;
    return { asked, first: isAsExpected ? first : await this.query.first(asked, teams, limit) };
  }

  /** A list begins at no moment to come. */
  momentOf(began: string): number {
    const at = Date.parse(began);
    return Number.isNaN(at) ? this.unit.now() : Math.min(at, this.unit.now());
  }

  /** Today ends at midnight where the reader's first team works. */
  times(now: number): WorkTimes {
    const zone = zoneOf(this.unit.account.teams[0]?.territory);
    return { now, ...daysAround(now, zone) };
  }
}

/** Phases are counted no further than one more than what is said; so are their sums. */
const capCount = (count: number): number => Math.min(count, COUNTED_TO + 1);

const isNarrowed = ({ show, filter }: AskedWork): boolean =>
  show !== undefined || filter?.protocol !== undefined || filter?.caseFileId !== undefined;

/** Those whose case is seen. */
export const shownTasks = (tasks: readonly WorkTask[], cases: ShownCases): readonly WorkItemDto[] =>
  tasks.flatMap((task) => {
    const shown = cases.get(task.caseFileId);
    if (!shown) return [];
    const { reference, calledName, lead } = shown;
    return [{ ...task, reference, calledName, lead: lead?.name ?? null }];
  });
