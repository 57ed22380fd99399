import { type Age, ageOn, dayIn } from '@repere/cases';
import type { CaseFile } from '@repere/contract';
import type { Language } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';

/** The age in words, with what the record makes of it: `15 à 16 ans (naissance estimée)`, `âge inconnu : présumé·e mineur·e`. */
export function formatAge(
  birth: string | undefined,
  { state, territory }: Pick<CaseFile, 'state' | 'territory'>,
  now: number,
  language: Pick<Language, 't' | 'current'>,
): string {
  // Only a court's final decision is ever called that; it is recorded, never computed.
  if (state.runs.some((run) => run.outcome?.age === 'adult')) return language.t('case.age.final-decision');
  return formatAgeInList(ageOn(birth, dayIn(territory.zone, now)), language);
}

/** An age in words, before what the record makes of it: `15 à 16 ans (naissance estimée)`. */
export function formatAgeInList(age: Age, { t, current }: Pick<Language, 't' | 'current'>): string {
  switch (age.kind) {
    case 'unknown':
      return t('case.age.unknown');
    case 'exact':
      return t('case.age.exact', { years: age.years });
    case 'between': {
      const words =
        age.low === age.high
          ? t('case.age.exact', { years: age.low })
          : t('case.age.between', { low: age.low, high: age.high });
      const estimated = age.isEstimated ? t('case.age.estimated', { age: words }) : words;
      return age.high >= 18 ? t('case.age.doubt', { age: estimated }) : estimated;
    }
    case 'past18':
      return age.isEstimated
        ? t('case.age.past-18-estimated')
        : t('case.age.past-18', { day: formatEdtf(age.on, current()) });
  }
}
