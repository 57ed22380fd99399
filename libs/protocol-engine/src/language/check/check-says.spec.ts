import { exchange, placeOf, PROTOCOL, problemsWith } from '../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';

describe('what a row says', () => {
  it('has parts that hold for the row, with its figures', () => {
    const says = 'says:\n      - { when: good, text: { fr: "{slept_on} : bien", en: "{slept_on}: well" } }';
    const changed = exchange(PROTOCOL, 'good: safe = "yes"', `good: safe = "yes"\n    ${says}`);
    expect(problemsWith({ [FILE]: changed })).toEqual([]);
  });

  it.each([
    [
      'unknown-figure',
      '      good: safe = "yes"',
      '      good: safe = "yes"\n    says:\n      - { when: good, text: { fr: "{goood}", en: "good" } }',
      '"{goood}"',
      '`good`',
    ],
    [
      'expression',
      '      good: safe = "yes"',
      '      good: safe = "yes"\n    says:\n      - { when: goood, text: { fr: bon, en: good } }',
      'goood,',
      'good?',
    ],
    [
      'wrong-key-for-type',
      'place: { type: yes-no,',
      'place: { type: yes-no, says: [{ when: at_risk, text: { fr: non, en: no } }],',
      'says:',
      'list',
    ],
    [
      'refused-word',
      '      good: safe = "yes"',
      '      good: safe = "yes"\n    says:\n      - { when: good, text: { fr: consentante, en: good } }',
      '{ fr: consentante',
      'seen or said',
    ],
  ])('%s: %j → %j', (code, part, by, at, remedy) => {
    const changed = exchange(PROTOCOL, part, by);
    const found = problemsWith({ [FILE]: changed }).filter((it) => it.code === code);
    expect(found.map(({ line, column }) => `${String(line)}:${String(column)}`)).toContain(
      placeOf(changed, at),
    );
    expect(found[0]?.remedy.en).toContain(remedy);
  });
});
