import type { AccountRole } from '@repere/access';
import { engineRoles } from '@repere/cases';

/** Whether an act that is for these roles can be the reader's own: a judge's never is. The API has the last word. */
export function mayBeOwnAct(
  participants: readonly string[],
  roles: readonly AccountRole[] | undefined,
): boolean {
  return !participants.length || !roles || engineRoles(roles).some((own) => participants.includes(own));
}
