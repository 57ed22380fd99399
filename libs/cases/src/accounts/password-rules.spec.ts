import fc from 'fast-check';
import { PASSWORD_MAX, PASSWORD_MIN, passwordFaults, preparePassword } from './password-rules';

const camille = { login: 'camille', name: 'Camille Exemple' };

describe('password rules', () => {
  it.each([
    ['quatorze lettr', ['too-short']],
    ['quinze lettres!', []],
    ['x'.repeat(PASSWORD_MAX), []],
    ['x'.repeat(PASSWORD_MAX + 1), ['too-long']],
    ['camille.exemple', ['names-you']],
    ['Exemple Camille 2026', ['names-you']],
    ['repère-CAMILLE-repère', ['names-you']],
    ['camille mange trois pommes vertes', []],
    // 15 characters of two code units each, and 14.
    ['🦊'.repeat(15), []],
    ['🦊'.repeat(14), ['too-short']],
  ])('of %s: %j', (typed, faults) => {
    expect(passwordFaults(typed, camille)).toEqual(faults);
  });

  it('count a letter with its accent once, however it was typed', () => {
    const decomposed = 'é'.normalize('NFD').repeat(PASSWORD_MIN - 1);
    expect(decomposed).toHaveLength(2 * (PASSWORD_MIN - 1));
    expect(passwordFaults(decomposed, camille)).toEqual(['too-short']);
  });

  it('take the same password from every keyboard: composed or not, with any space', () => {
    expect(preparePassword('e\u0301te\u0301 a\u0300 Roye')).toBe('\u00e9t\u00e9 \u00e0 Roye');
    expect(preparePassword('un\u00a0deux\u202ftrois')).toBe('un deux trois');
  });

  it('prepare once is prepare twice, and no rule looks at kinds of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        expect(preparePassword(preparePassword(typed))).toBe(preparePassword(typed));
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: PASSWORD_MIN, max: PASSWORD_MAX }),
        fc.constantFrom(...'zq7&é語'),
        (n, c) => {
          expect(passwordFaults(c.repeat(n), camille)).toEqual([]);
        },
      ),
    );
  });
});
