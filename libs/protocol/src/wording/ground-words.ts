import type { Text } from '@repere/feel';
import type { DeadlineOrigin } from '../documents/document';
import type { Confidence } from '../load/load-sources';

/** How a fact is known, on screen and on paper. */
export const CONFIDENCE_WORDS = {
  A: { fr: 'lu sur un site officiel', en: 'read on an official site' },
  B: { fr: 'texte lu sur un miroir', en: 'text read on a mirror' },
  C: { fr: 'source secondaire', en: 'secondary source' },
  U: { fr: 'non vérifié', en: 'unverified' },
} as const satisfies Readonly<Record<Confidence, Text>>;

/** What a deadline stands on, as its tag says it. */
export const ORIGIN_WORDS = {
  LEGAL: { fr: 'LÉGAL', en: 'LEGAL' },
  REPORT: { fr: 'RAPPORT', en: 'REPORT' },
  MEDICAL: { fr: 'MÉDICAL', en: 'MEDICAL' },
  TOOL: { fr: 'OUTIL', en: 'TOOL' },
} as const satisfies Readonly<Record<DeadlineOrigin, Text>>;
