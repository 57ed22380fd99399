import { Parameters } from '../../platform/requests/parameters';
import type { ReaderScope } from '../rights/reader-scope';
import { APPROVALS_PHASE, DUE, type WorkBranch, type WorkPhase } from './work-phases';

/** Moments that part the groups, epoch ms. */
export interface WorkTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfWeek: number;
}

/** Each table brings all its policies to the plan: a step is read beside its deadline only where a branch asks for it. */
const TABLES = {
  deadline: `deadline d`,
  'deadline and step': `deadline d JOIN step_state s ON s.run_id = d.run_id AND s.step = d.step`,
  step_state: `step_state s LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'`,
} as const;

/** Of lines `w`: what their runs follow, and how their steps stand. */
export const WITH_RUN_AND_STATE = `JOIN run r ON r.id = w."runId" JOIN step_state s ON s.run_id = w."runId" AND s.step = w.step`;

/** The table that leads. */
const tableOf = ({ from }: WorkBranch): 'd' | 's' => (from === 'step_state' ? 's' : 'd');

/** What a branch is sorted by: the engine's rank, date and place, with the case between. Without a date it comes first. */
const keyOf = ({ from, rank, sortedAt = DUE }: WorkBranch): readonly string[] =>
  from !== 'step_state'
    ? ['d.rank', sortedAt, 'd.case_file_id', 'd.place', 'd.of']
    : [rank ?? 'coalesce(d.rank, 0)', sortedAt, 's.case_file_id', 's.place', `coalesce(d.of, 'step')`];

function columnsOf(branch: WorkBranch): string {
  const [rank = '', sortedAt = '', caseFileId = '', place = '', of = ''] = keyOf(branch);
  const table = tableOf(branch);
  return `${caseFileId} AS "caseFileId", ${table}.run_id AS "runId", ${table}.step, ${of} AS "of", d.origin,
    coalesce(d.owner, 'ours') AS owner, d.due_at AS "dueAt", d.late_from AS "lateFrom", coalesce(d.at_once, false) AS "atOnce",
    ${rank}::int AS rank, (${sortedAt})::text AS "sortedAt", ${place} AS place`;
}

/** All five are named once in a statement, so that each has its type whatever its phases ask. */
export const TYPED = `$1::timestamptz <= 'infinity' AND $2::timestamptz <= 'infinity' AND $3::timestamptz <= 'infinity' AND $4::text <> ''
  AND $5::text[] IS NOT NULL`;

/** What narrows the lines that are asked for. */
export interface WorkFilter {
  readonly caseFileId?: string | undefined;
  readonly protocol?: string | undefined;
}

/** Whose lines are asked for; `roles`: those in which the account approves. */
export interface Asked {
  readonly scope: ReaderScope;
  readonly whose: 'me' | 'team';
  readonly times: WorkTimes;
  readonly roles: readonly string[];
  readonly filter?: WorkFilter;
}

export interface AskedPhases extends Asked {
  readonly phases: readonly WorkPhase[];
}

/** `$1` to `$5` are what a phase may name. */
export function parametersOf({ scope, times, roles }: Asked): Parameters {
  const parameters = new Parameters();
  for (const at of [times.now, times.endOfToday, times.endOfWeek]) parameters.add(new Date(at));
  parameters.add(scope.accountId);
  parameters.add(roles);
  return parameters;
}

/** How much of the lines of a branch is asked for: what is read of each, which come after a place, how many. */
interface Reading {
  readonly columns?: (branch: WorkBranch) => string;
  readonly after?: readonly string[] | null;
  readonly limit?: string;
  /** What the limit goes by; `null`: which of them are read is all the same. */
  readonly sortedBy?: string | null;
}

/**
 * The lines of these branches, each once: a SELECT for what each index answers, to be put together by UNION ALL. Where a limit is
 * given, no index is read further than that.
 */
export function linesOf(
  phase: WorkPhase,
  branches: readonly WorkBranch[],
  asked: Asked,
  parameters: Parameters,
  { columns = columnsOf, after = null, limit, sortedBy }: Reading = {},
): string | null {
  const selects = branches.flatMap((branch) => {
    const key = keyOf(branch);
    const goesOn = after === null ? '' : ` AND (${key.join(', ')}) > (${after.join(', ')})`;
    const order = sortedBy === null ? '' : ` ORDER BY ${sortedBy ?? key.join(', ')}`;
    const tail = limit === undefined ? '' : `${order} LIMIT ${limit}`;
    return scopesOf(phase, branch, asked, parameters).map(({ each, condition }) => {
      const select = `SELECT ${columns(branch)} FROM ${TABLES[branch.from]} WHERE ${condition} AND ${branch.where}${goesOn}${tail}`;
      return each === null ? `(${select})` : `(SELECT x.* FROM ${each} CROSS JOIN LATERAL (${select}) AS x)`;
    });
  });
  return selects.length === 0 ? null : selects.join(' UNION ALL ');
}

/** Rows of one scope: `each` is what its condition is asked for one after the other. */
interface Scope {
  readonly each: string | null;
  readonly condition: string;
}

/** Whose lines: of the account or of its teams, and of what was given to it besides. No line is in both. */
function scopesOf(
  phase: WorkPhase,
  branch: WorkBranch,
  { scope: { accountId, teamIds, assignedIds }, whose, filter }: Asked,
  parameters: Parameters,
): readonly Scope[] {
  const add = (value: unknown): string => parameters.add(value);
  const table = tableOf(branch);
  const narrowed = [
    ...(filter?.caseFileId === undefined ? [] : [`${table}.case_file_id = ${add(filter.caseFileId)}::uuid`]),
    ...(filter?.protocol === undefined ? [] : [`${table}.protocol = ${add(filter.protocol)}`]),
  ];
  const isOfTeams = whose === 'team' || phase === APPROVALS_PHASE;
  if (isOfTeams && teamIds.length + assignedIds.length === 0) return [];
  const own = isOfTeams ? `${add(teamIds)}::uuid[]` : `${add(accountId)}::uuid`;
  const scope = (condition: string, each: string | null = null): Scope => ({
    each,
    condition: [condition, ...narrowed].join(' AND '),
  });
  return [
    isOfTeams
      ? scope(`${table}.team_id = own.team_id`, `unnest(${own}) AS own (team_id)`)
      : scope(`${table}.lead_id = ${own}`),
    ...(assignedIds.length === 0
      ? []
      : [
          scope(
            `${table}.case_file_id = ANY (${add(assignedIds)}::uuid[])
             AND ${isOfTeams ? `${table}.team_id <> ALL (${own})` : `${table}.lead_id IS DISTINCT FROM ${own}`}`,
          ),
        ]),
  ];
}

const sample = (
  whose: Asked['whose'],
  teamIds: readonly string[],
  assignedIds: readonly string[],
): Asked => ({
  ...{ whose, times: { now: 0, endOfToday: 0, endOfWeek: 0 }, roles: [] },
  scope: { accountId: 'a', teamIds, assignedIds, hasOwn: true, auditedIds: [], missionIds: [] },
});

/** Of the account, and of its teams. */
export const OWN_AND_TEAM = (['me', 'team'] as const).flatMap((whose) => [
  sample(whose, ['t'], ['c']),
  sample(whose, ['t'], []),
]);

/** The same, narrowed to a case and a protocol. */
export const NARROWED = OWN_AND_TEAM.map((asked): Asked => ({
  ...asked,
  filter: { caseFileId: 'c', protocol: 'p' },
}));

/** Somebody without teams and cases. */
export const OF_NOBODY = sample('team', [], []);
