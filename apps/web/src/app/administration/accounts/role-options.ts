import { ACCOUNT_ROLES } from '@repere/access';
import type { Language } from '@repere/ui';
import type { Option } from '@repere/ui/choice';

/** Roles to choose from. */
export const roleOptions = ({ t }: Pick<Language, 't'>): readonly Option[] =>
  ACCOUNT_ROLES.map((code) => ({ code, label: t(`access.role.${code}`) }));
