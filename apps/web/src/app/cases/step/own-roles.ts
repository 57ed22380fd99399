import type { AccountRole } from '@repere/access';

/** What an account's role is in the protocols; the API has the last word. An ASE referent is a social worker as well. */
const ROLES_OF: Readonly<Record<AccountRole, readonly string[]>> = {
  caseworker: ['TS'],
  'ase-referent': ['REF', 'TS'],
  assessor: ['EVAL'],
  supervisor: ['SUP'],
  auditor: ['AUD'],
  trainer: [],
  'protocol-editor': [],
  administrator: [],
};

/** Whether an act that is for these roles can be the reader's own: a judge's never is. */
export function mayBeOwnAct(
  participants: readonly string[],
  roles: readonly AccountRole[] | undefined,
): boolean {
  if (!participants.length || !roles) return true;
  return roles.some((role) => ROLES_OF[role].some((own) => participants.includes(own)));
}
