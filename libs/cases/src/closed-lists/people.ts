import type { Words } from '../words';

/** What somebody around the child is to them. */
export const PERSON_RELATIONS = [
  'mother',
  'father',
  'parent',
  'step_parent',
  'guardian',
  'sibling',
  'relative',
  'friend',
  'neighbour',
  'partner',
  'exploiter',
  'professional',
  'other',
] as const;
export type PersonRelation = (typeof PERSON_RELATIONS)[number];

/** Codes of `adults.role`, and that it is not known. */
export const PERSON_ROLES = ['protective', 'overwhelmed', 'unaware', 'implicated', 'unknown'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const PERSON_RELATION_WORDS: Readonly<Record<PersonRelation, Words>> = {
  mother: { fr: 'mère', en: 'mother' },
  father: { fr: 'père', en: 'father' },
  parent: { fr: 'père ou mère', en: 'mother or father' },
  step_parent: { fr: 'beau-parent', en: 'step-parent' },
  sibling: { fr: 'frère ou sœur', en: 'sibling' },
  relative: { fr: 'autre membre de la famille', en: 'other relative' },
  friend: { fr: 'ami·e', en: 'friend' },
  neighbour: { fr: 'voisin·e', en: 'neighbour' },
  partner: { fr: 'partenaire', en: 'partner' },
  exploiter: { fr: 'exploiteur ou recruteur', en: 'exploiter or recruiter' },
  professional: { fr: 'professionnel', en: 'professional' },
  guardian: { fr: 'tuteur ou tutrice', en: 'guardian' },
  other: { fr: 'autre', en: 'other' },
};

export const PERSON_ROLE_WORDS: Readonly<Record<PersonRole, Words>> = {
  protective: { fr: 'protège l’enfant', en: 'protects the child' },
  overwhelmed: { fr: 'dépassé·e', en: 'overwhelmed' },
  unaware: { fr: 'ignore les faits', en: 'unaware of the facts' },
  implicated: { fr: 'impliqué·e', en: 'implicated' },
  unknown: { fr: 'pas encore connu', en: 'not known yet' },
};

/** What is known of a person beside that: nobody is asked, so that nobody refuses. */
export const PERSON_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type PersonAnswer = (typeof PERSON_ANSWERS)[number];

export const GENDERS = ['girl', 'boy', 'other', 'unknown'] as const;
export type Gender = (typeof GENDERS)[number];

export const GENDER_WORDS: Readonly<Record<Gender, Words>> = {
  girl: { fr: 'fille', en: 'girl' },
  boy: { fr: 'garçon', en: 'boy' },
  other: { fr: 'autre', en: 'other' },
  unknown: { fr: 'pas encore connu', en: 'not known yet' },
};

/** G16: parts of how the child may safely be reached, each as it stands under the title of that. */
export const SAFE_CONTACT_PARTS = ['how', 'hours', 'codeWord', 'mayBeLeft', 'whoElseReads'] as const;
export type SafeContactPart = (typeof SAFE_CONTACT_PARTS)[number];

export const SAFE_CONTACT_WORDS: Readonly<Record<SafeContactPart, Words>> = {
  how: { fr: 'Comment', en: 'How' },
  hours: { fr: 'À quelles heures', en: 'At what hours' },
  codeWord: { fr: 'Mot convenu', en: 'Agreed word' },
  mayBeLeft: { fr: 'Ce qu’on peut laisser', en: 'What may be left' },
  whoElseReads: { fr: 'Qui d’autre lit ce téléphone', en: 'Who else reads this phone' },
};
