import type { RefusedWords } from '../documents/document';

/** A word that blames the child, and what to say instead. */
export interface BlamingWord {
  readonly word: string;
  readonly better: string;
}

/** Between quotation marks stand somebody's own words, which nobody changes. */
const QUOTED = /«[^«»]*»|“[^“”]*”|"[^"]*"/gu;

const patterns = new Map<string, RegExp>();

/** Words of this list in a text, whole and whatever their case, each once. A code's underscores are spaces. */
export function findBlamingWords(text: string, words: RefusedWords['fr']): readonly BlamingWord[] {
  const said = text.replaceAll('_', ' ').replaceAll('’', "'");
  return Object.entries(words).flatMap(([word, better]) => (contains(said, word) ? [{ word, better }] : []));
}

/** The same in what somebody writes, leaving out what they quote. */
export const findBlamingWordsIn = (text: string, words: RefusedWords['fr']): readonly BlamingWord[] =>
  findBlamingWords(text.replaceAll(QUOTED, ' '), words);

function contains(text: string, word: string): boolean {
  let pattern = patterns.get(word);
  if (!pattern) {
    const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu');
    patterns.set(word, pattern);
  }
  return pattern.test(text);
}
