import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { type AnswerColumns, rows } from '../../platform/data/statement';
import type { Parameters } from '../../platform/requests/parameters';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { countToReview } from '../break-glass/broken-glass.query';
import { countAbsentLeads } from '../cover/absent-leads.query';
import type { CaseRow } from '../reading/case-row';
import { sentCases } from '../reading/case-rows.query';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import { OWN_CASES_COLUMNS, ownCases, type OwnCasesRow } from '../rights/reader-scope.query';
import { openProposals } from '../lead/lead-proposals.query';
import { tiesToAnswer } from '../links/tie-to-answer.query';
import { minutesToRead, openActions, preparedReferrals } from './conference-tasks.query';
import { needTasks } from './need-tasks.query';
import {
  type AskedPhases,
  linesOf,
  NARROWED,
  OF_NOBODY,
  OWN_AND_TEAM,
  parametersOf,
  placeIn,
  TYPED,
  type WorkFilter,
  type WorkPlace,
  type WorkTimes,
} from './work-lines.query';
import { COUNTED_TO, WORK_SHOWS, type WorkShow } from './worklist.dto';
import { APPROVALS_PHASE, type FoundRow, PHASES, type WorkPhase } from './work-phases.query';

/** What waits beside steps, as it is counted. */
export const TASK_KINDS = [
  'proposals',
  'handovers',
  'reviews',
  'needs',
  'minutes',
  'actions',
  'prepared',
  'ties',
  'duplicates',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Teams whose emergency accesses the reader reviews, whose minutes another person than their writer agrees to, and whose cover the reader plans. */
export interface TaskTeams {
  readonly approved: readonly string[];
  readonly reviewed: readonly string[];
  readonly planned: readonly string[];
  /** Sees possible duplicates of teams; others those alone that they were asked about. */
  readonly supervises: boolean;
}

/** How many lines a phase has, and how many of them are past their time; one more than `COUNTED_TO` stands for all that are more. */
export interface WorkCount {
  readonly count: number;
  readonly late: number;
  /** The first of them, where they are told with their number. */
  readonly items?: unknown;
}

/** Of each phase and of each kind of task, by its name; and when the next deadline of ours comes, for when nothing is late: `null`, none. */
export interface WorkCounts {
  readonly counts: ReadonlyMap<string, WorkCount>;
  readonly nextDueAt: Date | null;
}

/** Whose lines, as of when, and which of them. */
export interface AskedWork {
  readonly scope: ReaderScope;
  readonly whose: 'me' | 'team';
  readonly times: WorkTimes;
  readonly filter?: WorkFilter;
  readonly show?: WorkShow | undefined;
}

/** Rows of a page, and the lines of their cases. */
export interface FoundPage {
  readonly found: readonly FoundRow[];
  readonly cases: readonly CaseRow[];
}

/** The first page, and all that is read with it. */
export interface FirstRows extends FoundPage {
  readonly counted: WorkCounts;
  readonly scope: ReaderScope;
}

/** Reads the worklist from its lines against the clock: nothing is stored as late. */
@Injectable()
export class WorklistQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly caseRows: CaseRowsRepository,
  ) {}

  /** The phases of this scope, in their order on the page; `show`: those alone. */
  phases(show?: WorkShow): readonly WorkPhase[] {
    const mayApprove = this.scopes.teamsFor('approve').length > 0;
    return PHASES.filter(
      (phase) =>
        (mayApprove || phase !== APPROVALS_PHASE) &&
        (show === undefined || WORK_SHOWS[show].some((group) => group === phase.group)),
    );
  }

  /** Rows of one phase after the other, from this phase and place on. */
  async rows(
    asked: AskedWork,
    from: { readonly phase: string | null; readonly after: WorkPlace | null },
    limit: number,
  ): Promise<FoundPage> {
    const phases = this.phases(asked.show);
    const start = phases.findIndex(({ name }) => name === from.phase);
    const narrowed = { ...asked, phases: phases.slice(Math.max(start, 0)), roles: this.roles() };
    const page = await PAGE.first(this.unit.manager, narrowed, start < 0 ? null : from.after, limit);
    return { found: foundRows(page?.lines, narrowed.phases), cases: this.caseRows.readSent(page?.cases) };
  }

  /** Rows from the first phase on, all that is counted, and what the account's lists are drawn from as of now. */
  async first(asked: AskedWork, teams: TaskTeams, limit: number): Promise<FirstRows> {
    const narrowed = { ...asked, phases: this.phases(asked.show), roles: this.roles() };
    const page = await FIRST.first(this.unit.manager, narrowed, teams, this.scopes.absentIds(), limit);
    if (!page) throw new Error('the database answered nothing');
    return {
      found: foundRows(page.lines, narrowed.phases),
      cases: this.caseRows.readSent(page.cases),
      counted: countsOf(narrowed.phases, page),
      scope: this.scopes.scopeOf(page),
    };
  }

  /** All that is counted. */
  async counts(asked: AskedWork, teams: TaskTeams): Promise<WorkCounts> {
    const narrowed = { ...asked, phases: this.phases(asked.show), roles: this.roles() };
    return countsOf(narrowed.phases, await COUNTS.first(this.unit.manager, narrowed, teams));
  }

  /** In which the account approves. */
  roles(): readonly string[] {
    return engineRoles(this.unit.account.roles);
  }
}

/** A line as an array, which takes least to send: what `LINE` names, in its order. */
type SentLine = readonly [
  ...[caseFileId: string, runId: string, step: string, of: string, origin: FoundRow['origin']],
  ...[
    owner: FoundRow['owner'],
    dueAt: string | null,
    lateFrom: string | null,
    atOnce: boolean,
    state: string,
  ],
  ...[rank: number, sortedAt: string, place: number, phase: number, protocol: string, version: string],
];

const LINE = `json_build_array(w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", w.state,
  w.rank, w.sorted_at::text, w.place, w.phase, w.protocol, w.version)`;

const dateOf = (sent: string | null): Date | null => (sent === null ? null : new Date(sent));

const foundRows = (lines: unknown, phases: readonly WorkPhase[]): readonly FoundRow[] =>
  ((lines ?? []) as readonly SentLine[]).map((line): FoundRow => {
    const [caseFileId, runId, step, of, origin, owner, dueAt, lateFrom, atOnce, state, ...place] = line;
    const [rank, sortedAt, inCase, at, protocol, version] = place;
    const phase = phases[at];
    if (!phase) throw new Error(`no phase ${String(at)}`);
    return {
      ...{ caseFileId, runId, step, of, origin, owner, dueAt: dateOf(dueAt), lateFrom: dateOf(lateFrom) },
      ...{ atOnce, state, rank, sortedAt, place: inCase, phase: phase.name, protocol, version },
    };
  });

interface SentPage {
  readonly lines: unknown;
  readonly cases: unknown;
}

interface SentCounts {
  /** Of each phase by number and of each purpose how many there are, and of the list how many are late. */
  readonly counts: unknown;
  readonly tasks: unknown;
  readonly nextDueAt: Date | null;
}

type FirstPage = SentPage & SentCounts & OwnCasesRow;

type SentCount = readonly [phase: number, purpose: 'list' | 'late', count: number];

type SentTask = readonly [kind: TaskKind, count: number, late: number, items?: unknown];

function countsOf(phases: readonly WorkPhase[], page: SentCounts | null): WorkCounts {
  const sent = (page?.counts ?? []) as readonly SentCount[];
  const numberOf = (at: number, wanted: string): number =>
    sent.find(([phase, purpose]) => phase === at && purpose === wanted)?.[2] ?? 0;
  const ofPhases = phases.map(({ name, late }, at): [string, WorkCount] => {
    const count = numberOf(at, 'list');
    return [name, { count, late: late === 'all' ? count : late === undefined ? 0 : numberOf(at, 'late') }];
  });
  const tasks = (page?.tasks ?? []) as readonly SentTask[];
  return {
    counts: new Map([
      ...ofPhases,
      ...tasks.map(([kind, count, late, items]): [string, WorkCount] => [kind, { count, late, items }]),
    ]),
    nextDueAt: page?.nextDueAt ?? null,
  };
}

const A_PLACE: WorkPlace = [1, '2026-01-01', '', 1, 'step'];

/** In the order of the list. */
const IN_ORDER = `phase, rank, sorted_at, "caseFileId", place, "of"`;

/** As parts of a WITH: lines of the page, and their cases. No line is read further than what is shown and counted. */
const pageOf = (limit: number): string =>
  `page AS MATERIALIZED (SELECT * FROM found WHERE purpose = 'list' ORDER BY ${IN_ORDER} LIMIT ${String(limit)}),
     wanted AS MATERIALIZED (SELECT array_agg(DISTINCT "caseFileId") AS ids FROM page)`;

const PAGE_COLUMNS = `(SELECT json_agg(${LINE}) FROM page AS w) AS lines,
               ${sentCases('(SELECT ids FROM wanted)::uuid[]')} AS cases`;

const ASKED = [...OWN_AND_TEAM, ...NARROWED, OF_NOBODY].map((asked) => ({ ...asked, phases: PHASES }));

const TASK_TEAMS: readonly TaskTeams[] = [
  { approved: [], reviewed: [], planned: [], supervises: false },
  { approved: ['t'], reviewed: ['t'], planned: ['t'], supervises: true },
];

const PAGE = rows<SentPage>({ lines: 'json?', cases: 'json?' }).written(
  (asked: AskedPhases, after: WorkPlace | null, limit: number) => {
    const parameters = parametersOf(asked);
    const place = after && placeIn(parameters, after);
    const found = linesOf(asked, parameters, { place, limit });
    if (found === null) return null;
    const typed = place ? `${TYPED} AND num_nulls(${place.join(', ')}) = 0` : TYPED;
    return {
      text: `WITH found AS MATERIALIZED (${found}), ${pageOf(limit)} SELECT ${PAGE_COLUMNS} WHERE ${typed}`,
      values: parameters.values,
    };
  },
  ASKED.flatMap((asked) => [null, A_PLACE].map((after) => [asked, after, 1] as const)),
);

/** Kinds of which the first are told with their number. */
const TOLD: readonly TaskKind[] = ['proposals', 'needs', 'minutes', 'actions', 'prepared', 'ties'];

/** What waits beside steps; of somebody without teams of these kinds nothing is looked for. */
function tasksIn(parameters: Parameters, { approved, reviewed, planned, supervises }: TaskTeams): string {
  const kinds = [
    ...(planned.length === 0
      ? []
      : [['handovers', countAbsentLeads(parameters.addValue(planned), '$1')] as const]),
    ...(reviewed.length === 0
      ? []
      : [['reviews', countToReview(parameters.addValue(reviewed), '$1')] as const]),
    ...(approved.length === 0
      ? []
      : [['minutes', minutesToRead(parameters.addValue(approved), '$4')] as const]),
    ['needs', needTasks({ reader: '$4', teams: parameters.addValue(planned), now: '$1' })] as const,
    ['proposals', openProposals({ reader: '$4', teams: parameters.addValue(planned), now: '$1' })] as const,
    ['actions', openActions({ owner: '$4', teams: parameters.addValue(planned), now: '$1' })] as const,
    [
      'prepared',
      preparedReferrals({ reader: '$4', teams: parameters.addValue(planned), now: '$1' }),
    ] as const,
    ['ties', tiesToAnswer({ reader: '$4', teams: parameters.addValue(planned), now: '$1' })] as const,
    [
      'duplicates',
      `SELECT count(*) AS count, 0 AS late FROM duplicate_task
        WHERE closed_at IS NULL${supervises ? '' : ' AND asked_of = $4::uuid'}`,
    ] as const,
  ];
  const arrays = kinds.map(
    ([kind, counted]) =>
      `(SELECT json_build_array('${kind}', t.count, t.late${TOLD.includes(kind) ? ', t.items' : ''}) FROM (${counted}) AS t)`,
  );
  return `json_build_array(${arrays.join(', ')})`;
}

const COUNTED_COLUMNS = {
  ...{ counts: 'json?', tasks: 'json?', nextDueAt: 'timestamptz?' },
} as const satisfies AnswerColumns<SentCounts>;

const [MOST, NOTHING_COUNTED] = [COUNTED_TO + 1, 'NULL::json AS counts, NULL::timestamptz AS "nextDueAt"'];

const COUNTED = `(SELECT json_agg(json_build_array(n.phase, n.purpose, least(n.count, ${String(MOST)})))
                  FROM (SELECT phase, purpose, count(*) FROM found WHERE purpose <> 'next' GROUP BY phase, purpose) AS n) AS counts,
               (SELECT min(sorted_at) FROM found WHERE purpose = 'next') AS "nextDueAt"`;

/** A page from the first phase on, how much there is, and what is the reader's own: every range is read as far as it is counted. */
const FIRST = rows<FirstPage>({
  lines: 'json?',
  cases: 'json?',
  ...COUNTED_COLUMNS,
  ...OWN_CASES_COLUMNS,
}).written(
  (asked: AskedPhases, teams: TaskTeams, absent: readonly string[], limit: number) => {
    const parameters = parametersOf(asked);
    const found = linesOf(asked, parameters, { limit: MOST, isCounted: true });
    const tasks = `${tasksIn(parameters, teams)} AS tasks`;
    const own = (leads?: string): string =>
      ownCases(absent.length === 0 ? null : `${parameters.addValue(absent)}::uuid[]`, leads);
    return {
      text:
        found === null
          ? `SELECT NULL::json AS lines, NULL::json AS cases, ${NOTHING_COUNTED}, ${tasks}, ${own()} WHERE ${TYPED}`
          : `WITH found AS MATERIALIZED (${found}), ${pageOf(Math.min(limit, MOST))}
        SELECT ${PAGE_COLUMNS}, ${COUNTED}, ${tasks}, ${own('EXISTS (SELECT FROM found WHERE lead_id = $4::uuid)')} WHERE ${TYPED}`,
      values: parameters.values,
    };
  },
  ASKED.flatMap((asked) =>
    TASK_TEAMS.flatMap((teams) => [[], ['a']].map((absent) => [asked, teams, absent, MOST] as const)),
  ),
);

/** How much there is. */
const COUNTS = rows<SentCounts>(COUNTED_COLUMNS).written(
  (asked: AskedPhases, teams: TaskTeams) => {
    const parameters = parametersOf(asked);
    const found = linesOf(asked, parameters, { limit: MOST, isCounted: true });
    const tasks = `${tasksIn(parameters, teams)} AS tasks`;
    return {
      text:
        found === null
          ? `SELECT ${NOTHING_COUNTED}, ${tasks} WHERE ${TYPED}`
          : `WITH found AS MATERIALIZED (${found}) SELECT ${COUNTED}, ${tasks} WHERE ${TYPED}`,
      values: parameters.values,
    };
  },
  ASKED.flatMap((asked) => TASK_TEAMS.map((teams) => [asked, teams] as const)),
);
