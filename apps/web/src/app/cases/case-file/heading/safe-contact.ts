import type { CaseFile } from '@repere/contract';
import { isRedacted, SAFE_CONTACT_PARTS, SAFE_CONTACT_WORDS } from '@repere/cases';
import type { Language } from '@repere/ui';

export interface SafeContactWords {
  readonly isKnown: boolean;
  readonly words: string;
  readonly lines: readonly { readonly label: string; readonly said: string }[];
}

/** How the child may safely be reached. G16: not known to be safe is not safe. */
export function safeContactOf(
  { child }: Pick<CaseFile, 'child'>,
  { t, localize }: Pick<Language, 't' | 'localize'>,
): SafeContactWords {
  const contact = isRedacted(child) ? child : child.safeContact;
  if (contact && isRedacted(contact)) return { isKnown: false, words: t('case.contact.redacted'), lines: [] };
  const lines = SAFE_CONTACT_PARTS.flatMap((key) => {
    const said = contact?.[key];
    return said ? [{ label: localize(SAFE_CONTACT_WORDS[key]), said }] : [];
  });
  return {
    isKnown: lines.length > 0,
    words: t(`case.contact.${lines.length ? 'known' : 'none'}`),
    lines,
  };
}
