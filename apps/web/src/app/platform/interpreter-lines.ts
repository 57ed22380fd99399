import type { OnCallContact } from '@repere/contract';
import type { Language } from '@repere/ui';

/** What is to be known of an interpreter before calling: languages, who they are, whether it can be done by telephone. */
export const interpreterLines = (
  { languages, sexes, byTelephone }: Pick<OnCallContact, 'languages' | 'sexes' | 'byTelephone'>,
  t: Language['t'],
): readonly string[] => [
  ...(languages.length > 0 ? [t('step.calls.languages', { languages: languages.join(', ') })] : []),
  ...sexes.map((sex) => t(`step.calls.sex.${sex}`)),
  ...(byTelephone ? [t('step.calls.by-telephone')] : []),
];
