/** Roles of accounts. A person may hold several. */
export const ACCOUNT_ROLES = [
  'caseworker',
  'ase-referent',
  'assessor',
  'supervisor',
  'auditor',
  'trainer',
  'protocol-editor',
  'administrator',
  'partner',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Roles that a learner may ask for in a training space: those who work on a case. */
export const LEARNER_ROLES = [
  'caseworker',
  'ase-referent',
  'assessor',
  'supervisor',
] as const satisfies readonly AccountRole[];
export type LearnerRole = (typeof LEARNER_ROLES)[number];
