import { doubleMetaphone } from 'double-metaphone';
import type { Child } from '../contract/case-file';
import { nameForms } from './name-forms';

/** What a token says of a child. The API keeps only its keyed hash (blind index). */
export type TokenKind = 'name' | 'sound' | 'prefix' | 'phone';
export interface SearchToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 8;
/** Digits that tell two subscribers apart whatever the trunk or country prefix: 06 12…, +33 6 12…, 0033 6 12… */
const SUBSCRIBER_DIGITS = 9;

/** Gives the subscriber's digits of a phone number; nothing if there are too few to tell anyone apart. */
export function phoneDigits(phone: string): string | undefined {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '');
  return digits.length < SUBSCRIBER_DIGITS ? undefined : digits.slice(-SUBSCRIBER_DIGITS);
}

/** Gives how a word may sound (Double Metaphone, both readings): `yannick` and `iannik` meet. */
export function sounds(word: string): readonly string[] {
  return [...new Set(doubleMetaphone(word))].filter((sound) => sound.length > 1);
}

function tokensOfWord(word: string): readonly SearchToken[] {
  const prefixes: SearchToken[] = [];
  for (let length = SHORTEST_PREFIX; length <= Math.min(word.length, LONGEST_PREFIX); length++)
    prefixes.push({ kind: 'prefix', text: word.slice(0, length) });
  return [
    { kind: 'name', text: word },
    ...sounds(word).map((text): SearchToken => ({ kind: 'sound', text })),
    ...prefixes,
  ];
}

export function namesOf(child: Child): readonly string[] {
  return [child.calledName, child.givenNames, child.familyName, ...(child.alsoKnownAs ?? [])].filter(
    (name): name is string => name !== undefined,
  );
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

/** Gives the tokens of what someone typed into the search field: each word by its beginning, each number as a phone. */
export function tokensOfQuery(text: string): readonly SearchToken[] {
  const phone = phoneDigits(text);
  if (phone !== undefined) return [{ kind: 'phone', text: phone }];
  return nameForms(text)
    .filter((word) => word.length >= SHORTEST_PREFIX)
    .map((word): SearchToken =>
      word.length <= LONGEST_PREFIX ? { kind: 'prefix', text: word } : { kind: 'name', text: word },
    );
}
