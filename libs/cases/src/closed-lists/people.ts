/** What somebody around the child is to them. */
export const PERSON_RELATIONS = [
  'mother',
  'father',
  'parent',
  'step_parent',
  'guardian',
  'sibling',
  'relative',
  'friend',
  'neighbour',
  'partner',
  'exploiter',
  'professional',
  'other',
] as const;
export type PersonRelation = (typeof PERSON_RELATIONS)[number];

/** Codes of `adults.role`, and that it is not known. */
export const PERSON_ROLES = ['protective', 'overwhelmed', 'unaware', 'implicated', 'unknown'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
