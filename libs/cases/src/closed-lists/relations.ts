import type { GrantedRelation } from '@repere/access';

/** Why only a circle sees a case. */
export type RestrictionReason = 'colleague' | 'press' | 'threat' | 'other';

/** Ties that somebody gives; the others come of themselves. */
export type GivenRelation = Exclude<GrantedRelation, 'assigned' | 'break-glass'>;

/** Why a case is opened in an emergency. */
export type BreakGlassReason =
  'child-present' | 'immediate-danger' | 'missing-child' | 'authority-request' | 'other';
