import type { Words } from '@repere/cases';

/** The event from which a period runs. `majority`: the latest day on which the child may turn 18. */
export type RetentionStart = 'closure' | 'majority' | 'written' | 'never';

/**
 * How long something is kept, and who says so. A rule without a period, or that nobody has checked, erases nothing.
 */
export interface RetentionRule {
  readonly id: string;
  readonly what: Words;
  readonly from: RetentionStart;
  readonly fromWords: Words;
  /** `null`: no figure is known. */
  readonly months: number | null;
  readonly days?: number;
  /** `TOOL`: our own choice, without legal force. */
  readonly origin: 'LEGAL' | 'TOOL';
  readonly source: Words;
  /** As docs/domain.md grades its facts: A read on an official site … U from memory. */
  readonly confidence: 'A' | 'B' | 'C' | 'U';
  /** `unverified`: no lawyer has confirmed it. */
  readonly status: 'verified' | 'unverified';
  /** `by-itself` only what is no content of a case. */
  readonly ends: 'two-persons' | 'by-itself' | 'never';
}

const CNIL: Words = {
  fr: 'Référentiel de la CNIL sur la protection de l’enfance (délibération du 20 janvier 2022) ; ses durées restent à lire et à faire vérifier par un juriste.',
  en: 'CNIL reference framework for child protection (20 January 2022); its periods are still to be read, and checked by a lawyer.',
};

/** The rules, in the order in which they are read. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    id: 'case-after-closure',
    what: {
      fr: 'Le dossier d’un enfant : identité, entourage, journal, décisions, partages',
      en: 'A child’s case: identity, people around, journal, decisions, sharing',
    },
    from: 'closure',
    fromWords: {
      fr: 'depuis la clôture, décidée à deux et non rouverte',
      en: 'since its closure, decided by two and not reopened',
    },
    months: null,
    origin: 'LEGAL',
    source: CNIL,
    confidence: 'U',
    status: 'unverified',
    ends: 'two-persons',
  },
  {
    id: 'case-after-majority',
    what: {
      fr: 'Le même dossier, tant que l’enfant devenu adulte peut demander son histoire',
      en: 'The same case, as long as the child, grown up, may ask for their history',
    },
    from: 'majority',
    fromWords: {
      fr: 'depuis les 18 ans, au plus tard ; naissance inconnue : jamais sans décision',
      en: 'since the 18th birthday, at the latest; birth unknown: never without a decision',
    },
    months: null,
    origin: 'LEGAL',
    source: {
      fr: 'Aucun texte lu. La prescription et l’accès aux origines sont à faire vérifier par un juriste.',
      en: 'No text read. Limitation periods and access to one’s origins are to be checked by a lawyer.',
    },
    confidence: 'U',
    status: 'unverified',
    ends: 'two-persons',
  },
  {
    id: 'public-archives',
    what: {
      fr: 'Versement ou élimination aux archives publiques, avant tout effacement',
      en: 'Transfer to, or leave from, the public archives before anything is erased',
    },
    from: 'closure',
    fromWords: { fr: 'avant l’effacement', en: 'before erasure' },
    months: null,
    origin: 'LEGAL',
    source: {
      fr: 'Aucun texte lu : demandez aux archives départementales si leur visa est nécessaire.',
      en: 'No text read: ask the archives of the département whether their leave is needed.',
    },
    confidence: 'U',
    status: 'unverified',
    ends: 'never',
  },
  {
    id: 'record',
    what: {
      fr: 'Le registre : qui a fait ou vu quoi, sans nom ni contenu',
      en: 'The record: who did or saw what, without name or content',
    },
    from: 'never',
    fromWords: { fr: 'n’est jamais effacé', en: 'is never erased' },
    months: null,
    origin: 'TOOL',
    source: {
      fr: 'Choix de Repère : un registre dont on retire une ligne ne prouve plus rien. L’effacement d’un dossier détruit la clé et le lien.',
      en: 'Repère’s choice: a record from which one line is taken proves nothing. Erasing a case destroys the key and the link.',
    },
    confidence: 'U',
    status: 'unverified',
    ends: 'never',
  },
  {
    id: 'evidence-file',
    what: { fr: 'Un dossier de preuve préparé, chiffré', en: 'Evidence that was made, encrypted' },
    from: 'written',
    fromWords: { fr: 'depuis qu’il est prêt', en: 'since it was ready' },
    months: null,
    days: 7,
    origin: 'TOOL',
    source: { fr: 'Choix de Repère : il peut être refait.', en: 'Repère’s choice: it can be made again.' },
    confidence: 'U',
    status: 'unverified',
    ends: 'by-itself',
  },
];

/** Rules after which a case may be erased; every one with a period in force must have ended. */
export const CASE_RULES = ['case-after-closure', 'case-after-majority'] as const;
export type CaseRule = (typeof CASE_RULES)[number];

/** The rule, or `undefined`. */
export const retentionRule = (id: string): RetentionRule | undefined =>
  RETENTION_RULES.find((rule) => rule.id === id);
