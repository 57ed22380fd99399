import { FACT_TYPES, type FactDefinition, type FactValue } from '@repere/protocol';
import type { ValueSight } from '../../disclosure/value-sight';
import { hasNote, isAnswer, withNotes, withoutNotes } from '../../words/notes-beside';

/** A value as a reader may see it. */
export type RedactedValue =
  | { readonly isWithheld: true }
  /** `lacksNote`: words stand beside the answer that the reader may not see. */
  | { readonly isWithheld: false; readonly value: FactValue; readonly lacksNote: boolean };

/**
 * The value without what the reader may not see: all of it by the fact's class, a text by what it stands beside, and the note
 * beside an answer as what it is, an account in words. A fact that no protocol knows may tell anything.
 */
export function redactValue(
  definition: FactDefinition | undefined,
  value: FactValue,
  { withheld, opens, mask }: ValueSight,
): RedactedValue {
  if (definition ? withheld.has(definition.class) : withheld.size > 0) return { isWithheld: true };
  const isOwnWords = definition !== undefined && FACT_TYPES[definition.type].isOwnWords;
  if (isOwnWords && !opens && !isAnswer(value)) return { isWithheld: true };
  const lacksNote = (withheld.has('narrative') || !opens) && hasNote(value);
  const shown = lacksNote ? withoutNotes(value) : withNotes(value, mask);
  const isText = isOwnWords && typeof shown === 'string';
  return { isWithheld: false, value: isText ? mask(shown) : shown, lacksNote };
}
