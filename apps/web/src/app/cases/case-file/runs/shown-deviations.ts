import type { CaseView, Deviation } from '@repere/case-engine';

type Kind = CaseView['deviations'][number]['kind'];
export type ShownKind = Exclude<Kind, 'late'>;
export type ShownDeviation = Deviation & { readonly kind: ShownKind };

/** What comes first on a page; what is late stands with the deadlines. */
const PLACE: Readonly<Record<ShownKind, number>> = {
  'rights-incident': 0,
  flag: 1,
  waived: 2,
  'out-of-order': 3,
  'late-recording': 4,
};

/** What departed from the protocols, rights of the child first, then in the order of the journal. */
export function shownDeviations({ deviations }: Pick<CaseView, 'deviations'>): readonly ShownDeviation[] {
  return deviations
    .filter((it): it is ShownDeviation => it.kind !== 'late')
    .sort((a, b) => PLACE[a.kind] - PLACE[b.kind]);
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
