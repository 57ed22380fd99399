import type { Words } from '@repere/contract';
import type { Language } from '@repere/ui';
import type { FieldProblem } from '@repere/ui/feedback';
import type { Mistake } from './step-mistakes';

interface Titled {
  readonly id: string;
  readonly title: Words;
}

/** Mistakes in fields that come from a protocol, as every form shows them: in the summary, and at their fields. */
export const formatMistakes = (
  mistakes: readonly Mistake[],
  fields: readonly Titled[],
  language: Language,
): readonly FieldProblem[] =>
  mistakes.map(({ fieldId, key, of }) => ({
    fieldId,
    text: leadByTitle(language.t(key), of, fields, language),
  }));

/** In front of the words, the title of the field that they are about. */
export function leadByTitle(
  words: string,
  id: string | undefined,
  fields: readonly Titled[],
  { t, localize }: Language,
): string {
  const field = fields.find((it) => it.id === id || it.id.endsWith(`.${id ?? ''}`));
  return field ? t('step.mistake.of', { title: localize(field.title), words }) : words;
}
