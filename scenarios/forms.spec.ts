import { findScenarioParts, loadScenario, type ScenarioField, writeScenarioField } from '@repere/protocol';
import { readScenarios } from './read-scenarios';

/** Every field that a form has for a text. */
function fieldsOf(text: string): readonly ScenarioField[] {
  const found = findScenarioParts(text);
  if (!found.ok) throw new Error(found.problems[0]?.message.en);
  return found.parts.flatMap((it) => [it, ...it.items]).flatMap(({ fields }) => fields);
}

const HOSTILE = `L’« enfant » : #1 - {x} [y] "z" 'w' & *a ! | > % @ \`;\nseconde ligne`;

describe.each(Object.entries(readScenarios()))('forms over %s', (file, text) => {
  const all = fieldsOf(text);
  const words = all.filter(({ kind, fr }) => kind === 'words' && fr !== '');

  it('find its words, and a field for each thing that may be said', () => {
    expect(words.length).toBeGreaterThan(20);
    expect(all.every(({ isFixed, name }) => !isFixed || ['when', 'unless'].includes(name))).toBe(true);
  });

  it('write hostile words into any of them, and back again to the letter', () => {
    // Each of them in turn would read the file some hundreds of times: every fifth, another one in each file.
    for (const field of words.filter((_, at) => at % 5 === text.length % 5)) {
      const changed = writeScenarioField(text, field, 'fr', HOSTILE) ?? '';
      const { scenario, problems } = loadScenario(changed, file);
      expect(problems).toEqual([]);
      expect(JSON.stringify(scenario)).toContain(JSON.stringify(HOSTILE).slice(1, -1));
      const again = fieldsOf(changed).find(({ at }) => at.join() === field.at.join());
      expect(again && writeScenarioField(changed, again, 'fr', field.fr, text)).toBe(text);
    }
  });
});
