import { countCharacters, firstCharacters } from './characters';

describe('characters', () => {
  it('are counted as people count them', () => {
    expect(countCharacters('😀'.repeat(10_000))).toBe(10_000);
    expect(countCharacters('é')).toBe(1);
  });

  it('are never split', () => {
    expect(firstCharacters('ab😀c', 3)).toBe('ab😀');
    expect(firstCharacters('😀'.repeat(200), 200)).toBe('😀'.repeat(200));
    expect(firstCharacters('short', Infinity)).toBe('short');
  });
});
