import { ACCOUNT_ROLES } from '@repere/access';
import type { Language, Option } from '@repere/ui';

/** Roles to choose from. */
export const roleOptions = ({ t }: Pick<Language, 't'>): readonly Option[] =>
  ACCOUNT_ROLES.map((code) => ({ code, label: t(`access.role.${code}`) }));
