import fc from 'fast-check';
import { type Path, readYaml, valueAt } from '../yaml/yaml-source';
import { changeWords } from './change-words';

/** Every way to write a text, in blocks, in braces, with comments. */
const WAYS = `# Above.
plain: Appeler d'abord. # à la ligne
single: 'l''enfant, d''abord' # simple
double: "Dire : \\"stop\\"\\tet \\u00e9couter." # double
long: >- # en bref
  Le danger d'abord,
  la santé ensuite.

  Le reste peut
  attendre.
# Between.
literal: |
  Un.
    Deux.

  Trois.
wide: un texte
  sur deux lignes
quoted: "un autre
  texte"
steps:
  - title: Trouver # titre
    guidance: >-
      Une phrase
      longue.
  - { id: find, title: Chercher, guidance: "Vite, vite", by: [TS, 'REF'] } # fin
rtl: اتصل أولا
`;
const SIGNS = [
  'a',
  'é',
  ' ',
  ' ',
  "'",
  '"',
  ':',
  '#',
  '\n',
  '\\',
  ',',
  '{',
  ']',
  '-',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '\t',
  '\u00a0',
  'ا',
  '\u202e',
  '😀',
  '0',
  '~',
  '\u2028',
  '\u0000',
];
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 30 }),
  fc.constantFrom(
    '119',
    'true',
    'null',
    '~',
    '- a',
    'a: b',
    'a #b',
    '',
    ' ',
    '\n',
    'a\n',
    '\na',
    'a\n\n\nb',
    'a\n b',
    '---',
    '? a',
    '2025-01-01',
    'اتصل : 119',
  ),
);

const pathsIn = (value: unknown, at: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
};
const change = (file: string, path: Path, to: string, before?: string): string => {
  const changed = changeWords(file, path, to, before);
  if (changed === null) throw new Error(`${path.join('.')} can't be written as ${JSON.stringify(to)}`);
  return changed;
};
const wordsAt = (file: string, path: Path) => valueAt(readYaml(file, '').value, path);

/** Lines that are not the changed text's stand in both, to the letter, in their order. */
function expectOthersUntouched(before: string, after: string, path: Path): void {
  const node = readYaml(before, '').nodeAt(path);
  const [from, to] = node?.range ?? [0, 0];
  const head = before.slice(0, from);
  // Without the ends of lines that belong to a block.
  const tail = before.slice(to);
  expect(after.slice(0, head.length)).toBe(head);
  expect(after.endsWith(tail)).toBe(true);
}

const places = (file: string) =>
  fc.constantFrom(...pathsIn(readYaml(file, '').value)).map((path) => ({ file, path }));

describe('other words in a YAML file', () => {
  it.each([
    ['WAYS', WAYS],
    ['WAYS, with the line ends of Windows', WAYS.replaceAll('\n', '\r\n')],
  ])('leave every other line, and go back without a trace: %s', (_, text) => {
    fc.assert(
      fc.property(places(text), words, words, ({ file, path }, one, other) => {
        const changed = change(file, path, one);
        expect(wordsAt(changed, path)).toBe(one);
        expectOthersUntouched(file, changed, path);
        const again = change(changed, path, other, file);
        expect(wordsAt(again, path)).toBe(other);
        const original = wordsAt(file, path) as string;
        const back = change(again, path, original, file);
        // A comment beside the head of a block stays even where the words needed quotes meanwhile.
        if (!/^[>|].*#/.test(file.slice(readYaml(file, '').nodeAt(path)?.range[0]))) expect(back).toBe(file);
        else expect(back).toContain('# en bref');
      }),
      {
        numRuns: Number(process.env['RUNS'] ?? 100),
        examples: [[{ file: text, path: ['rtl'] }, 'a\n ', '119']],
      },
    );
  });

  it('change one letter in one line', () => {
    const changed = change(WAYS, ['long'], "Le danger d'abord, la santé après.\nLe reste peut attendre.");
    expect(changed).toBe(WAYS.replace('la santé ensuite.', 'la santé après.'));
    expect(change(WAYS, ['literal'], 'Un.\n  2.\n\nTrois.\n')).toBe(WAYS.replace('Deux.', '2.'));
    expect(change(WAYS, ['single'], "l'enfant, avant")).toBe(WAYS.replace("d''abord'", "avant'"));
    expect(change(WAYS, ['double'], 'Dire : "stop"\tet écouter ?')).toBe(
      WAYS.replace('couter."', 'couter ?"'),
    );
  });

  it('are quoted where they would say something else', () => {
    expect(change(WAYS, ['plain'], 'Danger : 17')).toContain('plain: "Danger : 17" # à la ligne\n');
    expect(change(WAYS, ['steps', 1, 'title'], 'un, deux')).toContain('title: "un, deux", guidance');
    expect(change(WAYS, ['plain'], '119')).toContain('plain: "119" #');
  });

  it('of 5,000 characters, and from right to left, are one line of text', () => {
    const long = 'Appeler, écouter, noter ; '.repeat(200).trim();
    expect(wordsAt(change(WAYS, ['steps', 0, 'guidance'], long), ['steps', 0, 'guidance'])).toBe(long);
    expect(change(WAYS, ['rtl'], 'اتصل الآن')).toContain('rtl: اتصل الآن\n');
  });

  it.each([
    ['what can’t be read', 'title: {', ['title']],
    ['anchors', 'a: &x b\ntitle: *x\n', ['title']],
    ['what isn’t there', WAYS, ['nothing']],
    ['a list', WAYS, ['steps']],
    ['a number', 'a: 1\n', ['a']],
    ['a file of 600,000 characters', `a: b\n${'# comment\n'.repeat(60_000)}`, ['a']],
  ])('are not put into %s', (_, file, path) => {
    expect(changeWords(file, path, 'x')).toBeNull();
  });
});
