import type { TraceLine } from '@repere/contract';

/** Which items are shown; `asked`: what the address says. */
export const TRACE_FILTERS = [
  { of: 'all', asked: null },
  { of: 'answered', asked: 'repondu' },
  { of: 'not-yet', asked: 'pas-encore' },
] as const;
export type TraceFilter = (typeof TRACE_FILTERS)[number]['of'];

/** What an address asks for; anything else: all. */
export function readTraceFilter(asked: string | undefined): TraceFilter {
  return TRACE_FILTERS.find((it) => it.asked !== null && it.asked === asked)?.of ?? 'all';
}

/** An item that is answered in part counts on both sides: what is there, and what is still missing. */
export function traced(lines: readonly TraceLine[], filter: TraceFilter): readonly TraceLine[] {
  switch (filter) {
    case 'all':
      return lines;
    case 'answered':
      return lines.filter(({ answers }) => answers.length > 0);
    case 'not-yet':
      return lines.filter(({ notYet }) => notYet !== null);
  }
}
