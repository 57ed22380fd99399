import type { CaseEvent, TriableFact } from '@repere/contract';
import type { FactValues } from '@repere/protocol';
import { readField } from '../step/fields/read-field';
import type { TypedField } from '../step/fields/typed-field';
import { fieldIdOf, mistakesInWhen, type Mistake } from '../step/step-mistakes';
import type { TypedWhen } from '../step/typed-step';

interface Typed {
  readonly answers: Readonly<Record<string, TypedField>>;
  readonly when: TypedWhen;
}

/** What the form says: values to record, and what has to be mended first. */
export function readTypedFact(
  event: CaseEvent | null,
  asked: readonly TriableFact[],
  { answers, when }: Typed,
): { readonly values: FactValues; readonly mistakes: readonly Mistake[] } {
  const readings = asked.map(({ field }) => {
    const typed = answers[field.id];
    return { field, reading: typed ? readField(field, typed) : ({ ok: true, value: null } as const) };
  });
  return {
    values: {
      ...(event && { [event.fact]: event.answer }),
      ...Object.fromEntries(
        readings.flatMap(({ field, reading }) =>
          reading.ok && reading.value !== null ? [[field.id, reading.value]] : [],
        ),
      ),
    },
    mistakes: [
      ...readings.flatMap(({ field, reading }): readonly Mistake[] => {
        const fieldId = fieldIdOf(field.id);
        if (!reading.ok) return [{ fieldId, key: reading.key, of: field.id }];
        return reading.value === null ? [{ fieldId, key: 'step.mistake.missing', of: field.id }] : [];
      }),
      ...mistakesInWhen(when),
    ],
  };
}
