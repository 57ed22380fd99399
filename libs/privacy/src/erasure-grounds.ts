import type { Words } from '@repere/cases';

/** Why a case may be erased: a closed list, since the record keeps it for ever. */
export const ERASURE_GROUNDS = ['period-ended', 'ordered', 'opened-in-error'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

const WORDS: Readonly<Record<ErasureGround, Words>> = {
  'period-ended': {
    fr: 'La durée de conservation est écoulée',
    en: 'The period of retention has ended',
  },
  ordered: {
    fr: 'Une décision l’impose, ou une demande d’effacement a été acceptée',
    en: 'A decision orders it, or a request for erasure was accepted',
  },
  'opened-in-error': {
    fr: 'Le dossier a été ouvert par erreur, ou en double',
    en: 'The case was opened in error, or twice',
  },
};

export const erasureGroundWords = (ground: ErasureGround): Words => WORDS[ground];
