import type { DirectoryService } from '@repere/contract';
import { NEEDS, TRAIT_WORDS } from '@repere/directory';
import type { Language } from '@repere/ui';
import { openingHours } from '../../platform/opening-hours';

/** What is known of a service on a few lines; what is not known is said to be not known. */
export function serviceFacts(service: DirectoryService, language: Language): readonly string[] {
  const { t, localize } = language;
  const say = (key: string, known: string | null): string =>
    t('administration.services.fact', {
      what: t(`administration.services.facts.${key}`),
      known: known ?? t('administration.services.not-known'),
    });
  const { needs, ages, sexes, languages, opening, hours } = service;
  const open =
    opening === 'always' ? t('step.calls.day-night') : openingHours({ hours: hours ?? null }, t).join(', ');
  return [
    say('needs', needs && needs.map((it) => localize(NEEDS[it].title)).join(', ')),
    say('ages', ages && t('administration.services.ages', { from: ages.from, to: ages.to })),
    say('sexes', sexes && sexes.map((it) => t(`administration.services.sex.${it}`)).join(', ')),
    say('languages', languages && languages.join(', ')),
    say('hours', opening === 'unknown' ? null : open),
    ...(service.has.length > 0 ? [service.has.map((it) => localize(TRAIT_WORDS[it])).join(' · ')] : []),
  ];
}
