import type { Words } from './words';

/**
 * In words, on pages and on paper alike: why a service says no, why nobody meets a need, what a yes comes from, what became of it.
 * `age-gap`: services that would meet a need shut out those of sixteen and seventeen (G05).
 */
export const ANSWER_REASONS = {
  full: { fr: 'complet', en: 'full' },
  age: { fr: 'âge non accueilli', en: 'age not taken in' },
  'age-gap': { fr: '16-17 ans écartés par des services', en: 'services shut out those of 16-17' },
  language: { fr: 'pas de langue commune', en: 'no common language' },
  'not-our-mission': { fr: 'pas notre mission', en: 'not our mission' },
  'not-safe-here': {
    fr: 'le lieu ne serait pas sûr pour cet enfant',
    en: 'the place would not be safe for this child',
  },
  refused: { fr: 'refusé', en: 'refused' },
  silent: { fr: 'sans réponse', en: 'no answer' },
  'no-service': { fr: 'aucun service ne le fait ici', en: 'no service does it here' },
  'not-said': {
    fr: 'pas de raison dite\u00a0: retiré, ou plus cherché',
    en: 'no reason said: taken back, or looked for no more',
  },
  changed: { fr: 'la situation a changé, plus besoin', en: 'things changed, no longer needed' },
  'by-mistake': { fr: 'cherché par erreur', en: 'looked for by mistake' },
  met: { fr: 'besoin couvert', en: 'need met' },
  'partly-met': { fr: 'besoin couvert en partie', en: 'need partly met' },
  'not-met': { fr: 'besoin non couvert', en: 'need not met' },
  'offer-taken': { fr: 'la proposition est prise', en: 'the offer is taken' },
} as const satisfies Readonly<Record<string, Words>>;
