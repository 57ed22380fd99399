import { doubleMetaphone } from 'double-metaphone';
import type { Child } from './child';
import { frenchSound } from './french-sound';
import { nameForms } from './name-forms';

/** What a token says of a child. The API keeps only keyed hashes of it (blind index). */
export type TokenKind = 'name' | 'sound' | 'phone' | 'part';
export interface SearchToken {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Letters that are looked for together. */
const PART = 3;
/** Digits that tell two subscribers apart whatever the trunk or country prefix: 06 12…, +33 6 12…, 0033 6 12… */
const SUBSCRIBER_DIGITS = 9;

/** Gives the subscriber's digits of a phone number; nothing if there are too few to tell anyone apart. */
export function phoneDigits(phone: string): string | undefined {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '');
  return digits.length < SUBSCRIBER_DIGITS ? undefined : digits.slice(-SUBSCRIBER_DIGITS);
}

/** Gives how a word may sound, to a French ear and by Double Metaphone, which hears consonants: `yannick` and `iannik` meet. */
export function sounds(word: string): readonly string[] {
  const french = frenchSound(word);
  return [
    ...[...new Set(doubleMetaphone(word))].filter((sound) => sound.length > 1),
    ...(french.length > 1 ? [`fr:${french}`] : []),
  ];
}

/** Gives every three letters in a row of a word, and `^` with its first two. */
export function partsOf(word: string): readonly string[] {
  const parts = new Set<string>();
  if (word.length >= PART - 1) parts.add(`^${word.slice(0, PART - 1)}`);
  for (let at = 0; at + PART <= word.length; at++) parts.add(word.slice(at, at + PART));
  return [...parts];
}

export function namesOf(child: Child): readonly string[] {
  return [child.calledName, child.givenNames, child.familyName, ...(child.alsoKnownAs ?? [])].filter(
    (name): name is string => name !== undefined,
  );
}

function tokensOfWord(word: string): readonly SearchToken[] {
  return [
    { kind: 'name', text: word },
    ...sounds(word).map((text): SearchToken => ({ kind: 'sound', text })),
    ...partsOf(word).map((text): SearchToken => ({ kind: 'part', text })),
  ];
}

/** Gives every token under which a child is found again, without repeats. */
export function searchTokens(child: Child): readonly SearchToken[] {
  const found = new Map<string, SearchToken>();
  const add = (token: SearchToken): void => void found.set(`${token.kind}:${token.text}`, token);
  for (const name of namesOf(child)) for (const word of nameForms(name)) tokensOfWord(word).forEach(add);
  for (const phone of child.phones ?? []) {
    const text = phoneDigits(phone);
    if (text !== undefined) add({ kind: 'phone', text });
  }
  return [...found.values()];
}
