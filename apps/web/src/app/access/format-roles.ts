import type { AccountRole } from '@repere/access';
import type { Language } from '@repere/ui';

/** What somebody is here, in words: one role after the other. Empty of who has none. */
export const formatRoles = (roles: readonly AccountRole[], t: Language['t']): string =>
  roles.map((role) => t(`access.role.${role}`)).join(', ');
