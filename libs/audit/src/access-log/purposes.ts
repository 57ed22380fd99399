import type { Words } from '@repere/cases';

/** Why data are handled, as the record has it. */
export const PURPOSE_WORDS = {
  care: { fr: 'accompagnement de l’enfant', en: 'care for the child' },
  supervision: { fr: 'encadrement', en: 'supervision' },
  audit: { fr: 'audit', en: 'audit' },
  administration: { fr: 'administration', en: 'administration' },
  access: { fr: 'accès', en: 'access' },
  training: { fr: 'formation', en: 'training' },
  maintenance: { fr: 'entretien', en: 'maintenance' },
} satisfies Readonly<Record<string, Words>>;

export type Purpose = keyof typeof PURPOSE_WORDS;

const isPurpose = (name: string): name is Purpose => Object.hasOwn(PURPOSE_WORDS, name);

/** What for, in words; a purpose that an earlier version recorded is given as it stands. */
export const purposeWords = (purpose: string): Words =>
  isPurpose(purpose) ? PURPOSE_WORDS[purpose] : { fr: purpose, en: purpose };
