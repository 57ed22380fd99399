import { mayNowhere } from '@repere/access';
import { Injectable } from '@nestjs/common';
import type { BoardFigure } from '@repere/audit';
import { AccountNames } from '../../cases/reading/account-names';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { CaseSummariesQuery } from '../../cases/search/case-summaries.query';
import { same } from '../../cases/words/show-value';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import {
  type BoardCounts,
  BoardQuery,
  type DueRow,
  type FoundCase,
  type LeadRow,
  type Narrowed,
} from './board.query';
import { type BoardScope, LOOKBACK_DAYS, SOON_DAYS } from './board-times';
import { protectiveActs } from './protective-acts';
import type { BoardCaseDto, BoardPersonDto, TeamBoardDto } from './board.dto';
import type { Page } from '../../platform/answers/page';

const PAGE = 25;
const NOTHING: BoardCounts = { lateLegal: 0, late: 0, soon: 0 };

/** Where does it burn? For whoever answers for a team. */
@Injectable()
export class BoardService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly query: BoardQuery,
    private readonly names: AccountNames,
    private readonly summaries: CaseSummariesQuery,
    private readonly registry: ProtocolRegistry,
  ) {}

  /** Throws `not-allowed` for who answers for no team, `not-found` for a team that isn't theirs. */
  async showBoard(teamId?: string): Promise<TeamBoardDto> {
    const teams = this.teams();
    const team = this.team(teamId);
    const published = await this.registry.readPublished();
    const scope = this.scope(team.id, published);
    const due = await this.query.due(scope);
    const open = await this.query.byLead('open', scope);
    const approvals = await this.query.byLead('approvals', scope);
    const whole = due.find(({ isOf }) => isOf === 'team') ?? NOTHING;
    return {
      now: new Date(scope.now).toISOString(),
      team,
      teams,
      figures: {
        'late-legal': whole.lateLegal,
        late: whole.late,
        soon: whole.soon,
        missing: await this.query.count('missing', scope),
        'no-place-tonight': await this.query.count('no-place-tonight', scope),
        'signs-unprotected': await this.query.count('signs-unprotected', scope),
        approvals: totalOf(approvals),
        'not-referred': await this.query.count('not-referred', scope),
        'hotel-refused': await this.query.count('hotel-refused', scope),
        'rights-incidents': await this.query.count('rights-incidents', scope),
        open: totalOf(open),
      },
      restricted: await this.query.restricted(team.id),
      days: LOOKBACK_DAYS,
      soonDays: SOON_DAYS,
      people: await this.people(due, open, approvals),
      protocols: due
        .flatMap(({ protocol, lateLegal, late, soon }) =>
          protocol === null ? [] : [{ protocol, title: titleOf(protocol, published), lateLegal, late, soon }],
        )
        .sort(byGravity),
    };
  }

  /** The cases behind a figure, by pages; the same refusals. */
  async cases(
    figure: BoardFigure,
    teamId: string | undefined,
    narrowed: Narrowed,
    cursor?: string,
  ): Promise<Page<BoardCaseDto>> {
    const { id } = this.team(teamId);
    const scope = this.scope(id, await this.registry.readPublished());
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const found = await this.query.cases(figure, scope, narrowed, after, PAGE + 1);
    return this.page(found, PAGE);
  }

  /** A page of found cases in words; one more than `size` says that there is a next. */
  async page(found: readonly FoundCase[], size: number): Promise<Page<BoardCaseDto>> {
    const shown = found.slice(0, size);
    const summaries = await this.summaries.listSummaries(shown.map((it) => it.id));
    this.unit.shows(summaries.map((it) => it.id));
    const last = shown.at(-1);
    return {
      items: summaries.flatMap((summary): BoardCaseDto[] => {
        const at = shown.find((it) => it.id === summary.id)?.at;
        return at === undefined ? [] : [{ case: summary, at: new Date(at).toISOString() }];
      }),
      next: found.length > size && last ? writeCursor([last.at, last.id]) : null,
    };
  }

  /** A team that the reader answers for; throws `not-allowed`, `not-found`. */
  team(asked?: string): TeamBoardDto['team'] {
    const teams = this.teams();
    const team = asked === undefined ? teams[0] : teams.find(({ id }) => id === asked);
    if (!team) throw new Refusal('not-found');
    return team;
  }

  private teams(): TeamBoardDto['teams'] {
    const ids = this.scopes.teamsFor('approve');
    if (ids.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('approve')] });
    return this.unit.account.teams.flatMap(({ id, name }) => (ids.includes(id) ? [{ id, name }] : []));
  }

  private scope(teamId: string, published: PublishedProtocols): BoardScope {
    return { teamId, now: this.unit.now(), protectiveActs: protectiveActs(published) };
  }

  /** Leads of the team's cases: the law's dates first, then what is late, then how much they carry. */
  private async people(
    due: readonly DueRow[],
    open: readonly LeadRow[],
    approvals: readonly LeadRow[],
  ): Promise<readonly BoardPersonDto[]> {
    const dueOf = new Map(due.flatMap((row) => (row.isOf === 'lead' ? [[row.leadId, row] as const] : [])));
    const openOf = casesByLead(open);
    const approvalsOf = casesByLead(approvals);
    const ids = [...new Set([...dueOf.keys(), ...openOf.keys(), ...approvalsOf.keys()])];
    const names = await this.names.readNames(ids);
    return ids
      .map((id): BoardPersonDto => {
        const { lateLegal, late, soon } = dueOf.get(id) ?? NOTHING;
        return {
          id,
          name: id === null ? null : (names.get(id) ?? ''),
          lateLegal,
          late,
          soon,
          open: openOf.get(id) ?? 0,
          approvals: approvalsOf.get(id) ?? 0,
        };
      })
      .sort((a, b) => byGravity(a, b) || b.open - a.open);
  }
}

const byGravity = (a: BoardCounts, b: BoardCounts): number =>
  b.lateLegal - a.lateLegal || b.late - a.late || b.soon - a.soon;

const totalOf = (rows: readonly LeadRow[]): number => rows.find(({ isTotal }) => isTotal)?.cases ?? 0;

const casesByLead = (rows: readonly LeadRow[]): ReadonlyMap<string | null, number> =>
  new Map(rows.flatMap(({ isTotal, leadId, cases }) => (isTotal ? [] : [[leadId, cases] as const])));

const titleOf = (protocol: string, { versions }: PublishedProtocols) =>
  [...versions.values()].findLast(({ document }) => document.protocol === protocol)?.document.title ??
  same(protocol);
