import type { Params } from '@angular/router';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';

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
  };
}

/** The shortest address that asks for these filters. */
export function auditParams({ judged, ...filters }: AuditFilters): Params {
  return {
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null)),
    ...(judged === 'no' ? {} : { judged }),
  };
}

/** What figures are asked for with, as a query. `now`: the space's clock. */
export function figuresQuery({ team, protocol, step, period }: AuditFilters, now: number): string {
  const from = period === null ? null : new Date(now - Number(period) * DAY).toISOString().slice(0, 10);
  return query({ team, protocol, step, from });
}

/** The same for the list of deviations. */
export function deviationsQuery(filters: AuditFilters, now: number, cursor?: string): string {
  const { kind, origin, judged } = filters;
  const more = query({ kind, origin, judged: judged === 'all' ? null : judged, cursor: cursor ?? null });
  return [figuresQuery(filters, now), more].filter(Boolean).join('&');
}

const NAME = /^[a-z][a-z0-9_-]{0,79}$/;
const DAY = 86_400_000;

const match = (asked: string | undefined, form: RegExp): string | null =>
  asked !== undefined && form.test(asked) ? asked : null;

const query = (values: Readonly<Record<string, string | null>>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
