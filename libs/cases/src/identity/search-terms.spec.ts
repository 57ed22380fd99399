import fc from 'fast-check';
import type { Child } from './child';
import { fitsTerms, termsOfQuery, tokensOfTerm } from './search-terms';
import { searchTokens } from './search-tokens';

const luz: Child = {
  calledName: 'Luz Estrélla',
  familyName: 'de la Boussole',
  alsoKnownAs: ['Yannick'],
  phones: ['06 12 34 56 78'],
};
const isFound = (text: string, child = luz): boolean => {
  const terms = termsOfQuery(text);
  return terms.length > 0 && fitsTerms(child, terms);
};

describe('a search', () => {
  it.each(['luz', 'lu', 'ESTRELLA', 'strell', 'ousso', 'est lu', 'iannik', 'bousole', '+33 6 12 34 56 78'])(
    'finds %s',
    (text) => expect(isFound(text)).toBe(true),
  );

  it.each(['uz', 'x', 'luz martin', 'estrada', 'yan boussoule x martin', '06 12 34 56 79', ''])(
    'does not find %j',
    (text) => expect(isFound(text)).toBe(false),
  );

  it('has nothing to look for in one letter', () => {
    expect(termsOfQuery('c')).toEqual([]);
  });

  it('looks for beginnings only in two letters', () => {
    expect(tokensOfTerm({ kind: 'word', text: 'lu' })).toEqual([[{ kind: 'part', text: '^lu' }]]);
  });

  // Else the index would hide whom the names would show.
  it('has tokens that every child whom it fits has', () => {
    const names = fc.array(fc.constantFrom('luz', 'marie', 'iannik', 'yannick', 'boussole', 'lu', 'aicha'), {
      minLength: 1,
      maxLength: 3,
    });
    const truncated = fc.tuple(names, fc.nat(6), fc.nat(8)).map(([words, from, length]) => {
      const word = words[0] ?? '';
      return { words, typed: word.slice(from, from + length) };
    });
    fc.assert(
      fc.property(
        fc.oneof(truncated, fc.record({ words: names, typed: fc.string() })),
        ({ words, typed }) => {
          const child: Child = { calledName: words.join(' ') };
          const has = new Set(searchTokens(child).map(({ kind, text }) => `${kind}:${text}`));
          for (const term of termsOfQuery(typed))
            if (fitsTerms(child, [term]))
              expect(
                tokensOfTerm(term).some((all) => all.every(({ kind, text }) => has.has(`${kind}:${text}`))),
              ).toBe(true);
        },
      ),
    );
  });
});
