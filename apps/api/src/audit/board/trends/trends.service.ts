import { Injectable } from '@nestjs/common';
import { FIRST_ACT_DELAYS } from '@repere/audit';
import { DEADLINE_ORIGINS } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { readCursor } from '../../../platform/requests/cursor';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../../protocols/publishing/protocol-registry';
import { BoardService } from '../board.service';
import { LOOKBACK_DAYS } from '../board-times';
import { protectiveActs } from '../protective-acts';
import type { BoardCasePageDto } from '../board.dto';
import { type TrendScope, TrendsQuery } from './trends.query';
import { type BoardTrendsDto, type TrendCasesQueryDto, WEEKS } from './trends.dto';
import { mondaysUntil } from './weeks';

const DAY = 86_400_000;
const PAGE = 25;

/** How a team's cases went over the last weeks, and the cases behind each bar. */
@Injectable()
export class TrendsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly board: BoardService,
    private readonly query: TrendsQuery,
    private readonly registry: ProtocolRegistry,
  ) {}

  /** The board's own refusals. */
  async showTrends(teamId?: string): Promise<BoardTrendsDto> {
    const scope = await this.scope(teamId);
    const late = await this.query.late(scope);
    const firstAct = await this.query.firstAct(scope);
    return {
      weeks: scope.weeks.map((from, place) => ({
        weeksAgo: WEEKS - 1 - place,
        from: from.toISOString(),
        late: DEADLINE_ORIGINS.map((origin) => ({
          origin,
          cases: late.find((row) => row.week === place + 1 && row.origin === origin)?.cases ?? 0,
        })),
      })),
      firstAct: FIRST_ACT_DELAYS.map((delay) => ({
        delay,
        cases: firstAct.find((row) => row.delay === delay)?.cases ?? 0,
      })),
      days: LOOKBACK_DAYS,
    };
  }

  async cases({ of, team, weeksAgo, origin, delay, cursor }: TrendCasesQueryDto): Promise<BoardCasePageDto> {
    const scope = await this.scope(team);
    const narrowed = {
      week: weeksAgo === undefined ? null : WEEKS - weeksAgo,
      origin: origin ?? null,
      delay: delay ?? null,
    };
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    return this.board.page(await this.query.cases(of, scope, narrowed, after, PAGE + 1), PAGE);
  }

  private async scope(teamId?: string): Promise<TrendScope> {
    const team = this.board.team(teamId);
    const now = this.unit.now();
    const zone = zoneOf(this.unit.account.teams.find(({ id }) => id === team.id)?.territory);
    return {
      teamId: team.id,
      now: new Date(now),
      weeks: mondaysUntil(now, zone, WEEKS).map((at) => new Date(at)),
      since: new Date(now - LOOKBACK_DAYS * DAY),
      protectiveActs: protectiveActs(await this.registry.readPublished()),
    };
  }
}
