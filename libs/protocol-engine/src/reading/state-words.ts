import type { StepState } from '../case/contract';
import type { Text } from '../value';

/** The state of a step in a sentence: the five words of the screen, told apart where it matters to a reader of proofs. */
export const STATE_WORDS: Readonly<Record<StepState, Text>> = {
  'not-applicable': { fr: "ne s'applique pas", en: 'does not apply' },
  waiting: { fr: 'pas encore possible', en: 'not yet possible' },
  blocked: { fr: 'pas encore possible', en: 'not yet possible' },
  'not-yet': { fr: 'pas encore possible', en: 'not yet possible' },
  ready: { fr: 'à faire', en: 'to do' },
  'to-confirm': { fr: 'à confirmer', en: 'to be confirmed' },
  'awaiting-approval': { fr: 'en attente de validation', en: 'awaiting approval' },
  'done-to-approve': { fr: 'fait, à valider', en: 'done, to be approved' },
  done: { fr: 'fait', en: 'done' },
  waived: { fr: 'écarté', en: 'waived' },
};
