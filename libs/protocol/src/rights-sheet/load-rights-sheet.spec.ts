import { loadLibrary } from '../load/load-library';
import { exchange, FACTS, SOURCES } from '../testing/small-library';
import { loadRightsSheet } from './load-rights-sheet';

const SHEET = `title: { fr: Tes droits, en: Your rights }
parts:
  - id: safe
    title: { fr: En sécurité, en: Safe }
    lines:
      - fr: Rien n’attend tes papiers.
        en: Nothing waits for your papers.
        basis: [G02, P1.4]
calls:
  title: { fr: Qui appeler, en: Whom to call }
  before:
    - fr: Demande à appeler d’ici.
      en: Ask to call from here.
      basis: [P1.4]
  numbers:
    - { number: "119", how: call, fr: Jour et nuit., en: Day and night., basis: [F31] }
`;

describe('the sheet of rights', () => {
  const { shared, sources } = loadLibrary({ 'facts.yaml': FACTS, 'sources.yaml': SOURCES });
  if (!shared) throw new Error('facts.yaml could not be read');
  const load = (content: string) => loadRightsSheet(content, 'rights-sheet.yaml', { shared, sources });
  const codes = (content: string) => load(content).problems.map(({ code, line }) => [code, line]);

  it('is read with the ground of each line', () => {
    const { sheet, problems } = load(SHEET);
    expect(problems).toEqual([]);
    expect(sheet?.parts[0]?.lines[0]).toEqual({
      words: { fr: 'Rien n’attend tes papiers.', en: 'Nothing waits for your papers.' },
      basis: ['G02', 'P1.4'],
    });
    expect(sheet?.calls.numbers[0]).toMatchObject({ number: '119', how: 'call', basis: ['F31'] });
  });

  it.each([
    ['a line without ground', '[G02, P1.4]', '[]', 'malformed', 8],
    ['a ground that nobody knows', 'G02, P1.4', 'G99', 'unknown-basis', 8],
    ['a fact from memory', '[F31]', '[F99]', 'unverified-ground', 16],
    ['a word that blames (G09)', 'tes papiers', 'que tu sois consentante', 'refused-word', 6],
    ['a word that names the child by what was done', 'your papers', 'a victim', 'not-to-a-child', 6],
    ['the same in a title', 'En sécurité', 'Mineur·es', 'not-to-a-child', 4],
    ['what is not read aloud', 'Jour et nuit.', '"Jour (et nuit)."', 'not-aloud', 16],
    ['two breaths', 'Ask to call', `${'Ask '.repeat(30)}`, 'not-aloud', 12],
    ['a line without English', '        en: Nothing waits for your papers.\n', '', 'missing-key', 6],
  ])('is refused with %s, and where', (_what, before, after, code, line) => {
    expect(codes(exchange(SHEET, before, after))).toContainEqual([code, line]);
    expect(load(exchange(SHEET, before, after)).sheet).toBeUndefined();
  });
});
