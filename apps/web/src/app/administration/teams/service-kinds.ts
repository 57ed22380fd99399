import { SERVICE_KINDS, type ServiceKind } from '@repere/cases';
import type { Language } from '@repere/ui';

/** What a service may be, for a select. */
export const kindOptions = (t: Language['t']): readonly { code: string; label: string }[] =>
  SERVICE_KINDS.map((code) => ({ code, label: t(`administration.teams.kind.${code}`) }));

/** What was chosen; nothing chosen says nothing. */
export const kindOf = (chosen: string | null): ServiceKind =>
  SERVICE_KINDS.find((code) => code === chosen) ?? 'unknown';
