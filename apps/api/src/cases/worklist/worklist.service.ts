import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { CaseRow } from '../reading/case-row';
import { shownTasks, WorkDay } from './work-day.service';
import { WorkItems } from './work-items.service';
import type { FoundRow } from './work-phases.query';
import {
  COUNTED_TO,
  WORK_GROUPS,
  type WorkItemDto,
  type WorklistDto,
  type WorklistQueryDto,
} from './worklist.dto';
import { type AskedWork, type WorkCounts, WorklistQuery } from './worklist.query';

/** As many as are counted of anything: a page's rows say how many there are. */
const PAGE = COUNTED_TO;

/** What must be done, in the one order: now, today, late, this week, waiting for me, waiting for others. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly day: WorkDay,
    private readonly query: WorklistQuery,
    private readonly items: WorkItems,
  ) {}

  async readWorklist({ scope, show, protocol, caseFile, cursor }: WorklistQueryDto): Promise<WorklistDto> {
    const {
      asked,
      found,
      next,
      counted,
      cases: read,
    } = await this.page(scope ?? 'me', { show, filter: { protocol, caseFileId: caseFile } }, cursor);
    const { tasks, ...tally } = await this.day.tally(asked, cursor === undefined ? PAGE : 0, counted);
    const cases = await this.items.cases(
      [...found, ...tasks].map((it) => it.caseFileId),
      read,
    );
    const items = inGroups([...(await this.items.showItems(found, cases)), ...shownTasks(tasks, cases)]);
    this.unit.shows([...new Set(items.map(({ caseFileId }) => caseFileId))]);
    return { scope: asked.whose, ...tally, items, next };
  }

  /** A page of one phase after the other; a list that goes on stays as of the moment at which it began. */
  private async page(
    scope: 'me' | 'team',
    narrowed: Pick<AskedWork, 'show' | 'filter'>,
    cursor: string | undefined,
  ): Promise<CountedPage> {
    if (cursor === undefined) {
      const { asked, first } = await this.day.beginDay(scope, narrowed, PAGE + 1);
      const { found, cases, counted } = first;
      return { asked, cases, counted, ...cut(found, new Date(this.unit.now()).toISOString()) };
    }
    const asked = { ...(await this.day.readDay(scope)), ...narrowed };
    const kinds = ['instant', 'text', 'number', 'instant', 'id', 'number', 'text'] as const;
    const [began, phase, ...after] = readCursor(cursor, kinds);
    const times = this.day.times(this.day.momentOf(began));
    const from = { phase, after };
    const [{ found, cases }, counted] = await Promise.all([
      this.query.rows({ ...asked, times }, from, PAGE + 1),
      this.day.counts(asked),
    ]);
    return { asked, cases, counted, ...cut(found, began) };
  }
}

interface Page {
  readonly found: readonly FoundRow[];
  readonly next: string | null;
}

interface CountedPage extends Page {
  readonly asked: AskedWork;
  readonly cases: readonly CaseRow[];
  readonly counted: WorkCounts;
}

/** One row more than the page has says that there is another. */
function cut(found: readonly FoundRow[], began: string): Page {
  const last = found[PAGE - 1];
  if (found.length <= PAGE || !last) return { found, next: null };
  const { phase, rank, sortedAt, caseFileId, place, of } = last;
  return {
    found: found.slice(0, PAGE),
    next: writeCursor([began, phase, rank, sortedAt, caseFileId, place, of]),
  };
}

const inGroups = (items: readonly WorkItemDto[]): readonly WorkItemDto[] =>
  items.toSorted((a, b) => WORK_GROUPS.indexOf(a.group) - WORK_GROUPS.indexOf(b.group));
