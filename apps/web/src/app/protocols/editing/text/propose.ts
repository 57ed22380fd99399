import type { ProtocolDocument } from '@repere/protocol';
import type { ReadSurroundings } from '../checking/check-text';
import { codesOf, namesFor, type Proposal } from './complete-names';
import { schemaAt } from './schema-at';
import { readYamlCursor } from './yaml-cursor';

/** What proposals are made from. */
export interface ProposalGround {
  /** Schema of this kind of file. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The protocol as it could last be read. */
  readonly document: ProtocolDocument | null;
  readonly beside: ReadSurroundings | null;
  readonly language: 'fr' | 'en';
}

/** What may be written where a text ends: keys and words of the schema, names of the protocol, codes of a fact. */
export function proposeWords(
  text: string,
  { schema, document, beside, language }: ProposalGround,
): { readonly word: string; readonly proposals: readonly Proposal[] } {
  const place = readYamlCursor(text);
  if (place.isKey) {
    const { keys } = schemaAt(schema, place.path);
    return { word: place.word, proposals: keys.map(({ key, about }) => ({ word: key, kind: 'key', about })) };
  }
  const key = place.path.at(-1) ?? '';
  // After `papers = "` or `papers in ("valid", "` only codes of that fact make sense.
  const [, fact] = /([\w.]+)\s*(?:!?=|in\s*\()\s*[^=()]*["']$/.exec(place.before) ?? [];
  if (fact !== undefined) return { word: place.word, proposals: codesOf(fact, document, beside, language) };
  const words = schemaAt(schema, place.path).words.map((word): Proposal => ({
    word,
    kind: 'word',
    about: '',
  }));
  return { word: place.word, proposals: [...words, ...namesFor(key, document, beside, language)] };
}
