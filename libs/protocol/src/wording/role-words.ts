import type { Role } from '../documents/document';
import type { Text } from '@repere/feel';

/** What each role is called on screen and on paper. */
export const ROLE_WORDS: Readonly<Record<Role, Text>> = {
  TS: { fr: 'Travailleur social', en: 'Caseworker' },
  REF: { fr: 'Référent ASE', en: 'ASE referent' },
  CRIP: { fr: 'CRIP', en: 'CRIP (worrying information unit)' },
  EVAL: { fr: 'Évaluateur', en: 'Assessor' },
  MED: { fr: 'Médecin', en: 'Doctor' },
  PSY: { fr: 'Psychologue', en: 'Psychologist' },
  INT: { fr: 'Interprète', en: 'Interpreter' },
  LOG: { fr: 'Hébergement', en: 'Accommodation' },
  ONG: { fr: 'Association', en: 'Association' },
  SUP: { fr: 'Responsable', en: 'Supervisor' },
  AUD: { fr: 'Auditeur', en: 'Auditor' },
  OPJ: { fr: 'Enquêteur (OPJ)', en: 'Investigator (OPJ)' },
  PROC: { fr: 'Procureur', en: 'Prosecutor' },
  JE: { fr: 'Juge des enfants', en: "Children's judge" },
  JI: { fr: "Juge d'instruction", en: 'Investigating judge' },
  AAH: { fr: 'Administrateur ad hoc', en: 'Ad hoc administrator (AAH)' },
  AVO: { fr: 'Avocat', en: 'Lawyer' },
  PREF: { fr: 'Préfecture', en: 'Prefecture' },
};

/** The same of a role that comes as a plain code; one that isn't known stays as it is written. */
export function roleWords(code: string): Text {
  const words: Readonly<Record<string, Text>> = ROLE_WORDS;
  return words[code] ?? { fr: code, en: code };
}
