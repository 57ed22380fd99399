import { Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type ReaderScope, ReaderScopes } from '../reader-scope';
import {
  APPROVALS_PHASE,
  DATED_PHASES,
  OURS,
  WAITING_PHASES,
  type WorkPhase,
  type WorkRow,
} from './work-phases';

/** Moments that part the groups, epoch ms. */
export interface WorkTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfSoon: number;
}

/** Nobody works through more; counting on would cost a large team half a second. */
export const MOST_COUNTED = 1_000;

/** Where a page goes on inside a phase: due date as text, run, step, step or approval. */
export type WorkPlace = readonly [due: string, runId: string, step: string, of: string];

/** Reads the worklist from deadlines and states of steps against the clock: nothing is stored as late. */
@Injectable()
export class WorklistQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
  ) {}

  /** The phases of this scope, in their order on the page. Undated steps come between `soon` and what waits. */
  phases(): readonly WorkPhase[] {
    const mayApprove = this.scopes.teamsFor('approve').length > 0;
    return [...DATED_PHASES, ...(mayApprove ? [APPROVALS_PHASE] : []), ...WAITING_PHASES];
  }

  rows(
    phase: WorkPhase,
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
    after: WorkPlace | null,
    limit: number,
  ): Promise<WorkRow[]> {
    const parameters = this.parameters(phase, scope, times);
    const add = (value: unknown): string => `$${String(parameters.push(value))}`;
    const key = `coalesce(d.due_at, 'infinity')`;
    // A state of a step has no part `of`; a value that the query does not name would have no type.
    const columns =
      phase.from === 'deadline' ? ['d.due_at', 'd.run_id', 'd.step', 'd.of'] : [key, 's.run_id', 's.step'];
    const place = after
      ?.slice(0, columns.length)
      .map((part, at) => `${add(part)}::${['text::timestamptz', 'uuid', 'text', 'text'][at] ?? 'text'}`);
    const goesOn = place ? ` AND (${columns.join(', ')}) > (${place.join(', ')})` : '';
    const top = add(limit);
    const branches = scopeConditions(phase, scope, whose, add).map(
      (condition) =>
        `(${SELECT[phase.from]} WHERE ${condition} AND ${phase.where}${goesOn} ORDER BY ${columns.join(', ')} LIMIT ${top})`,
    );
    if (branches.length === 0) return Promise.resolve([]);
    return this.unit.manager.query(
      `SELECT * FROM (${branches.join(' UNION ')}) AS w ORDER BY place::timestamptz, "runId", step, "of" LIMIT ${top}`,
      parameters,
    );
  }

  async count(phase: WorkPhase, scope: ReaderScope, whose: 'me' | 'team', times: WorkTimes): Promise<number> {
    const parameters = this.parameters(phase, scope, times);
    const add = (value: unknown): string => `$${String(parameters.push(value))}`;
    const branches = scopeConditions(phase, scope, whose, add).map(
      (condition) =>
        `SELECT s.run_id, s.step FROM ${TABLES[phase.from]} WHERE ${condition} AND ${phase.where}`,
    );
    if (branches.length === 0) return 0;
    const [row]: { count: number }[] = await this.unit.manager.query(
      `SELECT count(*)::int AS count FROM (${branches.join(' UNION ')}) AS w`,
      parameters,
    );
    return row?.count ?? 0;
  }

  /** The next deadline of ours to come, for when nothing is late. */
  async nextDueAt(scope: ReaderScope, whose: 'me' | 'team', times: WorkTimes): Promise<Date | null> {
    const phase: WorkPhase = {
      ...NEXT,
      where: `${OURS} AND d.due_at > $1`,
    };
    const [first] = await this.rows(phase, scope, whose, times, null, 1);
    return first?.dueAt ?? null;
  }

  private parameters(phase: WorkPhase, scope: ReaderScope, times: WorkTimes): unknown[] {
    const { now, endOfToday, endOfSoon } = times;
    const all = [
      new Date(now),
      new Date(endOfToday),
      new Date(endOfSoon),
      scope.accountId,
      engineRoles(this.unit.account.roles),
    ];
    return phase === APPROVALS_PHASE ? all : all.slice(0, 4);
  }
}

const NEXT: Omit<WorkPhase, 'where'> = { name: 'next', group: 'soon', kind: 'step', from: 'deadline' };

const COLUMNS = `s.case_file_id AS "caseFileId", s.run_id AS "runId", s.step, coalesce(d.of, 'step') AS "of", d.origin,
  coalesce(d.owner, 'ours') AS owner, d.due_at AS "dueAt", d.late_from AS "lateFrom", coalesce(d.at_once, false) AS "atOnce",
  s.state, coalesce(d.due_at, 'infinity')::text AS place`;

const TABLES = {
  deadline: `deadline d JOIN step_state s ON s.run_id = d.run_id AND s.step = d.step`,
  step_state: `step_state s LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'`,
} as const;

/** All four times are named, so that each has its type whatever the phase asks. */
const TYPED = `$1::timestamptz <= 'infinity' AND $2::timestamptz <= 'infinity' AND $3::timestamptz <= 'infinity' AND $4::text <> ''`;

const SELECT = {
  deadline: `SELECT ${COLUMNS} FROM ${TABLES.deadline}`,
  step_state: `SELECT ${COLUMNS} FROM ${TABLES.step_state}`,
} as const;

/** One condition a branch: each is answered from an index of its own. */
function scopeConditions(
  phase: WorkPhase,
  { accountId, teamIds, assignedIds }: ReaderScope,
  whose: 'me' | 'team',
  add: (value: unknown) => string,
): readonly string[] {
  const table = phase.from === 'deadline' ? 'd' : 's';
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
