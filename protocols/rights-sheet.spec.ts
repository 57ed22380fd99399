import { loadLibrary, loadRightsSheet } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const { shared, sources } = loadLibrary(files);
if (!shared) throw new Error('facts.yaml could not be read');
const { sheet, problems } = loadRightsSheet(files['rights-sheet.yaml'] ?? '', 'protocols/rights-sheet.yaml', {
  shared,
  sources,
});
const parts = sheet?.parts ?? [];
const lines = [
  ...parts.flatMap((part) => part.lines),
  ...(sheet?.calls.before ?? []),
  ...(sheet?.calls.numbers ?? []),
];
const said = (language: 'fr' | 'en'): string => lines.map(({ words }) => words[language]).join('\n');

describe('what a child is told of their rights', () => {
  it('stands line by line on something that was read, and has no word that isn’t said to a child', () => {
    expect(problems).toEqual([]);
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(({ basis }) => basis.length === 0)).toEqual([]);
  });

  it('says tu, and never vous', () => {
    expect(said('fr')).not.toMatch(/\bvous\b|\bvotre\b|\bvos\b/i);
    expect(lines.filter(({ words }) => words.fr === words.en)).toEqual([]);
  });

  it('says that there is an interpreter, whom to call and to whom to complain', () => {
    expect(said('fr')).toMatch(/demande un interprète/);
    expect(said('fr')).toMatch(/Défenseur des droits/);
    expect(sheet?.calls.numbers.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['119', '17', '112', '114']),
    );
  });

  it('gives a right of law only where a fact says so', () => {
    const ofLaw = lines.filter(({ words }) =>
      /\bloi\b|justice|juge|police|secret|contraception|asile/i.test(words.fr),
    );
    expect(ofLaw.length).toBeGreaterThan(8);
    expect(ofLaw.filter(({ basis }) => !basis.some((code) => code.startsWith('F')))).toEqual([]);
  });

  it('promises no secrecy without end, and says who has to be told', () => {
    expect(said('fr')).toMatch(/doivent prévenir/);
    expect(said('fr')).not.toMatch(/toujours secret|jamais répété/i);
  });
});
