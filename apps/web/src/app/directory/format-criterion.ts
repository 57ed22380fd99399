import type { MatchedCriterion, MatchedService } from '@repere/contract';
import { TRAIT_WORDS } from '@repere/directory';
import type { Language } from '@repere/ui';

/** One reason in words: what fits, what doesn’t, what is to be asked. What is not known is never written as a no. */
export function formatCriterion(
  criterion: MatchedCriterion,
  service: MatchedService,
  language: Language,
): string {
  const { of, verdict, trait } = criterion;
  const { t, localize } = language;
  if (of === 'trait')
    return t(`directory.trait.${verdict}`, { what: trait ? localize(TRAIT_WORDS[trait]) : '' });
  if (of === 'distance') return distance(criterion, service, language);
  const { ages, freePlaces } = service;
  return t(`directory.criterion.${of}.${verdict}`, {
    from: ages?.from ?? '',
    to: ages?.to ?? '',
    free: freePlaces ?? '',
  });
}

function distance(
  { verdict }: MatchedCriterion,
  { borders, territoryNames }: MatchedService,
  { t }: Language,
): string {
  if (territoryNames.length === 0) return t('directory.distance.country');
  if (borders === 0) return t('directory.distance.same');
  if (borders === 1) return t('directory.distance.neighbour');
  if (verdict === 'fits') return t('directory.distance.remote');
  return borders === null ? t('directory.distance.overseas') : t('directory.distance.far', { n: borders });
}
