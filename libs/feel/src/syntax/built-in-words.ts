/** Functions that the subset knows itself; every other word is asked of the scope. */
export const BUILT_IN_WORDS = [
  'not',
  'min',
  'max',
  'count',
  'last',
  'any',
  'all',
  'count_answers',
  'answered',
  'answer',
  'months_begun',
  'months_between',
  'latest',
] as const;

type BuiltInWord = (typeof BUILT_IN_WORDS)[number];

export function isBuiltInWord(word: string): word is BuiltInWord {
  return (BUILT_IN_WORDS as readonly string[]).includes(word);
}
