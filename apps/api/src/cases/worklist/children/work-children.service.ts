import { Injectable } from '@nestjs/common';
import { readCursor, writeCursor } from '../../../platform/requests/cursor';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { answerOfRole } from '../../reading/answers-of-role';
import { keyOf, ProtocolLibrary } from '../../../protocols/protocol-library';
import { ProtocolRegistry } from '../../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../../protocols/publishing/published-protocols';
import { rankedDangers } from '../danger-rank.query';
import { shownTasks, WorkDay } from '../work-day.service';
import { type ShownCases, WorkItems } from '../work-items.service';
import type { WorkChildrenQueryDto } from '../worklist.dto';
import type { AskedWork } from '../worklist.query';
import type { WorkChildDto, WorkChildrenDto, WorkProtocolDto } from './work-children.dto';
import { type AskedChildren, type ChildPlace, type ChildRow, WorkChildrenQuery } from './work-children.query';

const PAGE = 20;
/** Children on a page of persons. */
const PERSONS_PAGE = 30;
/** Of each person so many children, the rest in one press. */
const OF_EACH = 3;
const TASKS = 50;

/** A page of children, and where the next begins. */
interface FoundChildren {
  readonly found: readonly ChildRow[];
  readonly next: string | null;
}

/** The day by child: each with what presses most, danger first; the team's by person. */
@Injectable()
export class WorkChildrenService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly day: WorkDay,
    private readonly query: WorkChildrenQuery,
    private readonly items: WorkItems,
    private readonly shelf: ProtocolRegistry,
    private readonly library: ProtocolLibrary,
  ) {}

  async listChildren({
    scope,
    show,
    protocol,
    lead,
    cursor,
  }: WorkChildrenQueryDto): Promise<WorkChildrenDto> {
    const asked = { ...(await this.day.readDay(scope ?? 'me')), show, filter: { protocol } };
    const shelf = await this.shelf.readPublished();
    const dangers = rankedDangers(this.library.shared);
    const isByPerson = asked.whose === 'team' && lead === undefined;
    const [{ found, next }, { tasks, ...tally }] = await Promise.all([
      isByPerson ? this.persons(asked, dangers, cursor) : this.page(asked, dangers, lead, cursor),
      this.day.tally(asked, cursor === undefined ? TASKS : 0),
    ]);
    const cases = await this.items.cases([...found, ...tasks].map((it) => it.caseFileId));
    const items = await this.showChildren(found, cases, isByPerson);
    this.unit.shows([...new Set([...items.map(({ first }) => first), ...tasks].map((it) => it.caseFileId))]);
    return {
      ...{ scope: asked.whose, ...tally, items, next },
      children: found[0]?.children ?? 0,
      tasks: shownTasks(tasks, cases),
      protocols: protocolsOf(shelf),
    };
  }

  private async showChildren(
    found: readonly ChildRow[],
    cases: ShownCases,
    isByPerson: boolean,
  ): Promise<readonly WorkChildDto[]> {
    const acts = new Map((await this.items.showItems(found, cases)).map((item) => [item.caseFileId, item]));
    return found.flatMap((row): WorkChildDto[] => {
      const [first, shown] = [acts.get(row.caseFileId), cases.get(row.caseFileId)];
      if (!first || !shown) return [];
      const { isDangerSeen, late } = row;
      const danger = answerOfRole(this.library.shared, 'danger', row.danger);
      const person = isByPerson ? { children: row.ofPerson, late: row.lateOfPerson } : null;
      return [
        { first, others: row.acts - 1, late, age: shown.age, danger, isDangerSeen, lead: shown.lead, person },
      ];
    });
  }

  /** Child after child; a list that goes on stays as of the moment at which it began. */
  private async page(
    asked: AskedWork,
    dangers: readonly string[],
    lead: string | undefined,
    cursor: string | undefined,
  ): Promise<FoundChildren> {
    const [began, ...place] =
      cursor === undefined
        ? [new Date(asked.times.now).toISOString()]
        : readCursor(cursor, ['instant', 'number', 'number', 'number', 'number', 'instant', 'id']);
    const which: AskedChildren = {
      ...(lead !== undefined && { lead: lead === 'none' ? null : lead }),
      ...(place.length === 6 && { after: place as unknown as ChildPlace }),
    };
    const times = this.day.times(this.day.momentOf(began));
    const found = await this.query.findChildren({ ...asked, times }, dangers, which, PAGE + 1);
    const last = found[PAGE - 1];
    if (found.length <= PAGE || !last) return { found, next: null };
    const { group, dangerRank, at, rank, sortedAt, caseFileId } = last;
    return {
      found: found.slice(0, PAGE),
      next: writeCursor([began, group, dangerRank, at, rank, sortedAt, caseFileId]),
    };
  }

  /** Person after person, whose children press most first; nobody is split by the end of a page. */
  private async persons(
    asked: AskedWork,
    dangers: readonly string[],
    cursor: string | undefined,
  ): Promise<FoundChildren> {
    const [began, after] =
      cursor === undefined
        ? [new Date(asked.times.now).toISOString(), 0]
        : readCursor(cursor, ['instant', 'number']);
    const times = this.day.times(this.day.momentOf(began));
    const which = { persons: { each: OF_EACH, after } };
    const found = await this.query.findChildren({ ...asked, times }, dangers, which, PERSONS_PAGE + OF_EACH);
    if (found.length <= PERSONS_PAGE) return { found, next: null };
    const firstOfNextPage = found[PERSONS_PAGE]?.personAt;
    const whole = found.slice(0, PERSONS_PAGE).filter(({ personAt }) => personAt !== firstOfNextPage);
    const last = whole.at(-1);
    return { found: whole, next: last ? writeCursor([began, last.personAt]) : null };
  }
}

/** What the list may be narrowed to. */
const protocolsOf = (shelf: PublishedProtocols): readonly WorkProtocolDto[] =>
  Object.entries(shelf.inForce).flatMap(([protocol, version]) => {
    const title = shelf.versions.get(keyOf(protocol, version))?.document.title;
    return title ? [{ protocol, title }] : [];
  });
