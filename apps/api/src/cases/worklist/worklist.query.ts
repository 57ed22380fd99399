import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { rows } from '../../platform/data/statement';
import { Parameters } from '../../platform/parameters';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type ReaderScope, ReaderScopes } from '../rights/reader-scope';
import {
  APPROVALS_PHASE,
  DATED_PHASES,
  LATER_PHASE,
  lateAt,
  OURS,
  WAITING_PHASES,
  type WorkBranch,
  type WorkPhase,
  type WorkRow,
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

  rows(
    phase: WorkPhase,
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
    after: WorkPlace | null,
    limit: number,
  ): Promise<WorkRow[]> {
    return ROWS.all(this.unit.manager, { phase, scope, whose, times, roles: this.roles() }, after, limit);
  }

  /** Of each phase, by its name; one that has no line may be left out. */
  async counts(
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
  ): Promise<ReadonlyMap<string, WorkCount>> {
    const asked = { phases: this.phases(), scope, whose, times, roles: this.roles() };
    const found = await COUNTS.all(this.unit.manager, asked);
    return new Map(found.map(({ phase, ...count }) => [phase, count]));
  }

  /** The next deadline of ours to come, for when nothing is late. */
  async nextDueAt(scope: ReaderScope, whose: 'me' | 'team', times: WorkTimes): Promise<Date | null> {
    const [first] = await this.rows(NEXT, scope, whose, times, null, 1);
    return first?.dueAt ?? null;
  }

  private roles(): readonly string[] {
    return engineRoles(this.unit.account.roles);
  }
}

/** In their order on the page. */
const PHASES: readonly WorkPhase[] = [...DATED_PHASES, APPROVALS_PHASE, ...WAITING_PHASES, LATER_PHASE];

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

interface AskedPhase extends Asked {
  readonly phase: WorkPhase;
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
  scope: { accountId: 'a', teamIds: ['t'], assignedIds: ['c'], auditedIds: [], missionIds: [] },
}));

const ROWS = rows<WorkRow>({
  ...{ caseFileId: 'uuid', runId: 'uuid', step: 'text', of: 'text', origin: 'text?', owner: 'text' },
  ...{ dueAt: 'timestamptz?', lateFrom: 'timestamptz?', atOnce: 'boolean', state: 'text' },
  ...{ rank: 'integer', sortedAt: 'text', place: 'integer' },
}).written(
  (asked: AskedPhase, after: WorkPlace | null, limit: number) => {
    const { phase, scope, whose } = asked;
    const parameters = parametersOf(asked);
    const place = after?.map((part, at) => `${parameters.add(part)}::${PLACE_TYPES[at] ?? 'text'}`);
    const top = parameters.add(limit);
    const selects = phase.branches.flatMap((branch) => {
      const key = keyOf(branch);
      const goesOn = place ? ` AND (${key.join(', ')}) > (${place.join(', ')})` : '';
      return scopeConditions(phase, branch, scope, whose, parameters).map(
        (condition) =>
          `(SELECT ${columnsOf(branch)} FROM ${TABLES[branch.from]} WHERE ${condition} AND ${branch.where}${goesOn}
             ORDER BY ${key.join(', ')} LIMIT ${top})`,
      );
    });
    if (selects.length === 0) return null;
    const text = `SELECT * FROM (${selects.join(' UNION ')}) AS w
        ORDER BY rank, "sortedAt"::timestamptz, "caseFileId", place, "of" LIMIT ${top}`;
    return { text, values: parameters.values };
  },
  [...PHASES, NEXT].flatMap((phase) =>
    SAMPLES.flatMap((asked) => [null, A_PLACE].map((after) => [{ ...asked, phase }, after, 1] as const)),
  ),
);

/** One statement for the whole page: what to plan and send nine of them costs is more than what they find. */
const COUNTS = rows<WorkCount & { readonly phase: string }>({
  ...{ phase: 'text', count: 'integer', late: 'integer' },
}).written(
  (asked: AskedPhases) => {
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
                     count(*) FILTER (WHERE is_late)::int AS late FROM (${selects.join(' UNION ')}) AS w`;
    });
    if (counted.length === 0) return null;
    return { text: counted.join(' UNION ALL '), values: parameters.values };
  },
  SAMPLES.map((asked) => [{ ...asked, phases: PHASES }] as const),
);
