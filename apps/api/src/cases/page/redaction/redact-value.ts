import { FACT_TYPES, type FactDefinition, type FactValue } from '@repere/protocol';
import type { ValueSight } from '../../disclosure/value-sight';
import { hasNote, isAnswer, withNotes, withoutNotes } from '../../words/notes-beside';

/** A value as a reader may see it. */
export type RedactedValue =
  | { readonly isRedacted: true }
  /** `lacksNote`: words stand beside the answer that the reader may not see. */
  | { readonly isRedacted: false; readonly value: FactValue; readonly lacksNote: boolean };

/**
 * The value without what the reader may not see: all of it by the fact's class, a text by what it stands beside, and the note
 * beside an answer as what it is, an account in words. A fact that no protocol knows may tell anything.
 */
export function redactValue(
  definition: FactDefinition | undefined,
  value: FactValue,
  { redacted, opens, mask }: ValueSight,
): RedactedValue {
  if (definition ? redacted.has(definition.class) : redacted.size > 0) return { isRedacted: true };
  const isOwnWords = definition !== undefined && FACT_TYPES[definition.type].isOwnWords;
  if (isOwnWords && !opens && !isAnswer(value)) return { isRedacted: true };
  const lacksNote = (redacted.has('narrative') || !opens) && hasNote(value);
  const shown = lacksNote ? withoutNotes(value) : withNotes(value, mask);
  const isText = isOwnWords && typeof shown === 'string';
  return { isRedacted: false, value: isText ? mask(shown) : shown, lacksNote };
}
