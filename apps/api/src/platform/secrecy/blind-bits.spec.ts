import { randomBytes } from 'node:crypto';
import { searchTokens, termsOfQuery, tokensOfTerm } from '@repere/cases';
import fc from 'fast-check';
import { BITS, maskOf, SALTS, saltedToken, signatureOf } from './blind-bits';

const key = randomBytes(32);
const names = fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12})?$/);
const salts = fc.nat(SALTS - 1);
const bitsOf = (hex: string): bigint => BigInt(`0x${hex}`);
const onesOf = (hex: string): number => [...bitsOf(hex).toString(2)].filter((bit) => bit === '1').length;
const has = (signature: string, mask: string): boolean => (bitsOf(signature) & bitsOf(mask)) === bitsOf(mask);

describe('signatures', () => {
  it('have what every word of the name asks for', () => {
    fc.assert(
      fc.property(names, salts, (calledName, salt) => {
        const signature = signatureOf(key, salt, searchTokens({ calledName }));
        expect(signature).toHaveLength(BITS / 4);
        for (const term of termsOfQuery(calledName))
          for (const tokens of tokensOfTerm(term))
            expect(has(signature, maskOf(key, salt, tokens))).toBe(true);
      }),
    );
  });

  it('tell neither by their number of bits how long a name is, nor twice the same of one name', () => {
    for (const calledName of ['li', 'marie', 'constantinople']) {
      const made = [1, 2].map(() => signatureOf(key, 7, searchTokens({ calledName })));
      expect(made.map(onesOf)).toEqual([96, 96]);
      expect(made[0]).not.toBe(made[1]);
    }
  });

  it('mean something else under another salt or key', () => {
    const tokens = searchTokens({ calledName: 'marie' });
    const mask = maskOf(key, 0, tokens);
    expect(maskOf(key, 1, tokens)).not.toBe(mask);
    expect(maskOf(randomBytes(32), 0, tokens)).not.toBe(mask);
    // What is not in a name is in its signature by chance only: one time in a hundred, not one in two.
    const chances = Array.from({ length: 400 }, () => signatureOf(key, 0, tokens)).filter((signature) =>
      has(signature, maskOf(key, 0, [{ kind: 'part', text: 'xqz' }])),
    );
    expect(chances.length).toBeLessThan(40);
  });
});

describe('salted tokens', () => {
  it('are equal for one thing under one salt, and for nothing else', () => {
    const token = saltedToken(key, 3, { kind: 'name', text: 'marie' });
    expect(token).toHaveLength(16);
    expect(saltedToken(key, 3, { kind: 'name', text: 'marie' })).toEqual(token);
    for (const other of [
      saltedToken(key, 4, { kind: 'name', text: 'marie' }),
      saltedToken(key, 3, { kind: 'sound', text: 'marie' }),
      saltedToken(key, 3, { kind: 'name', text: 'maria' }),
      saltedToken(randomBytes(32), 3, { kind: 'name', text: 'marie' }),
    ])
      expect(other).not.toEqual(token);
  });
});
