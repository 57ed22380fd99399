import type { TriableFact } from '@repere/contract';

/** A fact by a name of its own in the page. */
export const factKey = ({ field, run }: TriableFact): string => `${run?.runId ?? 'case'}.${field.id}`;

/**
 * Facts whose words hold all that is typed, accents and case aside: those that begin with it first, then by their words.
 * `wordsOf` gives the words by which a fact may be found, its title first.
 */
export function findFacts(
  facts: readonly TriableFact[],
  typed: string,
  wordsOf: (fact: TriableFact) => readonly string[],
): readonly TriableFact[] {
  const sought = plain(typed).split(' ').filter(Boolean);
  return facts
    .map((fact) => {
      const words = wordsOf(fact).map(plain);
      return { fact, title: words[0] ?? '', all: words.join(' ') };
    })
    .filter(({ all }) => sought.every((part) => all.includes(part)))
    .sort((a, b) => rank(a.title, sought) - rank(b.title, sought) || a.title.localeCompare(b.title))
    .map(({ fact }) => fact);
}

const rank = (title: string, [first]: readonly string[]) => (first && title.startsWith(first) ? 0 : 1);

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, ' ')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ');
