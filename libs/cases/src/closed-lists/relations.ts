import type { GrantedRelation } from '@repere/access';
import type { Words } from '../words';

/** Why only a circle sees a case. */
export const RESTRICTION_REASONS = ['colleague', 'press', 'threat', 'other'] as const;
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number];

/** Relations that somebody grants; the others come of themselves. */
export type GivenRelation = Exclude<GrantedRelation, 'assigned' | 'break-glass'>;

/** Why a case is opened in an emergency. */
export const BREAK_GLASS_REASONS = [
  'child-present',
  'immediate-danger',
  'missing-child',
  'authority-request',
  'other',
] as const;
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

/** What each reason is called, on screen and on paper. */
export const BREAK_GLASS_REASON_WORDS: Readonly<Record<BreakGlassReason, Words>> = {
  'child-present': { fr: 'l’enfant est là', en: 'the child is here' },
  'immediate-danger': { fr: 'danger immédiat', en: 'immediate danger' },
  'missing-child': { fr: 'enfant disparu', en: 'missing child' },
  'authority-request': { fr: 'demande d’une autorité', en: 'request of an authority' },
  other: { fr: 'autre raison', en: 'another reason' },
};

/** What a supervisor says of it afterwards. */
export const BREAK_GLASS_VERDICTS = ['justified', 'not-justified'] as const;
export type BreakGlassVerdict = (typeof BREAK_GLASS_VERDICTS)[number];

export const BREAK_GLASS_VERDICT_WORDS: Readonly<Record<BreakGlassVerdict, Words>> = {
  justified: { fr: 'justifié', en: 'justified' },
  'not-justified': { fr: 'pas justifié', en: 'not justified' },
};
