import type { NonAnswer, Text } from '@repere/feel';

/** Yes, no, and what stands for no value: on screen, in conditions that are told, on paper. */
export const ANSWER_WORDS: Readonly<Record<'yes' | 'no' | NonAnswer, Text>> = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  unknown: { fr: 'ne sait pas', en: 'doesn’t know' },
  'not-asked': { fr: 'pas demandé', en: 'not asked' },
  refused: { fr: 'refuse', en: 'refuses' },
};
