import { partsOf, phoneDigits, searchTokens } from './search-tokens';

const texts = (kind: string, tokens: readonly { kind: string; text: string }[]): readonly string[] =>
  tokens.filter((token) => token.kind === kind).map((token) => token.text);

describe('searchTokens', () => {
  const tokens = searchTokens({
    calledName: 'Comète',
    familyName: 'Exemple',
    alsoKnownAs: ['Yannick'],
    phones: ['06 12 34 56 78'],
  });

  it('has every name, nicknames included', () => {
    expect(texts('name', tokens)).toEqual(['comete', 'exemple', 'yannick']);
  });

  it.each(['+33 6 12 34 56 78', '0033612345678', '06.12.34.56.78'])(
    'finds the phone again when written %s',
    (phone) => {
      expect(texts('phone', tokens)).toContain(phoneDigits(phone));
    },
  );

  it('says nothing of a number too short to tell anyone apart', () => {
    expect(phoneDigits('3018')).toBeUndefined();
  });

  it('meets names that sound alike', () => {
    const other = searchTokens({ calledName: 'Iannik' });
    expect(texts('sound', tokens)).toEqual(expect.arrayContaining(texts('sound', other).slice()));
  });
});

describe('partsOf', () => {
  it('gives every three letters, and the first two', () => {
    expect(partsOf('comete')).toEqual(['^co', 'com', 'ome', 'met', 'ete']);
    expect(partsOf('li')).toEqual(['^li']);
    expect(partsOf('x')).toEqual([]);
  });
});
