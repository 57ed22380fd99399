import type { WorkChild } from '@repere/contract';

/** A lead, with the first of their children. */
export interface PersonChildren {
  readonly lead: WorkChild['lead'];
  readonly children: number;
  readonly late: number;
  readonly shown: readonly WorkChild[];
}

/** Children of each person together, in the order in which they came. */
export function byPerson(items: readonly WorkChild[]): readonly PersonChildren[] {
  const ids = [...new Set(items.map(({ lead }) => lead?.id ?? null))];
  return ids.map((id) => {
    const shown = items.filter(({ lead }) => (lead?.id ?? null) === id);
    const [first] = shown;
    return {
      lead: first?.lead ?? null,
      children: first?.person?.children ?? shown.length,
      late: first?.person?.late ?? 0,
      shown,
    };
  });
}
