import type { CaseView, Deviation } from '@repere/case-engine';

/** What comes first on a page; what is late stands with the deadlines. */
const KINDS = ['rights-incident', 'flag', 'waived', 'out-of-order', 'late-recording'] as const;
export type ShownKind = (typeof KINDS)[number];
export type ShownDeviation = Deviation & { readonly kind: ShownKind };

/** What departed from the protocols, rights of the child first, then in the order of the journal. */
export function shownDeviations({ deviations }: Pick<CaseView, 'deviations'>): readonly ShownDeviation[] {
  return deviations
    .filter((it): it is ShownDeviation => it.kind !== 'late')
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Kinds of deviations by the entry that caused them. */
export function deviationsByEntry({
  deviations = [],
}: Partial<Pick<CaseView, 'deviations'>> = {}): ReadonlyMap<string, readonly ShownKind[]> {
  const found = new Map<string, readonly ShownKind[]>();
  for (const { entryId, kind } of shownDeviations({ deviations })) {
    const before = entryId === null ? [] : (found.get(entryId) ?? []);
    if (entryId !== null && !before.includes(kind)) found.set(entryId, [...before, kind]);
  }
  return found;
}
