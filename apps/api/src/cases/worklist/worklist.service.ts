import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { shownTasks, WorkDay } from './work-day.service';
import { WorkItems } from './work-items.service';
import type { FoundRow } from './work-phases';
import { WORK_GROUPS, type WorkItemDto, type WorklistDto, type WorklistQueryDto } from './worklist.dto';
import { type AskedWork, type WorkPlace, WorklistQuery } from './worklist.query';

const PAGE = 50;

/** What must be done, in the one order: now, today, late, this week, waiting for me, waiting for others. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly day: WorkDay,
    private readonly query: WorklistQuery,
    private readonly items: WorkItems,
  ) {}

  async list({ scope, show, protocol, caseFile, cursor }: WorklistQueryDto): Promise<WorklistDto> {
    const asked = {
      ...(await this.day.of(scope ?? 'me')),
      ...{ show, filter: { protocol, caseFileId: caseFile } },
    };
    const [{ found, next }, { tasks, ...tally }] = await Promise.all([
      this.page(asked, cursor),
      this.day.tally(asked, cursor === undefined ? PAGE : 0),
    ]);
    const cases = await this.items.cases([...found, ...tasks].map((it) => it.caseFileId));
    const items = inGroups([...(await this.items.show(found, cases)), ...shownTasks(tasks, cases)]);
    this.unit.shows([...new Set(items.map(({ caseFileId }) => caseFileId))]);
    return { scope: asked.whose, ...tally, items, next };
  }

  /** A page of one phase after the other; a list that goes on stays as of the moment at which it began. */
  private async page(
    asked: AskedWork,
    cursor: string | undefined,
  ): Promise<{ found: readonly FoundRow[]; next: string | null }> {
    const [began, phase, ...place] =
      cursor === undefined
        ? [new Date(this.unit.now()).toISOString(), null]
        : readCursor(cursor, ['instant', 'text', 'number', 'instant', 'id', 'number', 'text']);
    const after = place.length === 5 ? (place as unknown as WorkPlace) : null;
    const times = this.day.times(this.day.momentOf(began));
    const found = await this.query.rows({ ...asked, times }, { phase, after }, PAGE + 1);
    const last = found[PAGE - 1];
    if (found.length <= PAGE || !last) return { found, next: null };
    const { rank, sortedAt, caseFileId, place: at, of } = last;
    return {
      found: found.slice(0, PAGE),
      next: writeCursor([began, last.phase, rank, sortedAt, caseFileId, at, of]),
    };
  }
}

const inGroups = (items: readonly WorkItemDto[]): readonly WorkItemDto[] =>
  items.toSorted((a, b) => WORK_GROUPS.indexOf(a.group) - WORK_GROUPS.indexOf(b.group));
