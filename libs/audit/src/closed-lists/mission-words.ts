import type { BothLanguages } from '../bundle/bundle-format';
import type { CheckAnswer, FindingOutcome, FindingSeverity, MissionState } from './mission-lists';
import type { RiskKind } from '../sampling/score-risk';

/** In small letters, as other words of a mission are: they stand within a line of its report. */
export const MISSION_STATE_WORDS = {
  draft: { fr: 'en préparation', en: 'being planned' },
  open: { fr: 'ouverte', en: 'open' },
  closed: { fr: 'close', en: 'closed' },
} as const satisfies Readonly<Record<MissionState, BothLanguages>>;

export const CHECK_ANSWER_WORDS = {
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  unknown: { fr: 'Ne sait pas', en: 'Unknown' },
  'not-applicable': { fr: 'Sans objet', en: 'Not applicable' },
} as const satisfies Readonly<Record<CheckAnswer, BothLanguages>>;

export const FINDING_SEVERITY_WORDS = {
  minor: { fr: 'mineur', en: 'minor' },
  serious: { fr: 'sérieux', en: 'serious' },
  critical: { fr: 'critique', en: 'critical' },
} as const satisfies Readonly<Record<FindingSeverity, BothLanguages>>;

export const FINDING_OUTCOME_WORDS = {
  settled: { fr: 'réglé', en: 'settled' },
  'not-upheld': { fr: 'non retenu', en: 'not upheld' },
} as const satisfies Readonly<Record<FindingOutcome, BothLanguages>>;

export const RISK_WORDS = {
  lateLegal: { fr: 'échéances légales dépassées', en: 'missed deadlines of the law' },
  rightsIncidents: { fr: 'atteintes aux droits', en: 'rights incidents' },
  unprotected: {
    fr: 'signes ou danger sans acte protecteur',
    en: 'signs or danger without a protective act',
  },
  notReferred: { fr: 'décision de ne pas saisir', en: 'decision to refer to nobody' },
  waived: { fr: 'étapes écartées', en: 'waived steps' },
  amended: { fr: 'réponses corrigées après coup', en: 'answers corrected afterwards' },
} as const satisfies Readonly<Record<RiskKind, BothLanguages>>;
