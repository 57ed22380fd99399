import type { Words } from './words';

/** What a service is (domain 3.12). On-call contacts are numbers of a night; these are places with people. */
export const SERVICE_KINDS_WORDS = {
  crip: { fr: 'CRIP', en: 'CRIP (worrying information unit)' },
  ase: { fr: 'ASE', en: 'ASE (child welfare)' },
  uaped: { fr: 'UAPED', en: 'UAPED (paediatric unit for children in danger)' },
  umj: { fr: 'UMJ', en: 'UMJ (forensic unit)' },
  'police-unit': { fr: 'Police ou gendarmerie', en: 'Police or gendarmerie' },
  court: { fr: 'Tribunal', en: 'Court' },
  'duty-prosecution': { fr: 'Parquet', en: 'Prosecution service' },
  pjj: { fr: 'PJJ', en: 'PJJ (judicial youth protection)' },
  ngo: { fr: 'Association', en: 'Association' },
  'young-shelter': { fr: 'Foyer ou accueil d’urgence', en: 'Home or emergency shelter' },
  'remote-shelter': { fr: 'Lieu d’accueil éloigné', en: 'Remote shelter' },
  'foster-service': { fr: 'Placement familial', en: 'Foster care service' },
  psychotherapy: { fr: 'Soin psychologique', en: 'Psychological care' },
  'legal-aid': { fr: 'Aide juridique, avocats', en: 'Legal aid, lawyers' },
  'interpreting-service': { fr: 'Interprètes', en: 'Interpreters' },
  'street-outreach': { fr: 'Maraude', en: 'Outreach' },
  'street-educators': { fr: 'Éducateurs de rue', en: 'Street educators' },
  'employer-programme': { fr: 'Programme d’employeurs', en: 'Employer programme' },
  'cross-border': { fr: 'Contact transfrontalier', en: 'Cross-border contact' },
  cegidd: { fr: 'CeGIDD', en: 'CeGIDD (free testing centre)' },
  'sexual-health-centre': { fr: 'Centre de santé sexuelle', en: 'Sexual health centre' },
  csapa: { fr: 'CSAPA ou CJC', en: 'CSAPA or CJC (addiction)' },
  'adolescent-centre': { fr: 'Maison des adolescents', en: 'Adolescents’ centre' },
  pmi: { fr: 'PMI', en: 'PMI (mother and child health)' },
  mdph: { fr: 'MDPH', en: 'MDPH (disability)' },
  'school-nurse': { fr: 'Infirmerie scolaire', en: 'School nurse' },
  'france-victimes': { fr: 'France Victimes', en: 'France Victimes' },
  'national-line': { fr: 'Office ou ligne nationale', en: 'National office or line' },
} as const satisfies Readonly<Record<string, Words>>;

export type DirectoryKind = keyof typeof SERVICE_KINDS_WORDS;
export const DIRECTORY_KINDS = Object.keys(SERVICE_KINDS_WORDS) as readonly DirectoryKind[];
