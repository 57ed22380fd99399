import fc from 'fast-check';
import { csvOf } from './csv-of';

/** As RFC 4180 has it: cells between quotes, a quote written twice. */
function read(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted = '', end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    lines.at(-1)?.push(quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('a table for spreadsheets', () => {
  it.each([
    '=1+1',
    '+33 6 00 00 00 00',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =HYPERLINK("https://elsewhere.test";"x")',
    '\u200B=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|'/C calc'!A0",
    '|x',
    '%0A=1',
  ])('has no formula in %j', (text) => {
    expect(read(csvOf([['x', text]]))).toEqual([['x', `'${text}`]]);
  });

  it.each(['Zoé', '', 'a=b', '12', 'a-b', "'x", 'a"b;c\r\nd'])('leaves %j as it is', (text) => {
    expect(read(csvOf([[text]]))).toEqual([[text]]);
  });

  it('gives every cell back, in its place, and starts none as a formula', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (lines) => {
        const back = read(csvOf(lines));
        expect(back.map((line) => line.map((it) => it.replace(/^'/, '')))).toEqual(
          lines.map((line) => line.map((it) => it.replace(/^'/, ''))),
        );
        for (const it of back.flat()) expect(it.trimStart()).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
