import { Injectable } from '@nestjs/common';
import { daysAround } from '@repere/case-engine';
import { territoryOf } from '@repere/territories';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import { type ShownCases, WorkItems } from './work-items.service';
import type { FoundRow } from './work-phases';
import { type WorkTask, WorkTasks } from './work-tasks.service';
import { type WorkPlace, WorklistQuery, type WorkTimes } from './worklist.query';
import { WORK_GROUPS, type WorkItemDto, type WorklistDto } from './worklist.dto';

const PAGE = 50;

/** What must be done, in the one order: now, today, late, this week, waiting for me, waiting for others. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly query: WorklistQuery,
    private readonly items: WorkItems,
    private readonly tasks: WorkTasks,
  ) {}

  async show(asked: 'me' | 'team', cursor?: string): Promise<WorklistDto> {
    const scope = await this.scopes.find();
    // Someone who leads nothing works from the team's pool.
    const whose = asked === 'me' && !scope.hasOwn ? 'team' : asked;
    const times = this.times(this.unit.now());
    const [{ found, next }, { counts: counted, nextDueAt }] = await Promise.all([
      this.page(scope, whose, cursor),
      this.query.counts(scope, whose, times, this.tasks.teams()),
    ]);
    const counts = Object.fromEntries(WORK_GROUPS.map((group) => [group, 0])) as Record<
      WorkItemDto['group'],
      number
    >;
    let [late, toChase] = [0, 0];
    for (const phase of this.query.phases()) {
      const found = counted.get(phase.name) ?? { count: 0, late: 0 };
      counts[phase.group] += found.count;
      if (phase.kind === 'outside') toChase += found.late;
      // What waits for a second person is theirs; where it waits for me, it is mine.
      else if (phase.name !== 'my-acts') late += found.late;
    }
    const isFirst = cursor === undefined;
    const { tasks, waiting } = await this.tasks.open(isFirst ? PAGE : 0, counted);
    const cases = await this.items.cases([...found, ...tasks].map((it) => it.caseFileId));
    counts['waiting-for-me'] += waiting.count;
    const items = inGroups([...(await this.items.show(found, cases)), ...shownTasks(tasks, cases)]);
    this.unit.shows([...new Set(items.map(({ caseFileId }) => caseFileId))]);
    return {
      scope: whose,
      now: new Date(times.now).toISOString(),
      counts,
      late: late + waiting.late,
      toChase,
      items,
      next,
      nextDueAt: nextDueAt?.toISOString() ?? null,
    };
  }

  /** A page of one phase after the other; a list that goes on stays as of the moment at which it began. */
  private async page(
    scope: ReaderScope,
    whose: 'me' | 'team',
    cursor: string | undefined,
  ): Promise<{ found: readonly FoundRow[]; next: string | null }> {
    const [began, phase, ...place] =
      cursor === undefined
        ? [new Date(this.unit.now()).toISOString(), null]
        : readCursor(cursor, ['instant', 'text', 'number', 'instant', 'id', 'number', 'text']);
    const after = place.length === 5 ? (place as unknown as WorkPlace) : null;
    const times = this.times(this.momentOf(began));
    const found = await this.query.rows(scope, whose, times, { phase, after }, PAGE + 1);
    const last = found[PAGE - 1];
    if (found.length <= PAGE || !last) return { found, next: null };
    const { rank, sortedAt, caseFileId, place: at, of } = last;
    return {
      found: found.slice(0, PAGE),
      next: writeCursor([began, last.phase, rank, sortedAt, caseFileId, at, of]),
    };
  }

  /** A list begins at no moment to come. */
  private momentOf(began: string): number {
    const at = Date.parse(began);
    return Number.isNaN(at) ? this.unit.now() : Math.min(at, this.unit.now());
  }

  /** Today ends at midnight where the reader's first team works. */
  private times(now: number): WorkTimes {
    const zone = territoryOf(this.unit.account.teams[0]?.territory ?? '75')?.zone ?? 'Europe/Paris';
    return { now, ...daysAround(now, zone) };
  }
}

/** Those whose case is seen. */
const shownTasks = (tasks: readonly WorkTask[], cases: ShownCases): readonly WorkItemDto[] =>
  tasks.flatMap((task) => {
    const shown = cases.get(task.caseFileId);
    return shown ? [{ ...task, ...shown }] : [];
  });

const inGroups = (items: readonly WorkItemDto[]): readonly WorkItemDto[] =>
  items.toSorted((a, b) => WORK_GROUPS.indexOf(a.group) - WORK_GROUPS.indexOf(b.group));
