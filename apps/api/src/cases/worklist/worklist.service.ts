import { Injectable } from '@nestjs/common';
import type { WorkItem, Worklist } from '@repere/cases';
import { localDay, startOfDay } from '@repere/protocol-engine';
import { territoryOf } from '@repere/territories';
import { UnitOfWork } from '../../platform/unit-of-work';
import { readCursor, writeCursor } from '../cursor';
import { type ReaderScope, ReaderScopes } from '../reader-scope';
import { UndatedStepsQuery } from './undated-steps.query';
import { WorkItemsQuery } from './work-items.query';
import { WorkTasksQuery } from './work-tasks.query';
import type { WorkRow } from './work-phases';
import { WORK_GROUPS } from './worklist.dto';
import { type WorkPlace, WorklistQuery, type WorkTimes } from './worklist.query';

const PAGE = 50;
const SOON_DAYS = 14;

/** One stretch of the list: it gives rows after a place, and their number. */
interface Stretch {
  readonly name: string;
  readonly group: WorkItem['group'];
  readonly kind: WorkItem['kind'];
  readonly rows: (after: WorkPlace | null, limit: number) => Promise<readonly WorkRow[]>;
  readonly count: () => Promise<number>;
}

/** What must be done now: late, today, soon, waiting for me, waiting for others. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly query: WorklistQuery,
    private readonly undated: UndatedStepsQuery,
    private readonly items: WorkItemsQuery,
    private readonly tasks: WorkTasksQuery,
  ) {}

  async show(asked: 'me' | 'team', cursor?: string): Promise<Worklist> {
    const scope = await this.scopes.find();
    // Someone who leads nothing works from the team's pool.
    const whose = asked === 'me' && !(await this.hasCases(scope)) ? 'team' : asked;
    const times = this.times();
    const stretches = this.stretches(scope, whose, times);
    const { found, next } = await this.page(stretches, cursor);
    const counts = Object.fromEntries(WORK_GROUPS.map((group) => [group, 0])) as Record<
      WorkItem['group'],
      number
    >;
    for (const stretch of stretches) counts[stretch.group] += await stretch.count();
    const isFirst = cursor === undefined;
    const tasks = isFirst ? await this.tasks.open(PAGE) : [];
    counts['waiting-for-me'] += await this.tasks.count();
    const items = inGroups([...(await this.items.show(found)), ...tasks]);
    this.unit.shows([...new Set(items.map(({ caseFileId }) => caseFileId))]);
    return {
      scope: whose,
      now: new Date(times.now).toISOString(),
      counts,
      items,
      next,
      nextDueAt: (await this.query.nextDueAt(scope, whose, times))?.toISOString() ?? null,
    };
  }

  private stretches(scope: ReaderScope, whose: 'me' | 'team', times: WorkTimes): readonly Stretch[] {
    const stretches = this.query.phases().map((phase): Stretch => ({
      ...phase,
      rows: (after, limit) => this.query.rows(phase, scope, whose, times, after, limit),
      count: () => this.query.count(phase, scope, whose, times),
    }));
    const afterSoon = stretches.findIndex(({ name }) => name === 'soon') + 1;
    return stretches.toSpliced(afterSoon, 0, {
      name: 'undated',
      group: 'soon',
      kind: 'step',
      rows: (after, limit) => this.undated.rows(scope, whose, times, after?.[1] ?? null, limit),
      count: () => this.undated.count(scope, whose, times),
    });
  }

  /** Fills a page from one stretch after the other. */
  private async page(
    stretches: readonly Stretch[],
    cursor: string | undefined,
  ): Promise<{ found: { stretch: Stretch; row: WorkRow }[]; next: string | null }> {
    const [name, ...place] =
      cursor === undefined ? [null] : readCursor(cursor, ['text', 'instant', 'id', 'text', 'text']);
    const start = name === null ? 0 : stretches.findIndex((it) => it.name === name);
    const found: { stretch: Stretch; row: WorkRow }[] = [];
    for (const stretch of stretches.slice(Math.max(start, 0))) {
      const after = stretch.name === name && place.length === 4 ? (place as unknown as WorkPlace) : null;
      const wanted = PAGE + 1 - found.length;
      for (const row of await stretch.rows(after, wanted)) found.push({ stretch, row });
      if (found.length > PAGE) break;
    }
    const last = found[PAGE - 1];
    if (found.length <= PAGE || !last) return { found, next: null };
    const { place: due, runId, step, of, caseFileId } = last.row;
    const id = last.stretch.name === 'undated' ? caseFileId : runId;
    return { found: found.slice(0, PAGE), next: writeCursor([last.stretch.name, due, id, step, of]) };
  }

  private async hasCases({ accountId, assignedIds }: ReaderScope): Promise<boolean> {
    if (assignedIds.length > 0) return true;
    const led: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM case_file WHERE lead_id = $1 LIMIT 1`,
      [accountId],
    );
    return led.length > 0;
  }

  /** Today ends at midnight where the reader's first team works. */
  private times(): WorkTimes {
    const now = this.unit.now();
    const zone = territoryOf(this.unit.account.teams[0]?.territory ?? '75')?.zone ?? 'Europe/Paris';
    const today = localDay(now, zone);
    return {
      now,
      endOfToday: startOfDay(today + 1, zone),
      endOfSoon: startOfDay(today + 1 + SOON_DAYS, zone),
    };
  }
}

const inGroups = (items: readonly WorkItem[]): readonly WorkItem[] =>
  items.toSorted((a, b) => WORK_GROUPS.indexOf(a.group) - WORK_GROUPS.indexOf(b.group));
