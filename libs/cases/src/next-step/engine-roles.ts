import type { AccountRole } from '@repere/access';
import type { Role } from '@repere/protocol';

/** What an account's role is in the protocols. An ASE referent is a social worker as well. */
const ROLES_OF: Readonly<Record<AccountRole, readonly Role[]>> = {
  caseworker: ['TS'],
  'ase-referent': ['REF', 'TS'],
  assessor: ['EVAL'],
  supervisor: ['SUP'],
  auditor: ['AUD'],
  trainer: [],
  'protocol-editor': [],
  administrator: [],
  partner: [],
};

/** Roles in the protocols of somebody with these accounts' roles, each once. */
export const engineRoles = (roles: readonly AccountRole[]): readonly Role[] => [
  ...new Set(roles.flatMap((role) => ROLES_OF[role])),
];
