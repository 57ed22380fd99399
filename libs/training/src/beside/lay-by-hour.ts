import type { Text } from '@repere/feel';

const HOUR_MS = 3_600_000;

/** Something that was done or came about in a class. */
export interface GroupMoment {
  /** ISO 8601, by the clock of the case. */
  readonly at: string;
  readonly who: string | null;
  readonly what: Text;
}

/** A class with all that happened in it, the earliest first. */
export interface GroupLine {
  /** Of its space. */
  readonly key: string;
  /** Of a branch: the space that it was made from, and where the clock stood. */
  readonly branchOf: { readonly key: string; readonly at: string } | null;
  readonly timeline: readonly GroupMoment[];
}

/** What a class did in an hour. */
export interface HourCell {
  readonly moments: readonly GroupMoment[];
  /** The branch begins here. */
  readonly leavesAt: string | null;
  /** For so many hours from here on it is its parent's past, and stands there; 0: it is its own. */
  readonly commonHours: number;
}

/** An hour of the case's clock in which something happened somewhere. `cells`: one a class; `null`: within the common hours above it. */
export interface GroupHour {
  /** Epoch ms. */
  readonly from: number;
  readonly cells: readonly (HourCell | null)[];
}

/** Classes side by side: a branch follows the one that it was made from. */
export interface GroupHours<L extends GroupLine> {
  readonly lines: readonly L[];
  readonly hours: readonly GroupHour[];
}

/** Several classes of one story by the hours of its clock. What a branch has of its parent's past is told once, in the parent's place. */
export function layByHour<L extends GroupLine>(groups: readonly L[]): GroupHours<L> {
  const lines = orderBranches(groups);
  const laid = lines.map((line) =>
    layLine(
      line,
      groups.find(({ key }) => key === line.branchOf?.key),
    ),
  );
  const starts = [...new Set(laid.flatMap(({ starts: own }) => own))].sort((a, b) => a - b);
  const columns = laid.map(({ cellAt }) => joinCommon(starts.map(cellAt)));
  return {
    lines,
    hours: starts.map((from, row) => ({ from, cells: columns.map((column) => column[row] ?? null) })),
  };
}

/** One whose parent is not among them stands by itself. */
function orderBranches<L extends GroupLine>(groups: readonly L[]): readonly L[] {
  const isHere = (key: string | undefined) => groups.some((it) => it.key === key);
  const withBranches = (line: L): readonly L[] => [
    line,
    ...groups.filter(({ branchOf }) => branchOf?.key === line.key).flatMap(withBranches),
  ];
  return groups.filter(({ branchOf }) => !isHere(branchOf?.key)).flatMap(withBranches);
}

const hourOf = (at: string): number => Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS;

function layLine({ timeline, branchOf }: GroupLine, parent: GroupLine | undefined) {
  const known = new Set(parent?.timeline.map(nameOf));
  const isCommon = (it: GroupMoment): boolean =>
    branchOf !== null && Date.parse(it.at) <= Date.parse(branchOf.at) && known.has(nameOf(it));
  const own = timeline.filter((it) => !isCommon(it));
  const hasPast = own.length < timeline.length;
  const leaves = branchOf ? hourOf(branchOf.at) : -Infinity;
  return {
    starts: [...own.map(({ at }) => hourOf(at)), ...(branchOf ? [leaves] : [])],
    cellAt: (from: number): HourCell => {
      const moments = own.filter(({ at }) => hourOf(at) === from);
      const isPast = hasPast && from < leaves && moments.length === 0;
      return {
        moments,
        leavesAt: from === leaves ? (branchOf?.at ?? null) : null,
        commonHours: isPast ? 1 : 0,
      };
    },
  };
}

/** The same in both: a branch has its past to the letter. */
const nameOf = ({ at, what }: GroupMoment): string => `${at} ${what.fr}`;

function joinCommon(cells: readonly HourCell[]): readonly (HourCell | null)[] {
  return cells.map((cell, row) => {
    if (cell.commonHours === 0) return cell;
    if (row > 0 && cells[row - 1]?.commonHours === 1) return null;
    const end = cells.findIndex((it, other) => other > row && it.commonHours === 0);
    return { ...cell, commonHours: (end === -1 ? cells.length : end) - row };
  });
}
