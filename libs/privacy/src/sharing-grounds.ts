import type { Words } from '@repere/cases';

/** On which ground something of a case was told to somebody outside the team. */
export const SHARING_GROUNDS = [
  'shared-secret',
  'authority',
  'emergency',
  'agreed',
  'referrer',
  'access-request',
  'other',
] as const;
export type SharingGround = (typeof SHARING_GROUNDS)[number];

const WORDS: Readonly<Record<SharingGround, Words>> = {
  'shared-secret': {
    fr: 'Secret partagé entre personnes tenues au secret, pour protéger l’enfant (CASF L226-2-2)',
    en: 'Shared among persons bound by secrecy, to protect the child (CASF L226-2-2)',
  },
  authority: {
    fr: 'Signalement ou information préoccupante : procureur, CRIP, juge (code pénal 226-14)',
    en: 'Report or worrying information: prosecutor, CRIP, judge (Penal Code 226-14)',
  },
  emergency: {
    fr: 'Péril grave et imminent : secours, police (code pénal 223-6)',
    en: 'Grave and imminent danger: emergency services, police (Penal Code 223-6)',
  },
  agreed: {
    fr: 'L’enfant, ou qui le représente, l’a demandé ou accepté',
    en: 'The child, or who represents them, asked for it or agreed',
  },
  referrer: {
    fr: 'Suites données à qui nous avait alertés (CASF L226-5)',
    en: 'What followed, told to who had alerted us (CASF L226-5)',
  },
  'access-request': {
    fr: 'Droit d’accès : remis à la personne concernée',
    en: 'Right of access: handed to the person concerned',
  },
  other: { fr: 'Autre motif, expliqué', en: 'Another ground, explained' },
};

export const sharingGroundWords = (ground: SharingGround): Words => WORDS[ground];
