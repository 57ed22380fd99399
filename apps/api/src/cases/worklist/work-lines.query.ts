import { PROTECTS_WITHIN_MS } from '@repere/case-engine';
import { Parameters } from '../../platform/requests/parameters';
import type { ReaderScope } from '../rights/reader-scope';
import { APPROVALS_PHASE, NEXT_RANGES, type WorkPhase, type WorkRange } from './work-phases.query';

/** Moments that part the groups, epoch ms. */
export interface WorkTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfWeek: number;
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

/** Where a page goes on inside a phase. */
export type WorkPlace = readonly [
  rank: number,
  sortedAt: string,
  caseFileId: string,
  place: number,
  of: string,
];

/** `$1` to `$5` are what a phase may name. */
export function parametersOf({ scope, times, roles }: Asked): Parameters {
  const parameters = new Parameters();
  for (const at of [times.now, times.endOfToday, times.endOfWeek]) parameters.addValue(new Date(at));
  parameters.addValue(scope.accountId);
  parameters.addValue(roles);
  return parameters;
}

const PLACE_TYPES = ['int', 'timestamptz', 'uuid', 'int', 'text'] as const;

/** Parameters of a place, each with its type. */
export const placeIn = (parameters: Parameters, after: WorkPlace): readonly string[] =>
  after.map((part, at) => `${parameters.addValue(part)}::${PLACE_TYPES[at] ?? 'text'}`);

/** What protects and has no date stands as if it were due then. */
const PROTECTS_BY = `$1::timestamptz + interval '${String(PROTECTS_WITHIN_MS)} milliseconds'`;

/** What a range is read for: the list, the number of its late lines, the next date. */
type Purpose = 'list' | 'late' | 'next';

interface AskedRange {
  readonly phase: number;
  readonly purpose: Purpose;
  readonly of: WorkRange;
}

/** How far the lines are read. */
export interface Reading {
  /** Only behind this place of the first phase: parameters of a `WorkPlace`. */
  readonly place?: readonly string[] | null;
  /** So many of each range; without it all. */
  readonly limit?: number;
  /** With what is counted: late lines, the next date. */
  readonly isCounted?: boolean;
}

/**
 * SQL of the lines of these phases, `null` where nobody's are asked for: of each its `phase` by number, its `purpose`, and all that
 * is shown of it. One range of the index is read after the other, by one node of one plan, which asks the policies once.
 */
export function linesOf(
  asked: AskedPhases,
  parameters: Parameters,
  { place = null, limit, isCounted = false }: Reading,
): string | null {
  const ranges = rangesOf(asked.phases, isCounted);
  const ofTeams = asked.whose === 'team' ? ranges : ranges.filter((it) => isOfTeams(asked.phases, it));
  const own = asked.whose === 'team' ? [] : ranges.filter((it) => !isOfTeams(asked.phases, it));
  const parts = [
    ...blockOf('me', own, asked, parameters, { place, limit }),
    ...blockOf('team', ofTeams, asked, parameters, { place, limit }),
  ];
  return parts.length === 0 ? null : parts.join(' UNION ALL ');
}

const isOfTeams = (phases: readonly WorkPhase[], { phase }: AskedRange): boolean =>
  phases[phase] === APPROVALS_PHASE;

const rangesOf = (phases: readonly WorkPhase[], isCounted: boolean): readonly AskedRange[] => [
  ...phases.flatMap(({ ranges, late = [] }, phase) => [
    ...ranges.map((of): AskedRange => ({ phase, purpose: 'list', of })),
    ...(isCounted && late !== 'all' ? late.map((of): AskedRange => ({ phase, purpose: 'late', of })) : []),
  ]),
  ...(isCounted ? NEXT_RANGES.map((of): AskedRange => ({ phase: -1, purpose: 'next', of })) : []),
];

interface Block {
  readonly place: readonly string[] | null;
  readonly limit: number | undefined;
}

/** Whose lines: of the account or of its teams, and of what was given to it besides. No line is in both. */
function blockOf(
  whose: 'me' | 'team',
  ranges: readonly AskedRange[],
  { scope: { accountId, teamIds, assignedIds }, filter }: Asked,
  parameters: Parameters,
  { place, limit }: Block,
): readonly string[] {
  if (ranges.length === 0 || (whose === 'team' && teamIds.length + assignedIds.length === 0)) return [];
  const add = (value: unknown): string => parameters.addValue(value);
  const narrowed = [
    ...(filter?.caseFileId === undefined ? [] : [`AND w.case_file_id = ${add(filter.caseFileId)}::uuid`]),
    ...(filter?.protocol === undefined ? [] : [`AND w.protocol = ${add(filter.protocol)}`]),
  ].join(' ');
  const values = ranges.map((it) => valuesOf(it, place)).join(', ');
  const asked = `(VALUES ${values}) AS a (${ASKED_COLUMNS})`;
  const owner = whose === 'team' ? `${add(teamIds)}::uuid[]` : `${add(accountId)}::uuid`;
  const isOwners = whose === 'team' ? 'w.team_id = o.team_id' : `w.lead_id = ${owner}`;
  const owners = whose === 'team' ? ` CROSS JOIN unnest(${owner}) AS o (team_id)` : '';
  const isGiven = whose === 'team' ? `w.team_id <> ALL (${owner})` : `w.lead_id IS DISTINCT FROM ${owner}`;
  const inRange = `w.lane = a.lane AND w.rank = a.rank AND ${IN_RANGE} ${narrowed}`;
  const top = limit === undefined ? '' : ` ORDER BY ${IN_LANE} LIMIT ${String(limit)}`;
  return [
    `SELECT a.phase, a.purpose, ${COLUMNS} FROM ${asked}${owners} CROSS JOIN LATERAL (
       SELECT w.* FROM work_line w WHERE ${isOwners} AND ${inRange}${top}) AS w`,
    ...(assignedIds.length === 0
      ? []
      : [
          `SELECT a.phase, a.purpose, ${COLUMNS} FROM work_line w JOIN ${asked} ON ${inRange}
            WHERE w.case_file_id = ANY (${add(assignedIds)}::uuid[]) AND ${isGiven}`,
        ]),
  ];
}

const ASKED_COLUMNS = `phase, purpose, lane, rank, since, after_case, after_place, after_of, until, is_late, is_own, quiet_after, sorted_at`;
const IN_LANE = `w.sorted_at, w.case_file_id, w.place, w.of`;
/**
 * As one condition, which PostgreSQL takes for met by every other line: of several it would think that they leave none, read a range to
 * its end and sort it, where the index gives its lines in their order.
 */
const IN_RANGE = `(${IN_LANE}) > (a.since, a.after_case, a.after_place, a.after_of) AND w.sorted_at <= a.until
  AND CASE WHEN a.is_late IS NULL AND a.is_own IS NULL AND a.quiet_after IS NULL THEN true
      ELSE (a.is_late IS NULL OR (w.late_from < $1::timestamptz) = a.is_late)
       AND (a.is_own IS NULL OR a.is_own AND w.entered_by = $4::text
         OR NOT a.is_own AND w.entered_by <> $4::text AND w.approver_role = ANY ($5::text[]))
       AND (a.quiet_after IS NULL OR w.quiet_until > a.quiet_after) END`;

const COLUMNS = `w.case_file_id AS "caseFileId", w.run_id AS "runId", w.step, w.of AS "of", w.origin, w.owner, w.due_at AS "dueAt",
  w.late_from AS "lateFrom", w.at_once AS "atOnce", w.state, w.rank::int AS rank, coalesce(a.sorted_at, w.sorted_at) AS sorted_at,
  w.place, w.protocol, w.version, w.lead_id`;

const NO_CASE = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** A range as a row; where the page goes on in its phase, from that place on. */
function valuesOf({ phase, purpose, of }: AskedRange, place: readonly string[] | null): string {
  const { lane, rank, from, until, late, own, quietAfter } = of;
  const isProtecting = lane === 'protects';
  const begin = [from, NO_CASE, '-1', `''`];
  const start = place !== null && phase === 0 ? goOn(rank, begin, place, isProtecting) : begin;
  const told = (it: boolean | null): string => `${it === null ? 'NULL' : String(it)}::boolean`;
  return `(${[
    ...[String(phase), `'${purpose}'`, `'${lane}'`, `${String(rank)}::smallint`, ...start, until],
    ...[told(late), told(own), quietAfter ?? 'NULL::timestamptz'],
    isProtecting ? PROTECTS_BY : 'NULL::timestamptz',
  ].join(', ')})`;
}

/** Where a range begins behind this place: before it nothing is read, all of a later rank is. */
function goOn(
  rank: number,
  [from = '', ...begin]: readonly string[],
  [atRank = '', at = '', ...rest]: readonly string[],
  isProtecting: boolean,
): readonly string[] {
  // In its lane each has the same date.
  const [sorted, given] = isProtecting ? [PROTECTS_BY, from] : [from, at];
  const isOn = `(${atRank} = ${String(rank)} AND ${at} ${isProtecting ? '=' : '>='} ${sorted})`;
  const isLater = isProtecting ? ` OR ${atRank} = ${String(rank)} AND ${at} > ${sorted}` : '';
  return [
    `CASE WHEN ${atRank} > ${String(rank)}${isLater} THEN NULL WHEN ${isOn} THEN ${given} ELSE ${from} END`,
    ...begin.map((it, index) => `CASE WHEN ${isOn} THEN ${rest[index] ?? ''} ELSE ${it} END`),
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
