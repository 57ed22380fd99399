import type { GrantedRelation } from '@repere/access';
import type { Words } from '../words';

/** Why only a circle sees a case. */
export const RESTRICTION_REASONS = ['colleague', 'press', 'threat', 'other'] as const;
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number];

/** Relations that somebody grants to a person by name, one at a time; a referral is one of several, and has an id of its own. */
export type GivenRelation = Exclude<GrantedRelation, 'assigned' | 'partner' | 'break-glass'>;

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

/** Why somebody who is asked to lead a case says no. */
export const LEAD_REFUSALS = ['too-many', 'away-soon', 'better-placed', 'not-trained', 'other'] as const;
export type LeadRefusal = (typeof LEAD_REFUSALS)[number];

export const LEAD_REFUSAL_WORDS: Readonly<Record<LeadRefusal, Words>> = {
  'too-many': { fr: 'trop de dossiers en ce moment', en: 'too many cases at the moment' },
  'away-soon': { fr: 'bientôt absent·e', en: 'away soon' },
  'better-placed': {
    fr: 'quelqu’un d’autre convient mieux à l’enfant',
    en: 'somebody else suits the child better',
  },
  'not-trained': { fr: 'pas formé·e à cette situation', en: 'not trained for this situation' },
  other: { fr: 'autre raison', en: 'another reason' },
};

/** Why a supervisor names the lead at once, without their word. */
export const LEAD_AT_ONCE_REASONS = ['gone', 'away', 'conflict', 'danger'] as const;
export type LeadAtOnceReason = (typeof LEAD_AT_ONCE_REASONS)[number];

export const LEAD_AT_ONCE_WORDS: Readonly<Record<LeadAtOnceReason, Words>> = {
  gone: {
    fr: 'personne ne pilote, ou qui pilotait n’est plus là',
    en: 'nobody leads, or who led is here no more',
  },
  away: { fr: 'qui pilote est en congé', en: 'who leads is on leave' },
  conflict: {
    fr: 'qui pilote a déclaré un conflit d’intérêts',
    en: 'who leads declared a conflict of interest',
  },
  danger: { fr: 'l’enfant ne peut pas attendre une réponse', en: 'the child can’t wait for an answer' },
};

/** What a supervisor says of it afterwards. */
export const BREAK_GLASS_VERDICTS = ['justified', 'not-justified'] as const;
export type BreakGlassVerdict = (typeof BREAK_GLASS_VERDICTS)[number];

export const BREAK_GLASS_VERDICT_WORDS: Readonly<Record<BreakGlassVerdict, Words>> = {
  justified: { fr: 'justifié', en: 'justified' },
  'not-justified': { fr: 'pas justifié', en: 'not justified' },
};
