import type { Child } from './child';
import { nameForms } from './name-forms';
import { namesOf, partsOf, phoneDigits, type SearchToken, sounds } from './search-tokens';

/** Something that was typed into the search field: a word of a name, or a phone. */
export interface SearchTerm {
  readonly kind: 'word' | 'phone';
  readonly text: string;
}

const SHORTEST_WORD = 2;
/** What is shorter is looked for at the beginning of names only: it is in too many. */
const SHORTEST_WITHIN = 3;
/** What is shorter sounds like too much. */
const SHORTEST_SOUND = 4;

/** Gives what to look for in what someone typed: one phone, or the words of names, which must all be there. */
export function termsOfQuery(text: string): readonly SearchTerm[] {
  const phone = phoneDigits(text);
  if (phone !== undefined) return [{ kind: 'phone', text: phone }];
  return nameForms(text)
    .filter((word) => word.length >= SHORTEST_WORD)
    .map((word): SearchTerm => ({ kind: 'word', text: word }));
}

/** Gives lists of tokens; a child whom the term fits has all those of one list at least. */
export function tokensOfTerm({ kind, text }: SearchTerm): readonly (readonly SearchToken[])[] {
  if (kind === 'phone') return [[{ kind: 'phone', text }]];
  const parts = text.length < SHORTEST_WITHIN ? [`^${text}`] : partsOf(text).slice(1);
  const heard = text.length < SHORTEST_SOUND ? [] : sounds(text);
  return [
    parts.map((part): SearchToken => ({ kind: 'part', text: part })),
    ...heard.map((sound): readonly SearchToken[] => [{ kind: 'sound', text: sound }]),
  ];
}

/** Whether every term fits the child: part of a name, a name that sounds alike, a phone. */
export function fitsTerms(child: Child, terms: readonly SearchTerm[]): boolean {
  const words = namesOf(child).flatMap(nameForms);
  const phones = (child.phones ?? []).map(phoneDigits);
  return terms.every(({ kind, text }) =>
    kind === 'phone' ? phones.includes(text) : words.some((word) => fitsWord(word, text)),
  );
}

function fitsWord(word: string, typed: string): boolean {
  if (typed.length < SHORTEST_WITHIN) return word.startsWith(typed);
  if (word.includes(typed)) return true;
  if (typed.length < SHORTEST_SOUND) return false;
  const heard = new Set(sounds(word));
  return sounds(typed).some((sound) => heard.has(sound));
}
