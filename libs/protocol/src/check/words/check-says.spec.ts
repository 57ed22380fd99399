import { exchange, FACTS, placeOf, PROTOCOL, problemsWith } from '../../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';

describe('what a row says', () => {
  /** The row has a number, and what is derived of it; its rows say this. */
  const saying = (fr: string, en: string): string =>
    exchange(
      PROTOCOL,
      'safe: { type: yes-no, title: { fr: Sûre, en: Safe } }\n    derived:\n',
      `safe: { type: yes-no, title: { fr: Sûre, en: Safe } }
      hours: { type: number, min: 0, max: 24, title: { fr: Heures, en: Hours } }
    says:
      - { when: good, text: { fr: "${fr}", en: "${en}" } }
    derived:
      double: hours * 2
`,
    ).replace('[nights.slept_on, nights.safe]', '[nights.slept_on, nights.safe, nights.hours]');

  it('has parts that hold for the row, with its figures, in whatever order', () => {
    expect(problemsWith({ [FILE]: saying('{hours} : {double}', '{double}: {hours}') })).toEqual([]);
  });

  it.each([
    ['figures-differ', 'lourd', '{hours}', '{ fr: "lourd"', '{hours}'],
    ['figures-differ', '{hours}, {double}', '{hours}', '{ fr: "{hours}', '{double}'],
    ['figure-no-number', '{slept_on}', '{slept_on}', '"{slept_on}", en', 'slept_on'],
    ['figure-no-number', '{good}', '{good}', '"{good}", en', 'good'],
  ])('%s: %j and %j', (code, fr, en, at, named) => {
    const changed = saying(fr, en);
    const found = problemsWith({ [FILE]: changed });
    expect(new Set(found.map((it) => it.code))).toEqual(new Set([code]));
    const [first] = found;
    expect(`${String(first?.line)}:${String(first?.column)}`).toBe(placeOf(changed, at));
    expect(first?.message.en).toContain(named);
  });

  it('is nothing of a shared list: it would not be said', () => {
    const list = `  visits:
    type: list
    class: situation
    title: { fr: Visites, en: Visits }
    row: { hours: { type: number, title: { fr: Heures, en: Hours } } }
    says: [{ when: hours > 0, text: { fr: "{hours}", en: "{hours}" } }]
`;
    const facts = exchange(FACTS, 'moments:\n', `${list}moments:\n`);
    expect(problemsWith({ 'facts.yaml': facts })).toContainEqual(
      expect.objectContaining({ code: 'says-on-shared-list', file: 'facts.yaml' }),
    );
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
