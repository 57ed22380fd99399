import type { Params } from '@angular/router';
import { DEVIATION_GROUPINGS, type DeviationGrouping } from '@repere/audit';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';
import type { ApiQuestion } from '../../platform/api-path';

export const PERIODS = ['30', '90', '365'] as const;
/** Days back from today in which runs were opened. */
export type Period = (typeof PERIODS)[number];

export const JUDGED = ['no', 'yes', 'all'] as const;
export type Judged = (typeof JUDGED)[number];

/** What figures and lists are about; the same on both pages, in the address. */
export interface AuditFilters {
  readonly team: string | null;
  readonly protocol: string | null;
  readonly step: string | null;
  /** `null`: since the beginning. */
  readonly period: Period | null;
  readonly kind: DeviationKind | null;
  readonly origin: 'LEGAL' | null;
  /** `no`, usually: what is still to be judged. */
  readonly judged: Judged;
  /** `null`: whatever suits the rest, see `groupingOf`. */
  readonly by: DeviationGrouping | 'each' | null;
}

/** What is still to be judged comes together; what was asked for more narrowly, one by one (`null`). */
export function groupingOf({ by, kind, origin, step, judged }: AuditFilters): DeviationGrouping | null {
  if (by !== null) return by === 'each' ? null : by;
  return kind === null && origin === null && step === null && judged === 'no' ? 'kind' : null;
}

export type AskedFilters = Readonly<Record<keyof AuditFilters, string | undefined>>;

/** The filters that an address asks for; what it says wrongly is as if nothing was filtered. */
export function readAuditFilters(asked: AskedFilters): AuditFilters {
  return {
    team: match(asked.team, /^[0-9a-f-]{36}$/),
    protocol: match(asked.protocol, NAME),
    step: match(asked.step, NAME),
    period: PERIODS.find((it) => it === asked.period) ?? null,
    kind: DEVIATION_KINDS.find((it) => it === asked.kind) ?? null,
    origin: asked.origin === 'LEGAL' ? 'LEGAL' : null,
    judged: JUDGED.find((it) => it === asked.judged) ?? 'no',
    by: asked.by === 'each' ? 'each' : (DEVIATION_GROUPINGS.find((it) => it === asked.by) ?? null),
  };
}

/** The shortest address that asks for these filters. */
export function auditParams({ judged, ...filters }: AuditFilters): Params {
  return {
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null)),
    ...(judged === 'no' ? {} : { judged }),
  };
}

export type AskedFigures = ApiQuestion<'GET', '/conformance'>;
export type AskedDeviations = ApiQuestion<'GET', '/deviations'>;

/** What figures are asked for with. `now`: the space's clock. */
export function askedFigures({ team, protocol, step, period }: AuditFilters, now: number): AskedFigures {
  const from = period === null ? null : new Date(now - Number(period) * DAY).toISOString().slice(0, 10);
  return { team, protocol, step, from };
}

/** The same for the list of deviations. */
export function askedDeviations(filters: AuditFilters, now: number, cursor?: string): AskedDeviations {
  const { kind, origin, judged } = filters;
  return { ...askedFigures(filters, now), kind, origin, judged: judged === 'all' ? null : judged, cursor };
}

const NAME = /^[a-z][a-z0-9_-]{0,79}$/;
const DAY = 86_400_000;

const match = (asked: string | undefined, form: RegExp): string | null =>
  asked !== undefined && form.test(asked) ? asked : null;
