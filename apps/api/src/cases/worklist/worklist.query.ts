import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { rows } from '../../platform/data/statement';
import { Parameters } from '../../platform/requests/parameters';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { countToReview } from '../break-glass/broken-glass.query';
import { countAbsentLeads } from '../cover/absent-leads.query';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import {
  APPROVALS_PHASE,
  type FoundRow,
  lateAt,
  OURS,
  PHASES,
  type WorkBranch,
  type WorkPhase,
} from './work-phases';

/** Moments that part the groups, epoch ms. */
export interface WorkTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfWeek: number;
}

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

/** How many lines a phase has, and how many of them are past their time. */
export interface WorkCount {
  readonly count: number;
  readonly late: number;
}

/** Reads the worklist from deadlines and states of steps against the clock: nothing is stored as late. */
@Injectable()
export class WorklistQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
  ) {}

  /** The phases of this scope, in their order on the page. */
  phases(): readonly WorkPhase[] {
    const mayApprove = this.scopes.teamsFor('approve').length > 0;
    return PHASES.filter((phase) => mayApprove || phase !== APPROVALS_PHASE);
  }

  /** Rows of one phase after the other, from this phase and place on. */
  rows(
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
    from: { readonly phase: string | null; readonly after: WorkPlace | null },
    limit: number,
  ): Promise<FoundRow[]> {
    const phases = this.phases();
    const start = phases.findIndex(({ name }) => name === from.phase);
    const asked = { phases: phases.slice(Math.max(start, 0)), scope, whose, times, roles: this.roles() };
    return ROWS.all(this.unit.manager, asked, start < 0 ? null : from.after, limit);
  }

  /** Of each phase and of each kind of task, by its name, and when the next deadline of ours comes, for when nothing is late; `null`: none. */
  async counts(
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
    teams: TaskTeams,
  ): Promise<{ readonly counts: ReadonlyMap<string, WorkCount>; readonly nextDueAt: Date | null }> {
    const asked = { phases: this.phases(), scope, whose, times, roles: this.roles() };
    const found = await COUNTS.all(this.unit.manager, asked, teams);
    return {
      counts: new Map(found.map(({ phase, count, late }) => [phase, { count, late }])),
      nextDueAt: found.find(({ phase }) => phase === NEXT.name)?.dueAt ?? null,
    };
  }

  private roles(): readonly string[] {
    return engineRoles(this.unit.account.roles);
  }
}

const NEXT: WorkPhase = {
  name: 'next',
  group: 'soon',
  kind: 'step',
  branches: [{ from: 'deadline', where: `${OURS} AND d.due_at > $1` }],
};

const TABLES = {
  deadline: `deadline d JOIN step_state s ON s.run_id = d.run_id AND s.step = d.step`,
  step_state: `step_state s LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'`,
} as const;

const PLACE_TYPES = ['int', 'text::timestamptz', 'uuid', 'int', 'text'] as const;

/** What a branch is sorted by: the engine's rank, date and place, with the case between. Without a date it comes first. */
const keyOf = ({ from, sortedAt }: WorkBranch): readonly string[] =>
  from === 'deadline'
    ? ['d.rank', sortedAt ?? `coalesce(d.due_at, '-infinity')`, 'd.case_file_id', 'd.place', 'd.of']
    : [
        'coalesce(d.rank, 0)',
        sortedAt ?? `coalesce(d.due_at, '-infinity')`,
        's.case_file_id',
        's.place',
        `coalesce(d.of, 'step')`,
      ];

function columnsOf(branch: WorkBranch): string {
  const [rank = '', sortedAt = '', caseFileId = '', place = '', of = ''] = keyOf(branch);
  return `${caseFileId} AS "caseFileId", s.run_id AS "runId", s.step, ${of} AS "of", d.origin,
    coalesce(d.owner, 'ours') AS owner, d.due_at AS "dueAt", d.late_from AS "lateFrom", coalesce(d.at_once, false) AS "atOnce",
    s.state, ${rank}::int AS rank, (${sortedAt})::text AS "sortedAt", ${place} AS place`;
}

/** All five are named, so that each has its type whatever the phase asks. */
const TYPED = `$1::timestamptz <= 'infinity' AND $2::timestamptz <= 'infinity' AND $3::timestamptz <= 'infinity' AND $4::text <> ''
  AND $5::text[] IS NOT NULL`;

/** Whose lines are asked for; `roles`: those in which the account approves. */
interface Asked {
  readonly scope: ReaderScope;
  readonly whose: 'me' | 'team';
  readonly times: WorkTimes;
  readonly roles: readonly string[];
}

interface AskedPhases extends Asked {
  readonly phases: readonly WorkPhase[];
}

/** `$1` to `$5` are what a phase may name. */
function parametersOf({ scope, times, roles }: Asked): Parameters {
  const parameters = new Parameters();
  for (const at of [times.now, times.endOfToday, times.endOfWeek]) parameters.add(new Date(at));
  parameters.add(scope.accountId);
  parameters.add(roles);
  return parameters;
}

/** One condition a branch: each is answered from an index of its own. */
function scopeConditions(
  phase: WorkPhase,
  { from }: WorkBranch,
  { accountId, teamIds, assignedIds }: ReaderScope,
  whose: 'me' | 'team',
  parameters: Parameters,
): readonly string[] {
  const add = (value: unknown): string => parameters.add(value);
  const table = from === 'deadline' ? 'd' : 's';
  const isOfTeams = whose === 'team' || phase === APPROVALS_PHASE;
  const own = isOfTeams
    ? teamIds.map((id) => `${table}.team_id = ${add(id)}::uuid`)
    : table === 'd'
      ? [`d.lead_id = ${add(accountId)}::uuid`]
      : [`s.case_file_id IN (SELECT c.id FROM case_file c WHERE c.lead_id = ${add(accountId)}::uuid)`];
  const assigned =
    assignedIds.length > 0 ? [`${table}.case_file_id = ANY (${add(assignedIds)}::uuid[])`] : [];
  return [...own, ...assigned].map((condition) => `${TYPED} AND ${condition}`);
}

const A_PLACE: WorkPlace = [1, '2026-01-01', '', 1, 'step'];

/** Of the account, and of its teams. */
const SAMPLES = (['me', 'team'] as const).map((whose): Asked => ({
  ...{ whose, times: { now: 0, endOfToday: 0, endOfWeek: 0 }, roles: [] },
  scope: { accountId: 'a', teamIds: ['t'], assignedIds: ['c'], hasOwn: true, auditedIds: [], missionIds: [] },
}));

/** Somebody without teams and cases. */
const OF_NOBODY: Asked = {
  ...{ whose: 'team', times: { now: 0, endOfToday: 0, endOfWeek: 0 }, roles: [] },
  scope: { accountId: 'a', teamIds: [], assignedIds: [], hasOwn: false, auditedIds: [], missionIds: [] },
};

/** In the order of a phase. */
const IN_ORDER = `rank, "sortedAt"::timestamptz, "caseFileId", place, "of"`;

/** The rows of one phase, the first so many of them; `null`: there is nobody whose they could be. */
function rowsOf(
  phase: WorkPhase,
  { scope, whose }: Asked,
  parameters: Parameters,
  after: readonly string[] | null,
  limit: string,
): string | null {
  const selects = phase.branches.flatMap((branch) => {
    const key = keyOf(branch);
    const goesOn = after ? ` AND (${key.join(', ')}) > (${after.join(', ')})` : '';
    return scopeConditions(phase, branch, scope, whose, parameters).map(
      (condition) =>
        `(SELECT ${columnsOf(branch)} FROM ${TABLES[branch.from]} WHERE ${condition} AND ${branch.where}${goesOn}
           ORDER BY ${key.join(', ')} LIMIT ${limit})`,
    );
  });
  if (selects.length === 0) return null;
  return `SELECT * FROM (${selects.join(' UNION ')}) AS w ORDER BY ${IN_ORDER} LIMIT ${limit}`;
}

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
    const top = parameters.add(limit);
    const parts = asked.phases.flatMap((phase, at) => {
      const found = rowsOf(phase, asked, parameters, at === 0 ? place : null, top);
      return found === null ? [] : { at, name: parameters.add(phase.name), found };
    });
    if (parts.length === 0) return null;
    const phases = parts.map(({ at, name, found }, index) => {
      const before = parts.slice(0, index).map((it) => `(SELECT count(*) FROM phase_${String(it.at)})`);
      const isWanted = before.length === 0 ? '' : ` WHERE ${before.join(' + ')} < ${top}::int`;
      return `phase_${String(at)} AS MATERIALIZED (
        SELECT ${String(at)} AS at, ${name}::text AS phase, p.* FROM (${found}) AS p${isWanted})`;
    });
    const text = `WITH ${phases.join(', ')}
      SELECT w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", w.state, w.rank,
             w."sortedAt", w.place, w.phase, r.protocol, r.version
        FROM (${parts.map(({ at }) => `SELECT * FROM phase_${String(at)}`).join(' UNION ALL ')}) AS w
        JOIN run r ON r.id = w."runId"
       ORDER BY at, ${IN_ORDER} LIMIT ${top}`;
    return { text, values: parameters.values };
  },
  SAMPLES.flatMap((asked) =>
    [null, A_PLACE].map((after) => [{ ...asked, phases: PHASES }, after, 1] as const),
  ),
);

/** One statement for the whole page: what to plan and send nine of them costs is more than what they find. */
const COUNTS = rows<WorkCount & { readonly phase: string; readonly dueAt: Date | null }>({
  ...{ phase: 'text', count: 'integer', late: 'integer', dueAt: 'timestamptz?' },
}).written(
  (asked: AskedPhases, teams: TaskTeams) => {
    const { phases, scope, whose } = asked;
    const parameters = parametersOf(asked);
    const counted = phases.flatMap((phase) => {
      const selects = phase.branches.flatMap((branch) =>
        scopeConditions(phase, branch, scope, whose, parameters).map(
          (condition) =>
            `SELECT s.run_id, s.step, coalesce(d.of, 'step'), ${lateAt('$1')} AS is_late
               FROM ${TABLES[branch.from]} WHERE ${condition} AND ${branch.where}`,
        ),
      );
      if (selects.length === 0) return [];
      return `SELECT ${parameters.add(phase.name)}::text AS phase, count(*)::int AS count,
                     count(*) FILTER (WHERE is_late)::int AS late, NULL::timestamptz AS "dueAt" FROM (${selects.join(' UNION ')}) AS w`;
    });
    const next = rowsOf(NEXT, asked, parameters, null, '1');
    if (next !== null)
      counted.push(`SELECT ${parameters.add(NEXT.name)}::text, 0, 0, n."dueAt" FROM (${next}) AS n`);
    const [reviewed, planned] = [parameters.add(teams.reviewed), parameters.add(teams.planned)];
    // Of somebody without teams and cases these are all: they name the columns, and say the types of what is given.
    counted.push(
      `SELECT 'handovers' AS phase, t.count, t.late, NULL::timestamptz AS "dueAt" FROM (${countAbsentLeads(planned, '$1')}) AS t`,
      `SELECT 'reviews', t.count, t.late, NULL FROM (${countToReview(reviewed, '$1')}) AS t`,
      `SELECT 'duplicates', count(*)::int, 0, NULL FROM duplicate_task WHERE closed_at IS NULL AND ${TYPED}`,
    );
    return { text: counted.join(' UNION ALL '), values: parameters.values };
  },
  [...SAMPLES, OF_NOBODY].map(
    (asked) =>
      [
        { ...asked, phases: PHASES },
        { reviewed: [], planned: [] },
      ] as const,
  ),
);
