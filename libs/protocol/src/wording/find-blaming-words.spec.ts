import { findBlamingWords, findBlamingWordsIn } from './find-blaming-words';

const WORDS = {
  consentante: 'y a été amenée',
  "a refusé l'examen": 'a dit : …',
  'se prostitue': 'est exploitée',
};
const found = (text: string) => findBlamingWordsIn(text, WORDS).map(({ word }) => word);

describe('words that blame', () => {
  it.each([
    ['Elle était CONSENTANTE, dit-il.', ['consentante']],
    ['Elle a refusé l’examen.', ["a refusé l'examen"]],
    ['se prostitue ; consentante', ['consentante', 'se prostitue']],
    ['Inconsentantes', []],
    ['', []],
  ])('in %j', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  it('are somebody’s own between quotation marks, and never marked there', () => {
    for (const text of ['Il dit : « consentante ».', 'Il dit : “consentante”.', 'Il dit : "consentante".'])
      expect(found(text)).toEqual([]);
    expect(found('« Elle voulait. » Il la dit consentante.')).toEqual(['consentante']);
  });

  it('of a protocol count in quotations too, and in codes', () => {
    expect(findBlamingWords('« consentante »', WORDS)).toHaveLength(1);
    expect(findBlamingWords('se_prostitue', WORDS)).toEqual([
      { word: 'se prostitue', better: 'est exploitée' },
    ]);
  });
});
