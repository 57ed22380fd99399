import { checkText } from './free-words';

describe('free words', () => {
  it.each(['', '   ', '\n\t', '\u00a0', '\u200b', '\u2060\u200d'])('say something: not %j', (text) => {
    expect(checkText(text)?.text.fr).toBe('Écrire quelques mots.');
  });

  it.each(['x', '…', '?', 'é', 'لا', '💛'])('may be short: %s', (text) => {
    expect(checkText(text)).toBeNull();
  });

  it('is as long as people count it: an emoji is one character', () => {
    expect(checkText('😀'.repeat(10_000))).toBeNull();
    expect(checkText('😀'.repeat(10_001))?.text.fr).toBe('10001 signes ; 10000 au plus.');
  });
});
