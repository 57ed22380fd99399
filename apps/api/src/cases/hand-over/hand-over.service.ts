import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { territoryOf } from '@repere/territories';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReaderScopes } from '../rights/reader-scope';
import { CoverQuery } from '../cover/cover.query';
import { WorkDay } from '../worklist/work-day.service';
import type { FoundRow } from '../worklist/work-phases.query';
import { type ShownCase, WorkItems } from '../worklist/work-items.service';
import { WorklistQuery } from '../worklist/worklist.query';
import type { WorkItemDto } from '../worklist/worklist.dto';
import { OnCallContactsRepository } from '../../directory/on-call/on-call-contacts.repository';
import { showOnCall } from '../../directory/on-call/show-on-call';
import { DangersQuery, type ShownDanger } from './dangers.query';
import type { DutyDto } from '../cover/cover.dto';
import type { DutyLineDto, NightHandOverCaseDto, NightHandOverDto } from './hand-over.dto';

/** Hour at which the day's team takes over again. */
const MORNING_MS = 9 * 3_600_000;
/** Lines of the list of work that are looked through; more is no hand-over. */
const MOST = 200;
/** A term of ours that has passed can wait for the day; one of these is told to the night. */
const HELD_TO: ReadonlySet<FoundRow['origin']> = new Set(['LEGAL', 'MEDICAL', 'REPORT']);

/** What the night needs to know of the reader's cases, or of their team's: by child, what protects now first. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly day: WorkDay,
    private readonly worklist: WorklistQuery,
    private readonly items: WorkItems,
    private readonly cover: CoverQuery,
    private readonly dangers: DangersQuery,
    private readonly contacts: OnCallContactsRepository,
  ) {}

  async showHandOver(asked: 'me' | 'team'): Promise<NightHandOverDto> {
    this.scopes.demandLists();
    const day = await this.day.readDay(asked);
    const { now, endOfToday } = day.times;
    const until = endOfToday + MORNING_MS;
    const { found, cases: read } = await this.worklist.rows(day, { phase: null, after: null }, MOST + 1);
    const tonight = found.slice(0, MOST).filter((row) => isOfTheNight(row, now, until));
    const cases = await this.items.cases(
      tonight.map(({ caseFileId }) => caseFileId),
      read,
    );
    const byCase = Map.groupBy(await this.items.showItems(tonight, cases), ({ caseFileId }) => caseFileId);
    const dangerOf = await this.dangers.readDangers([...byCase.keys()]);
    this.unit.shows([...byCase.keys()]);
    return {
      scope: day.whose,
      now: new Date(now).toISOString(),
      until: new Date(until).toISOString(),
      onDuty: await this.onDuty(until),
      dutyLines: await this.dutyLines(),
      cases: [...byCase].flatMap(([id, acts]) => asCase(acts, cases.get(id), dangerOf(id))),
      isTruncated: found.length > MOST,
    };
  }

  /** In the reader's teams, whose members they may know. */
  private async onDuty(until: number): Promise<readonly DutyDto[]> {
    const principal = principalOf(this.unit.account);
    const teamIds = principal.teamIds.filter(
      (teamId) => may(principal, 'list-members', { kind: 'team', teamId }).yes,
    );
    const duties = teamIds.length > 0 ? await this.cover.duties(teamIds) : [];
    return duties.filter(({ from }) => Date.parse(from) < until);
  }

  /** The duty lines where the reader's teams work. */
  private async dutyLines(): Promise<readonly DutyLineDto[]> {
    const lines: DutyLineDto[] = [];
    for (const code of new Set(this.unit.account.teams.map(({ territory }) => territory))) {
      const territory = territoryOf(code);
      if (!territory) continue;
      const [line] = showOnCall(await this.contacts.listContacts(code), territory, this.unit.now(), [
        'duty-line',
      ]);
      for (const { name, phones } of line?.contacts ?? [])
        lines.push({ territory: territory.name, name, phones });
    }
    return lines;
  }
}

/** Ours, and not to be left to the morning. */
function isOfTheNight(
  { phase, owner, origin, dueAt, lateFrom }: FoundRow,
  now: number,
  until: number,
): boolean {
  if (phase === 'now') return true;
  if (owner !== 'ours' || dueAt === null || dueAt.getTime() > until) return false;
  const isLate = lateFrom !== null && lateFrom.getTime() < now;
  return !isLate || HELD_TO.has(origin);
}

function asCase(
  acts: readonly WorkItemDto[],
  shown: ShownCase | undefined,
  danger: ShownDanger,
): readonly NightHandOverCaseDto[] {
  const [first] = acts;
  if (!first || !shown) return [];
  const { caseFileId, reference, calledName, lead } = first;
  const isUrgent = acts.some(({ group }) => group === 'now');
  return [{ caseFileId, reference, calledName, age: shown.age, ...danger, lead, isUrgent, acts }];
}
