import type { Params } from '@angular/router';
import type { CaseFileSearch } from '@repere/contract';

/** In which order cases are listed, the usual one first. */
export const SORTS = ['danger', 'due', 'recent'] as const;

/** What narrows the list of cases. Lives in the address; what is searched for does not. */
export interface CaseFilters {
  readonly scope: 'mine' | 'team';
  readonly late: boolean;
  /** Codes of the danger, as the protocols have them. */
  readonly danger: readonly string[];
  readonly sort: (typeof SORTS)[number];
}

const CODE = /^[a-z0-9_]{1,100}$/;
/** More are not taken by the API. */
const MOST_CODES = 10;

/** The filters that an address asks for; what it doesn't say or says wrongly is as if nothing was filtered. */
export function readFilters(
  asked: Readonly<Record<'scope' | 'late' | 'danger' | 'sort', string | undefined>>,
): CaseFilters {
  const codes = asked.danger?.split(',').filter((code) => CODE.test(code)) ?? [];
  return {
    scope: asked.scope === 'mine' ? 'mine' : 'team',
    late: asked.late === '1',
    danger: [...new Set(codes)].slice(0, MOST_CODES),
    sort: SORTS.find((sort) => sort === asked.sort) ?? 'danger',
  };
}

/** The shortest address that asks for these filters. */
export function filterParams({ scope, late, danger, sort }: CaseFilters): Params {
  return {
    ...(scope === 'mine' ? { scope } : {}),
    ...(late ? { late: '1' } : {}),
    ...(danger.length ? { danger: danger.join(',') } : {}),
    ...(sort === 'danger' ? {} : { sort }),
  };
}

/** What to ask the API. */
export function searchOf(filters: CaseFilters, text: string, cursor?: string): CaseFileSearch {
  const { scope, late, danger, sort } = filters;
  return {
    scope,
    sort,
    ...(late ? { late } : {}),
    ...(danger.length ? { danger } : {}),
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
