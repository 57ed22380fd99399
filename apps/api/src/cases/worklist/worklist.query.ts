import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { type AnswerColumns, rows, type WrittenSql } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { countToReview } from '../break-glass/broken-glass.query';
import { countAbsentLeads } from '../cover/absent-leads.query';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import {
  type AskedPhases,
  linesOf,
  NARROWED,
  OF_NOBODY,
  OWN_AND_TEAM,
  parametersOf,
  TYPED,
  WITH_RUN_AND_STATE,
  type WorkFilter,
  type WorkTimes,
} from './work-lines';
import { COUNTED_TO, WORK_SHOWS, type WorkShow } from './worklist.dto';
import { APPROVALS_PHASE, type FoundRow, NEXT_PHASE, PHASES, type WorkPhase } from './work-phases';

/** Where a page goes on inside a phase. */
export type WorkPlace = readonly [
  rank: number,
  sortedAt: string,
  caseFileId: string,
  place: number,
  of: string,
];

/** What waits beside steps, as it is counted. */
export const TASK_KINDS = ['handovers', 'reviews', 'duplicates'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Teams whose emergency accesses the reader reviews, and whose cover the reader plans. */
export interface TaskTeams {
  readonly reviewed: readonly string[];
  readonly planned: readonly string[];
}

/** How many lines a phase has, and how many of them are past their time; one more than `COUNTED_TO` stands for all that are more. */
export interface WorkCount {
  readonly count: number;
  readonly late: number;
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

/** Reads the worklist from deadlines and states of steps against the clock: nothing is stored as late. */
@Injectable()
export class WorklistQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
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
  rows(
    asked: AskedWork,
    from: { readonly phase: string | null; readonly after: WorkPlace | null },
    limit: number,
  ): Promise<FoundRow[]> {
    const phases = this.phases(asked.show);
    const start = phases.findIndex(({ name }) => name === from.phase);
    const narrowed = { ...asked, phases: phases.slice(Math.max(start, 0)), roles: this.roles() };
    return ROWS.readRows(this.unit.manager, narrowed, start < 0 ? null : from.after, limit);
  }

  /** Rows from the first phase on, and all that is counted: of each phase so many rows are read, more than are counted. */
  async first(
    asked: AskedWork,
    teams: TaskTeams,
    limit: number,
  ): Promise<{ readonly found: readonly FoundRow[]; readonly counted: WorkCounts }> {
    const phases = this.phases(asked.show);
    const narrowed = { ...asked, phases, roles: this.roles() };
    const [found, beside] = await Promise.all([
      FIRST.readRows(this.unit.manager, narrowed, limit),
      COUNTS.readRows(this.unit.manager, { ...narrowed, phases: [] }, teams),
    ]);
    const said = new Map(found[0]?.counts);
    const isCut = phases.some(
      ({ name, branches, late }) =>
        late !== undefined && late !== branches && (said.get(name)?.count ?? 0) >= limit,
    );
    // Which of its lines are late is not seen from those that come first.
    if (isCut) return { found, counted: await this.counts(asked, teams) };
    const ofPhases = phases.map(({ name, late }) => {
      const { count = 0, late: lateLines = 0 } = said.get(name) ?? {};
      return { phase: name, count, late: late === undefined ? 0 : lateLines, dueAt: null };
    });
    return { found, counted: countsOf([...ofPhases, ...beside]) };
  }

  /** All that is counted. */
  async counts(asked: AskedWork, teams: TaskTeams): Promise<WorkCounts> {
    const narrowed = { ...asked, phases: this.phases(asked.show), roles: this.roles() };
    return countsOf(await COUNTS.readRows(this.unit.manager, narrowed, teams));
  }

  /** In which the account approves. */
  roles(): readonly string[] {
    return engineRoles(this.unit.account.roles);
  }
}

interface CountRow extends WorkCount {
  readonly phase: string;
  readonly dueAt: Date | null;
}

const countsOf = (found: readonly CountRow[]): WorkCounts => ({
  counts: new Map(found.map(({ phase, count, late }) => [phase, { count, late }])),
  nextDueAt: found.find(({ phase }) => phase === NEXT_PHASE.name)?.dueAt ?? null,
});

const PLACE_TYPES = ['int', 'text::timestamptz', 'uuid', 'int', 'text'] as const;

const A_PLACE: WorkPlace = [1, '2026-01-01', '', 1, 'step'];

/** In the order of a phase. */
const IN_ORDER = `rank, "sortedAt"::timestamptz, "caseFileId", place, "of"`;

/** Of a phase in SQL: its place among those that are asked for, the parameter of its name, its lines. */
interface PhasePart {
  readonly at: number;
  readonly name: string;
  readonly found: string;
}

const FOUND_ROW: AnswerColumns<FoundRow> = {
  ...{ caseFileId: 'uuid', runId: 'uuid', step: 'text', of: 'text', origin: 'text?', owner: 'text' },
  ...{ dueAt: 'timestamptz?', lateFrom: 'timestamptz?', atOnce: 'boolean', state: 'text' },
  ...{ rank: 'integer', sortedAt: 'text', place: 'integer' },
  ...{ phase: 'text', protocol: 'text', version: 'text' },
};

/** One statement for the whole page. Of each phase as many rows are read as the page has. */
function pageOf(
  asked: AskedPhases,
  after: WorkPlace | null,
  limit: number,
  {
    isWanted = () => '',
    beside = () => '',
  }: {
    /** When a phase is looked at, by those before it. */
    readonly isWanted?: (before: readonly PhasePart[], top: string) => string;
    /** What stands in each row besides. */
    readonly beside?: (parts: readonly PhasePart[]) => string;
  },
): WrittenSql | null {
  const parameters = parametersOf(asked);
  const place = after?.map((part, at) => `${parameters.add(part)}::${PLACE_TYPES[at] ?? 'text'}`) ?? null;
  const top = `${parameters.add(limit)}::int`;
  const parts = asked.phases.flatMap((phase, at): PhasePart[] => {
    const reading = { limit: top, after: at === 0 ? place : null };
    const found = linesOf(phase, phase.branches, asked, parameters, reading);
    return found === null ? [] : [{ at, name: `${parameters.add(phase.name)}::text`, found }];
  });
  if (parts.length === 0) return null;
  const phases = parts.map(
    ({ at, name, found }, index) => `phase_${String(at)} AS MATERIALIZED (
      SELECT ${String(at)} AS at, ${name} AS phase, p.*
        FROM (SELECT * FROM (${found}) AS w ORDER BY ${IN_ORDER} LIMIT ${top}) AS p${isWanted(parts.slice(0, index), top)})`,
  );
  const text = `WITH ${phases.join(', ')}
    SELECT w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", s.state, w.rank,
           w."sortedAt", w.place, w.phase, r.protocol, r.version${beside(parts)}
      FROM (${parts.map(({ at }) => `SELECT * FROM phase_${String(at)}`).join(' UNION ALL ')}) AS w
           ${WITH_RUN_AND_STATE} WHERE ${TYPED}
     ORDER BY at, ${IN_ORDER} LIMIT ${top}`;
  return { text, values: parameters.values };
}

const ASKED = [...OWN_AND_TEAM, ...NARROWED].map((asked) => ({ ...asked, phases: PHASES }));

/** While those before it do not fill the page: what is under this condition, which names no row, is not run otherwise. */
function whileNotFull(before: readonly PhasePart[], top: string): string {
  if (before.length === 0) return '';
  return ` WHERE ${before.map(({ at }) => `(SELECT count(*) FROM phase_${String(at)})`).join(' + ')} < ${top}`;
}

const ROWS = rows<FoundRow>(FOUND_ROW).written(
  (asked: AskedPhases, after: WorkPlace | null, limit: number) =>
    pageOf(asked, after, limit, { isWanted: whileNotFull }),
  ASKED.flatMap((asked) => [null, A_PLACE].map((after) => [asked, after, 1] as const)),
);

interface FirstRow extends FoundRow {
  /** The same in each row, by phase; `late`: of all its lines, whether or not they are ours to be late with. */
  readonly counts: readonly (readonly [phase: string, WorkCount])[];
}

const countedBeside = (parts: readonly PhasePart[]): string => `,
  (SELECT json_agg(json_build_array(n.phase, json_build_object('count', n.count, 'late', n.late))) FROM (${parts
    .map(
      ({
        at,
        name,
      }) => `SELECT ${name} AS phase, count(*) AS count, count(*) FILTER (WHERE "lateFrom" < $1) AS late
                           FROM phase_${String(at)}`,
    )
    .join(' UNION ALL ')}) AS n) AS counts`;

/** Every phase as far as it is counted, so that its figures need no second look. */
const FIRST = rows<FirstRow>({ ...FOUND_ROW, counts: 'json' }).written(
  (asked: AskedPhases, limit: number) => pageOf(asked, null, limit, { beside: countedBeside }),
  ASKED.map((asked) => [asked, 1] as const),
);

const UNREAD = { columns: () => '1', sortedBy: null } as const;

/** One statement for the whole page: what to plan and send nine of them costs is more than what they find. */
const COUNTS = rows<CountRow>({
  ...{ phase: 'text', count: 'integer', late: 'integer', dueAt: 'timestamptz?' },
}).written(
  (asked: AskedPhases, teams: TaskTeams) => {
    const parameters = parametersOf(asked);
    const most = `${parameters.add(COUNTED_TO + 1)}::int`;
    // No further than what is said: no index is read to its end for a figure.
    const countOf = (phase: WorkPhase, branches: WorkPhase['branches']): string => {
      const lines = linesOf(phase, branches, asked, parameters, { ...UNREAD, limit: most });
      return lines === null
        ? '0'
        : `(SELECT count(*)::int FROM (SELECT FROM (${lines}) AS w LIMIT ${most}) AS n)`;
    };
    const counted = asked.phases.map(
      (
        phase,
      ) => `SELECT ${parameters.add(phase.name)}::text AS phase, ${countOf(phase, phase.branches)} AS count,
                         ${phase.late ? countOf(phase, phase.late) : '0'} AS late, NULL::timestamptz AS "dueAt"`,
    );
    const [reviewed, planned] = [parameters.add(teams.reviewed), parameters.add(teams.planned)];
    // Where no phase is counted these are first: they name the columns, and say the types of what is given.
    counted.push(
      `SELECT 'handovers' AS phase, t.count, t.late, NULL::timestamptz AS "dueAt" FROM (${countAbsentLeads(planned, '$1')}) AS t`,
      `SELECT 'reviews', t.count, t.late, NULL FROM (${countToReview(reviewed, '$1')}) AS t`,
      `SELECT 'duplicates', count(*)::int, 0, NULL FROM duplicate_task WHERE closed_at IS NULL AND ${TYPED} AND ${most} > 0`,
    );
    const next = linesOf(NEXT_PHASE, NEXT_PHASE.branches, asked, parameters, {
      ...{ columns: () => 'd.due_at', sortedBy: 'd.due_at', limit: '1' },
    });
    if (next !== null)
      counted.push(
        `SELECT ${parameters.add(NEXT_PHASE.name)}::text, 0, 0, min(n.due_at) FROM (${next}) AS n`,
      );
    return { text: counted.join(' UNION ALL '), values: parameters.values };
  },
  [...OWN_AND_TEAM, ...NARROWED, OF_NOBODY].flatMap((asked) =>
    [PHASES, []].map(
      (phases) =>
        [
          { ...asked, phases },
          { reviewed: [], planned: [] },
        ] as const,
    ),
  ),
);
