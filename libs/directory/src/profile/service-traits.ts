import type { Words } from './words';

/** What a service has or has not; where nobody said so, it is not known. */
export const TRAIT_WORDS = {
  'cultural-mediation': { fr: 'Médiation culturelle', en: 'Cultural mediation' },
  'recording-room': { fr: 'Salle d’enregistrement', en: 'Recording room' },
  'secret-address': { fr: 'Adresse secrète', en: 'Secret address' },
  'night-staff': { fr: 'Adulte présent la nuit', en: 'Staff at night' },
  'without-papers': { fr: 'Accueille sans papiers', en: 'Accepts without papers' },
  'exploitation-expertise': {
    fr: 'Connaît l’exploitation sexuelle des mineurs',
    en: 'Expertise in sexual exploitation of children',
  },
  'forensic-without-complaint': {
    fr: 'Examen médico-légal sans plainte',
    en: 'Forensic examination without complaint',
  },
  'specialised-posts': { fr: 'Postes spécialisés', en: 'Specialised posts' },
} as const satisfies Readonly<Record<string, Words>>;

export type ServiceTrait = keyof typeof TRAIT_WORDS;
export const SERVICE_TRAITS = Object.keys(TRAIT_WORDS) as readonly ServiceTrait[];
