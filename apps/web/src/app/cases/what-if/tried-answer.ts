import type { TriableFact } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { NOTHING_TYPED, type TypedField } from '../step/fields/typed-field';
import { readField, typeValue } from '../step/fields/read-field';
import { knownValue } from '../step/typed-step';

/** Another answer to a fact, as it is being chosen. */
export interface TriedAnswer {
  readonly fact: TriableFact;
  readonly typed: TypedField;
}

/** Begins with what is known, so that what is changed is seen. */
export function beginTrying(fact: TriableFact): TriedAnswer {
  const known = knownValue(fact.field);
  return { fact, typed: known === null ? NOTHING_TYPED : { ...typeValue(fact.field, known), isOpen: true } };
}

/** Answers by fact, without those that say what is known already or nothing. */
export function triedValues(tried: readonly TriedAnswer[]): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    tried.flatMap(({ fact: { field }, typed }) => {
      const reading = readField(field, typed);
      return reading.ok && reading.value !== null && !isSame(reading.value, knownValue(field))
        ? [[field.id, reading.value] as const]
        : [];
    }),
  );
}

const isSame = (a: FactValue, b: FactValue | null) => JSON.stringify(a) === JSON.stringify(b);
