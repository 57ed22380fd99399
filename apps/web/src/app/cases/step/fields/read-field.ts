import type { FieldView } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { FIELD_KINDS } from './field-kinds';
import { type FieldReading, isAnswer, NOTHING_TYPED, type TypedField } from './typed-field';

/** What a typed field means. */
export function readField(field: FieldView, typed: TypedField): FieldReading {
  const kind = FIELD_KINDS[field.type];
  if (typed.nonAnswer && kind.offersNone) return { ok: true, value: { answer: typed.nonAnswer } };
  return kind.readTyped(field, typed);
}

/** The field filled in with a value that is known. */
export function typeValue(field: FieldView, value: FactValue): TypedField {
  const kind = FIELD_KINDS[field.type];
  if (!isAnswer(value)) return { ...NOTHING_TYPED, ...kind.type(value) };
  if (kind.typeAnswer) return { ...NOTHING_TYPED, ...kind.typeAnswer(value.answer) };
  const { answer } = value;
  return answer === 'yes' || answer === 'no' ? NOTHING_TYPED : { ...NOTHING_TYPED, nonAnswer: answer };
}
