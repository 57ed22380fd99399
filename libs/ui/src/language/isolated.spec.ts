import { isolated } from './isolated';

describe('isolated', () => {
  it('wraps what is written from right to left, whole, and nothing else', () => {
    expect(isolated('مريم')).toBe('\u2068مريم\u2069');
    expect(isolated('Maryam (מרים)')).toBe('\u2068Maryam (מרים)\u2069');
    for (const text of ['', 'Éloïse', 'Ольга', '李', '16 ans']) expect(isolated(text)).toBe(text);
  });
});
