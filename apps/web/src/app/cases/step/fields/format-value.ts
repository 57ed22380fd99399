import type { FieldView } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { FIELD_KINDS, type Speaker, withNote } from './field-kinds';
import { isAnswer } from './typed-field';

/** A value in the words of its field. */
export function formatValue(field: FieldView, value: FactValue, language: Speaker): string {
  if (isAnswer(value)) return withNote(language.t(`ui.answer.${value.answer}`), value.note);
  return FIELD_KINDS[field.type].formatValue(field, value, language);
}
