import type { ServiceTrait } from './service-traits';
import type { Words } from './words';

/** A need that a service can serve, and what makes a service better for it. */
interface NeedDefinition {
  readonly title: Words;
  /** A bed: free places and hours decide. */
  readonly isBed: boolean;
  /** Whether hours decide: a service that is closed then can't help. */
  readonly isAtOnce: boolean;
  /** What counts beside: the more of these, the further up; none of them shuts out. */
  readonly wants: readonly ServiceTrait[];
}

const ALWAYS = ['exploitation-expertise', 'without-papers'] as const;

export const NEEDS = {
  'bed-tonight': {
    title: { fr: 'Une place cette nuit', en: 'A place tonight' },
    ...{ isBed: true, isAtOnce: true },
    wants: ['night-staff', 'secret-address', ...ALWAYS],
  },
  'lasting-place': {
    title: { fr: 'Un lieu d’accueil durable', en: 'A lasting place' },
    ...{ isBed: true, isAtOnce: false },
    wants: ['night-staff', 'secret-address', 'cultural-mediation', ...ALWAYS],
  },
  'urgent-medicine': {
    title: { fr: 'Des soins sans attendre', en: 'Health care at once' },
    ...{ isBed: false, isAtOnce: true },
    wants: ['forensic-without-complaint', ...ALWAYS],
  },
  'forensic-examination': {
    title: { fr: 'Un examen médico-légal', en: 'A forensic examination' },
    ...{ isBed: false, isAtOnce: true },
    wants: ['forensic-without-complaint', 'exploitation-expertise'],
  },
  'sexual-medicine': {
    title: { fr: 'Santé sexuelle, dépistage', en: 'Sexual health, testing' },
    ...{ isBed: false, isAtOnce: false },
    wants: ALWAYS,
  },
  'psychological-support': {
    title: { fr: 'Un soutien psychologique', en: 'Psychological support' },
    ...{ isBed: false, isAtOnce: false },
    wants: ['specialised-posts', 'cultural-mediation', 'exploitation-expertise'],
  },
  'addiction-support': {
    title: { fr: 'Une aide sur les consommations', en: 'Help with substances' },
    ...{ isBed: false, isAtOnce: false },
    wants: ALWAYS,
  },
  'recorded-room': {
    title: { fr: 'Une salle pour être entendu·e', en: 'A room to be heard in' },
    ...{ isBed: false, isAtOnce: false },
    wants: ['recording-room', 'specialised-posts'],
  },
  'legal-help': {
    title: { fr: 'Un avocat, une aide juridique', en: 'A lawyer, legal help' },
    ...{ isBed: false, isAtOnce: false },
    wants: ALWAYS,
  },
  'interpreter-help': {
    title: { fr: 'Un interprète', en: 'An interpreter' },
    ...{ isBed: false, isAtOnce: false },
    wants: ['cultural-mediation'],
  },
  'school-or-training': {
    title: { fr: 'Une école, une formation', en: 'School or training' },
    ...{ isBed: false, isAtOnce: false },
    wants: ['without-papers'],
  },
  'street-presence': {
    title: { fr: 'Aller vers l’enfant', en: 'Going to where the child is' },
    ...{ isBed: false, isAtOnce: false },
    wants: ALWAYS,
  },
} as const satisfies Readonly<Record<string, NeedDefinition>>;

export type ServiceNeed = keyof typeof NEEDS;
export const SERVICE_NEEDS = Object.keys(NEEDS) as readonly ServiceNeed[];
export const needDefinition = (need: ServiceNeed): NeedDefinition => NEEDS[need];
