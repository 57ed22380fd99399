import { Parameters } from '../../platform/requests/parameters';
import type { ReaderScope } from '../rights/reader-scope';
import { APPROVALS_PHASE, type WorkBranch, type WorkPhase } from './work-phases';

/** Moments that part the groups, epoch ms. */
export interface WorkTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfWeek: number;
}

export const TABLES = {
  deadline: `deadline d JOIN step_state s ON s.run_id = d.run_id AND s.step = d.step`,
  step_state: `step_state s LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'`,
} as const;

/** What a branch is sorted by: the engine's rank, date and place, with the case between. Without a date it comes first. */
export const keyOf = ({ from, sortedAt }: WorkBranch): readonly string[] =>
  from === 'deadline'
    ? ['d.rank', sortedAt ?? `coalesce(d.due_at, '-infinity')`, 'd.case_file_id', 'd.place', 'd.of']
    : [
        'coalesce(d.rank, 0)',
        sortedAt ?? `coalesce(d.due_at, '-infinity')`,
        's.case_file_id',
        's.place',
        `coalesce(d.of, 'step')`,
      ];

export function columnsOf(branch: WorkBranch): string {
  const [rank = '', sortedAt = '', caseFileId = '', place = '', of = ''] = keyOf(branch);
  return `${caseFileId} AS "caseFileId", s.run_id AS "runId", s.step, ${of} AS "of", d.origin,
    coalesce(d.owner, 'ours') AS owner, d.due_at AS "dueAt", d.late_from AS "lateFrom", coalesce(d.at_once, false) AS "atOnce",
    s.state, ${rank}::int AS rank, (${sortedAt})::text AS "sortedAt", ${place} AS place`;
}

/** All five are named, so that each has its type whatever the phase asks. */
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

/** One condition a branch: each is answered from an index of its own. */
export function scopeConditions(
  phase: WorkPhase,
  { from }: WorkBranch,
  { scope: { accountId, teamIds, assignedIds }, whose, filter }: Asked,
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
  const narrowed = [
    ...(filter?.caseFileId === undefined ? [] : [`s.case_file_id = ${add(filter.caseFileId)}::uuid`]),
    ...(filter?.protocol === undefined ? [] : [`s.protocol = ${add(filter.protocol)}`]),
  ];
  return [...own, ...assigned].map((condition) => [TYPED, condition, ...narrowed].join(' AND '));
}

/** Of the account, and of its teams. */
export const OWN_AND_TEAM = (['me', 'team'] as const).map((whose): Asked => ({
  ...{ whose, times: { now: 0, endOfToday: 0, endOfWeek: 0 }, roles: [] },
  scope: { accountId: 'a', teamIds: ['t'], assignedIds: ['c'], hasOwn: true, auditedIds: [], missionIds: [] },
}));

/** The same, narrowed to a case and a protocol. */
export const NARROWED = OWN_AND_TEAM.map((asked): Asked => ({
  ...asked,
  filter: { caseFileId: 'c', protocol: 'p' },
}));

/** Somebody without teams and cases. */
export const OF_NOBODY: Asked = {
  ...{ whose: 'team', times: { now: 0, endOfToday: 0, endOfWeek: 0 }, roles: [] },
  scope: { accountId: 'a', teamIds: [], assignedIds: [], hasOwn: false, auditedIds: [], missionIds: [] },
};
