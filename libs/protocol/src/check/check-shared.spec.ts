import { exchange, FACTS, placeOf, problemsWith, SOURCES } from '../testing/small-library';

type Fault = readonly [code: string, part: string, by: string, at: string, remedy: string];

const FAULTS: readonly Fault[] = [
  ['wrong-type', 'language: 1', 'language: one', 'one', 'Version'],
  ['unknown-key', 'writtenBy: shelter.assess', 'written_by: shelter.assess', 'written_by', '`writtenBy`'],
  ['unknown-step', 'writtenBy: shelter.assess', 'writtenBy: shelter.asses', 'shelter.asses', '`assess`'],
  ['unknown-step', 'writtenBy: shelter.assess', 'writtenBy: sheltr.assess', 'sheltr.assess', '`shelter`'],
  ['unknown-code', 'ranked: [grave, mild, none]', 'ranked: [grav, mild, none]', 'grave:', '`grav`'],
  [
    'unranked-code',
    'ranked: [grave, mild, none]',
    'values: [grave, mild, none]\n    ranked: [grave, mild]',
    '[grave, mild]\n',
    'every code',
  ],
  [
    'duplicate-code',
    'ranked: [grave, mild, none]',
    'ranked: [grave, mild, mild, none]',
    'danger:',
    'Keep one',
  ],
  ['unknown-start', 'from: birth', 'from: signs', 'signs, after', '`birth`'],
  ['malformed', 'after: 18 years', 'after: 18 hours', '18 hours', '18 years'],
  ['refused-word', 'fr: expliqué', 'fr: elle est consentante', '{ fr: elle', 'seen or said'],
  ['refused-word', 'explained: {', 'willing: {', '{ fr: expliqué', 'seen or said'],
  ['expression', 'birth: { type: date,', 'birth: { type: date, relevant: dangr = "none",', 'dangr', 'danger'],
  [
    'expression',
    'birth: { type: date,',
    'birth: { type: date, relevant: "done(assess)",',
    'done(assess)',
    '',
  ],
  ['unknown-basis', 'birth: { type: date,', 'birth: { type: date, basis: F32,', 'F32', '`F31`'],
  [
    'reserved-word',
    '  birth: {',
    '  some: { type: date, class: identity, title: { fr: a, en: b } }\n  birth: {',
    'some:',
    'another name',
  ],
];

describe('checkShared', () => {
  it.each(FAULTS)('%s: %j → %j', (code, part, by, at, remedy) => {
    const text = exchange(FACTS, part, by);
    const found = problemsWith({ 'facts.yaml': text }).filter((problem) => problem.code === code);
    expect(found.map(({ file, line, column }) => `${file} ${line}:${column}`)).toContain(
      `facts.yaml ${placeOf(text, at)}`,
    );
    expect(found.map((problem) => problem.remedy.en).join('\n')).toContain(remedy);
  });

  it('takes a date that a moment counts from', () => {
    const text = exchange(FACTS, 'after: 18 years', 'after: 6 months');
    expect(problemsWith({ 'facts.yaml': text })).toEqual([]);
  });
});

describe('loadSources', () => {
  it('refuses a confidence that nobody defined, and a code of the wrong form', () => {
    const found = problemsWith({
      'sources.yaml': exchange(exchange(SOURCES, 'confidence: B', 'confidence: D'), 'S19', 'S1'),
    });
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual(
      expect.arrayContaining(['sources.yaml unknown-word', 'sources.yaml malformed-name']),
    );
  });

  it('says that the table is missing', () => {
    expect(problemsWith({ 'sources.yaml': '' })[0]).toMatchObject({
      file: expect.any(String),
      severity: 'error',
    });
  });
});
