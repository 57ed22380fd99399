import type { Words } from '@repere/cases';

/** Why a line does not leave with what a person is handed about themselves. */
export const REDACTION_REASONS = ['others', 'safety', 'investigation', 'source', 'not-concerned'] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

const WORDS: Readonly<Record<RedactionReason, Words>> = {
  others: { fr: 'Données d’une autre personne', en: 'Data of another person' },
  safety: {
    fr: 'La remise mettrait l’enfant ou quelqu’un d’autre en danger',
    en: 'Handing it over would endanger the child or somebody else',
  },
  investigation: {
    fr: 'Une enquête ou une procédure en dépend',
    en: 'An investigation or proceedings depend on it',
  },
  source: {
    fr: 'Elle désigne la personne qui a alerté',
    en: 'It points to the person who raised the alarm',
  },
  'not-concerned': {
    fr: 'Elle ne concerne pas la personne qui demande',
    en: 'It is not about the person who asks',
  },
};

export const redactionReasonWords = (reason: RedactionReason): Words => WORDS[reason];
