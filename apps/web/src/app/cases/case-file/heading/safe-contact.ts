import type { CaseFile } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import type { Language } from '@repere/ui';

export interface SafeContactWords {
  readonly isKnown: boolean;
  readonly words: string;
  readonly lines: readonly { readonly label: string; readonly said: string }[];
}

const PARTS = ['how', 'hours', 'codeWord', 'mayBeLeft', 'whoElseReads'] as const;

/** How the child may safely be reached. G16: not known to be safe is not safe. */
export function safeContactOf({ child }: Pick<CaseFile, 'child'>, t: Language['t']): SafeContactWords {
  const contact = isRedacted(child) ? child : child.safeContact;
  if (contact && isRedacted(contact)) return { isKnown: false, words: t('case.contact.redacted'), lines: [] };
  const lines = PARTS.flatMap((key) => {
    const said = contact?.[key];
    return said ? [{ label: t(`case.contact.${key}`), said }] : [];
  });
  return {
    isKnown: lines.length > 0,
    words: t(`case.contact.${lines.length ? 'known' : 'none'}`),
    lines,
  };
}
