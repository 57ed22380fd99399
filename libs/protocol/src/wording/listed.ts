import type { Text } from '@repere/feel';

/** "a, b et c", "a, b and c". */
export function listed(texts: readonly Text[]): Text {
  return {
    fr: joined(
      texts.map(({ fr }) => fr),
      'et',
    ),
    en: joined(
      texts.map(({ en }) => en),
      'and',
    ),
  };
}

function joined(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
}
