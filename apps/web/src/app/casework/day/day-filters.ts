import type { Params } from '@angular/router';
import type { Worklist } from '@repere/contract';

/** Parts of the day that can be looked at alone. */
export const SHOWS = ['tonight', 'week', 'waiting'] as const;
export type Show = (typeof SHOWS)[number];

/** What narrows the day. Lives in the address; it names nobody but a colleague by an id. */
export interface DayFilters {
  /** `null`: the server chooses, one’s own or the team’s for who works from a pool. */
  readonly scope: Worklist['scope'] | null;
  readonly show: Show | null;
  readonly protocol: string | null;
  /** Of the team: children of this account alone, `none`: of nobody. */
  readonly lead: string | null;
}

/** The filters that an address asks for; what it doesn't say or says wrongly is as if nothing was filtered. */
export function readDayFilters(
  asked: Readonly<Record<'scope' | 'show' | 'protocol' | 'lead', string | undefined>>,
): DayFilters {
  const scope = asked.scope === 'me' || asked.scope === 'team' ? asked.scope : null;
  return {
    scope,
    show: SHOWS.find((show) => show === asked.show) ?? null,
    protocol: asked.protocol || null,
    lead: scope === 'team' && LEAD.test(asked.lead ?? '') ? (asked.lead ?? null) : null,
  };
}

const LEAD = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The shortest address that asks for these filters. */
export const dayParams = (filters: DayFilters): Params =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
