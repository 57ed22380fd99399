import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { rows } from '../../platform/data/statement';
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
    return ROWS.all(this.unit.manager, narrowed, start < 0 ? null : from.after, limit);
  }

  /** Of each phase and of each kind of task, by its name, and when the next deadline of ours comes, for when nothing is late; `null`: none. */
  async counts(
    asked: AskedWork,
    teams: TaskTeams,
  ): Promise<{ readonly counts: ReadonlyMap<string, WorkCount>; readonly nextDueAt: Date | null }> {
    const narrowed = { ...asked, phases: this.phases(asked.show), roles: this.roles() };
    const found = await COUNTS.all(this.unit.manager, narrowed, teams);
    return {
      counts: new Map(found.map(({ phase, count, late }) => [phase, { count, late }])),
      nextDueAt: found.find(({ phase }) => phase === NEXT_PHASE.name)?.dueAt ?? null,
    };
  }

  /** In which the account approves. */
  roles(): readonly string[] {
    return engineRoles(this.unit.account.roles);
  }
}

const PLACE_TYPES = ['int', 'text::timestamptz', 'uuid', 'int', 'text'] as const;

const A_PLACE: WorkPlace = [1, '2026-01-01', '', 1, 'step'];

/** In the order of a phase. */
const IN_ORDER = `rank, "sortedAt"::timestamptz, "caseFileId", place, "of"`;

/**
 * One statement for the whole page. A phase is looked at only while those before it do not fill the page: what is under its
 * condition, which names no row, is not run otherwise.
 */
const ROWS = rows<FoundRow>({
  ...{ caseFileId: 'uuid', runId: 'uuid', step: 'text', of: 'text', origin: 'text?', owner: 'text' },
  ...{ dueAt: 'timestamptz?', lateFrom: 'timestamptz?', atOnce: 'boolean', state: 'text' },
  ...{ rank: 'integer', sortedAt: 'text', place: 'integer' },
  ...{ phase: 'text', protocol: 'text', version: 'text' },
}).written(
  (asked: AskedPhases, after: WorkPlace | null, limit: number) => {
    const parameters = parametersOf(asked);
    const place = after?.map((part, at) => `${parameters.add(part)}::${PLACE_TYPES[at] ?? 'text'}`) ?? null;
    const top = `${parameters.add(limit)}::int`;
    const parts = asked.phases.flatMap((phase, at) => {
      const reading = { limit: top, after: at === 0 ? place : null };
      const found = linesOf(phase, phase.branches, asked, parameters, reading);
      return found === null ? [] : { at, name: parameters.add(phase.name), found };
    });
    if (parts.length === 0) return null;
    const phases = parts.map(({ at, name, found }, index) => {
      const before = parts.slice(0, index).map((it) => `(SELECT count(*) FROM phase_${String(it.at)})`);
      const isWanted = before.length === 0 ? '' : ` WHERE ${before.join(' + ')} < ${top}`;
      return `phase_${String(at)} AS MATERIALIZED (
        SELECT ${String(at)} AS at, ${name}::text AS phase, p.*
          FROM (SELECT * FROM (${found}) AS w ORDER BY ${IN_ORDER} LIMIT ${top}) AS p${isWanted})`;
    });
    const text = `WITH ${phases.join(', ')}
      SELECT w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", w.state, w.rank,
             w."sortedAt", w.place, w.phase, r.protocol, r.version
        FROM (${parts.map(({ at }) => `SELECT * FROM phase_${String(at)}`).join(' UNION ALL ')}) AS w
        JOIN run r ON r.id = w."runId" WHERE ${TYPED}
       ORDER BY at, ${IN_ORDER} LIMIT ${top}`;
    return { text, values: parameters.values };
  },
  [...OWN_AND_TEAM, ...NARROWED].flatMap((asked) =>
    [null, A_PLACE].map((after) => [{ ...asked, phases: PHASES }, after, 1] as const),
  ),
);

const UNREAD = { columns: () => '1', sortedBy: null } as const;

/** One statement for the whole page: what to plan and send nine of them costs is more than what they find. */
const COUNTS = rows<WorkCount & { readonly phase: string; readonly dueAt: Date | null }>({
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
    const next = linesOf(NEXT_PHASE, NEXT_PHASE.branches, asked, parameters, {
      ...{ columns: () => 'd.due_at', sortedBy: 'd.due_at', limit: '1' },
    });
    if (next !== null)
      counted.push(
        `SELECT ${parameters.add(NEXT_PHASE.name)}::text, 0, 0, min(n.due_at) FROM (${next}) AS n`,
      );
    const [reviewed, planned] = [parameters.add(teams.reviewed), parameters.add(teams.planned)];
    // Of somebody without teams and cases these are all: they name the columns, and say the types of what is given.
    counted.push(
      `SELECT 'handovers' AS phase, t.count, t.late, NULL::timestamptz AS "dueAt" FROM (${countAbsentLeads(planned, '$1')}) AS t`,
      `SELECT 'reviews', t.count, t.late, NULL FROM (${countToReview(reviewed, '$1')}) AS t`,
      `SELECT 'duplicates', count(*)::int, 0, NULL FROM duplicate_task WHERE closed_at IS NULL AND ${TYPED} AND ${most} > 0`,
    );
    return { text: counted.join(' UNION ALL '), values: parameters.values };
  },
  [...OWN_AND_TEAM, ...NARROWED, OF_NOBODY].map(
    (asked) =>
      [
        { ...asked, phases: PHASES },
        { reviewed: [], planned: [] },
      ] as const,
  ),
);
