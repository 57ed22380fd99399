import type { FieldView, StepInput, StepPage, TimelineEntry, Words } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { fieldIdOf, type Mistake } from '../step-mistakes';
import { NOTHING_TYPED, type TypedField } from '../fields/typed-field';
import { readField, typeValue } from '../fields/read-field';
import { isOfRow } from '../typed-step';

/** A field that an entry answered, with what it said. */
export interface Correctable {
  readonly field: FieldView;
  readonly shown: Words | null;
  /** The field filled in with what the entry said, where that may be known. */
  readonly typed: TypedField;
}

export type TypedCorrection = Readonly<Record<string, TypedField>>;

/** Fields of the step that the entry answered and this reader may see. */
export function correctableFields(page: StepPage, entry: TimelineEntry): readonly Correctable[] {
  return page.fields.flatMap((field) => {
    const said = entry.values.find(({ fact }) => fact === field.id);
    if (!said || said.redacted) return [];
    const typed = said.value === undefined ? NOTHING_TYPED : typeValue(field, said.value);
    return [{ field, shown: said.shown, typed }];
  });
}

/** Nothing is taken to be wrong; of an entry with one answer, that one. */
export function firstCorrection(fields: readonly Correctable[]): TypedCorrection {
  const [only, ...more] = fields;
  return only && !more.length ? { [only.field.id]: only.typed } : {};
}

/** What was changed, as an amendment sends it. */
export function correctedValues(
  fields: readonly Correctable[],
  typed: TypedCorrection,
  entry: TimelineEntry,
): {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly row: StepInput['row'];
  readonly mistakes: readonly Mistake[];
  readonly isEmpty: boolean;
} {
  const opened = fields.flatMap(({ field }) => {
    const written = typed[field.id];
    return written ? [{ field, reading: readField(field, written) }] : [];
  });
  const mistakes = opened.flatMap(({ field, reading }): readonly Mistake[] => {
    const fieldId = fieldIdOf(field.id);
    if (!reading.ok) return [{ fieldId, key: reading.key }];
    return reading.value === null ? [{ fieldId, key: 'step.mistake.missing' }] : [];
  });
  const answers = opened.flatMap(({ field, reading }) =>
    reading.ok && reading.value !== null ? [[field, reading.value] as const] : [],
  );
  const valuesOf = (ofRow: boolean) =>
    Object.fromEntries(
      answers
        .filter(([field]) => isOfRow(field) === ofRow)
        .map(([field, value]) => [field.id.split('.').at(-1) ?? '', value]),
    );
  const row = valuesOf(true);
  return {
    values: valuesOf(false),
    row: entry.rowId && Object.keys(row).length ? { id: entry.rowId, values: row } : undefined,
    mistakes,
    isEmpty: opened.length === 0,
  };
}
