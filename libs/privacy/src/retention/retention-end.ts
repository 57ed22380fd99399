import { addMonths } from '@repere/feel';
import { endOfPeriod } from './period';
import { CASE_RULES, type CaseRule } from './retention-rules';

/** A period that binds: of a verified rule, or decided by the service with a second person. */
export interface PeriodInForce {
  readonly rule: CaseRule;
  readonly months: number;
}

/** Days (from 1970-01-01, where the case is) from which periods run; `null`: it did not happen, or is not known. */
export interface CaseDates {
  readonly closed: number | null;
  /** The latest day of birth that is possible. */
  readonly latestBirth: number | null;
}

/** `none`: no period is in force. `open`: one of them cannot end yet. `ended`: on this day all of them have. */
export type RetentionEnd =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly rule: CaseRule }
  | { readonly kind: 'ends'; readonly on: number; readonly rule: CaseRule };

const MAJORITY_MONTHS = 18 * 12;

/** When the last of the periods in force ends for this case. The longest one counts: what is gone does not come back. */
export function retentionEnd(periods: readonly PeriodInForce[], dates: CaseDates): RetentionEnd {
  const known = CASE_RULES.flatMap((rule) => periods.filter((period) => period.rule === rule));
  if (known.length === 0) return { kind: 'none' };
  // Whatever else binds, a case that is open is never due.
  if (dates.closed === null) return { kind: 'open', rule: 'case-after-closure' };
  let last: { on: number; rule: CaseRule } | null = null;
  for (const { rule, months } of known) {
    const start = startOf(rule, dates);
    if (start === null) return { kind: 'open', rule };
    const on = endOfPeriod(start, months);
    if (last === null || on > last.on) last = { on, rule };
  }
  return last === null ? { kind: 'none' } : { kind: 'ends', ...last };
}

function startOf(rule: CaseRule, { closed, latestBirth }: CaseDates): number | null {
  switch (rule) {
    case 'case-after-closure':
      return closed;
    case 'case-after-majority':
      // Born on 29 February: 18 on 1 March.
      return latestBirth === null ? null : addMonths(latestBirth, MAJORITY_MONTHS, 'next-day');
  }
}
