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
