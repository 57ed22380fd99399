/** What is known of a case without opening it, from its dates, steps and coded facts. */
export interface RiskFigures {
  /** Deadlines of the law, ours to keep, that were missed or are missed now. */
  readonly lateLegal: number;
  /** Incidents that hurt a right of the child. */
  readonly rightsIncidents: number;
  /** Signs or danger, and no protective step in effect: 0 or 1. */
  readonly unprotected: number;
  /** Decisions to seize nobody. */
  readonly notReferred: number;
  /** Steps that were set aside with a reason. */
  readonly waived: number;
  /** Answers that were corrected afterwards. */
  readonly amended: number;
}

export const RISK_KINDS = [
  'lateLegal',
  'rightsIncidents',
  'unprotected',
  'notReferred',
  'waived',
  'amended',
] as const satisfies readonly (keyof RiskFigures)[];
export type RiskKind = (typeof RISK_KINDS)[number];

/** Points for each, and how many of them count at most; `beyond`: the first so many are usual. */
export const RISK_WEIGHTS = {
  lateLegal: { points: 3, most: 4, beyond: 0 },
  rightsIncidents: { points: 3, most: 3, beyond: 0 },
  unprotected: { points: 5, most: 1, beyond: 0 },
  notReferred: { points: 4, most: 1, beyond: 0 },
  waived: { points: 1, most: 3, beyond: 0 },
  amended: { points: 1, most: 3, beyond: 2 },
} as const satisfies Record<
  RiskKind,
  { readonly points: number; readonly most: number; readonly beyond: number }
>;

/** Why a case has points: what there is of it, and what it counts. */
export interface RiskReason {
  readonly kind: RiskKind;
  readonly count: number;
  readonly points: number;
}

export interface RiskScore {
  readonly score: number;
  readonly reasons: readonly RiskReason[];
}

/** The points of a case with their reasons; what gives none is left out. */
export function scoreRisk(figures: RiskFigures): RiskScore {
  const reasons = RISK_KINDS.flatMap((kind): RiskReason[] => {
    const { points, most, beyond } = RISK_WEIGHTS[kind];
    const counted = Math.min(Math.max(figures[kind] - beyond, 0), most);
    return counted === 0 ? [] : [{ kind, count: figures[kind], points: points * counted }];
  });
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

/** Most points first; equal ones by their ids, so that the same cases give the same list. */
export const rankByRisk = <T extends { readonly id: string; readonly score: number }>(
  cases: readonly T[],
): readonly T[] => cases.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
