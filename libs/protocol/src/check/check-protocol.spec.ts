import { exchange, placeOf, PROTOCOL, problemsWith } from '../testing/small-library';

/** [what goes wrong, part of the small protocol, what is written instead, where the problem stands, part of its remedy] */
type Fault = readonly [code: string, part: string, by: string, at: string, remedy: string];

const FAULTS: readonly Fault[] = [
  // Form
  ['unknown-key', 'after: [assess]', 'afte: [assess]', 'afte:', '`after`'],
  ['missing-key', '  - id: judge\n    kind: recorded-act', '  - id: judge', 'id: judge', 'kind'],
  ['wrong-type', 'when: at_risk', 'when: true', 'true\n    fields', 'quoted'],
  ['unknown-word', 'by: [PROC]', 'by: [PROK]', 'PROK', '`PROC`'],
  ['malformed', 'within: 8 days', 'within: 8 jours', '8 jours', 'end of day'],
  ['malformed-name', '  bad_nights: count', '  bad-nights: count', 'bad-nights', 'snake_case'],
  ['duplicate-key', 'code: P9', 'code: P9\ncode: P8', 'code: P8', 'Keep one'],
  // What comes again
  ['malformed', 'within: 8 days,', 'within: 8 days, every: daily,', 'daily', 'a period'],
  ['comes-again-once', 'within: 8 days,', 'within: 8 days, every: 1 day,', '1 day,', 'repeatable'],
  ['comes-again-for-good', 'within: 8 days,', 'within: 8 days, every: 1 day,', '1 day,', 'unless'],
  [
    'which-period',
    'within: 8 days,',
    'within: 8 days, every: [{ when: at_risk, is: 7 days }],',
    '{ when: at_risk, is: 7 days }',
    'The last line',
  ],
  [
    'doubt-asks-less',
    'within: 8 days,',
    'within: 8 days, every: [{ when: at_risk, is: 1 day }, { is: 7 days }],',
    '1 day }, { is',
    'shortest',
  ],
  [
    'expression',
    'within: 8 days,',
    'within: 8 days, every: [{ when: at_rsk, is: 7 days }, { is: 1 day }],',
    'at_rsk',
    'at_risk',
  ],
  // Age
  [
    'margin-too-low',
    'limits:\n',
    'limits:\n  FLOOR: { value: 17.9, unit: months, margin: age, basis: S19 }\n',
    'FLOOR',
    '18',
  ],
  ['pubertal-finding', 'en: Safe place', 'en: Tanner stage', '{ fr: Lieu sûr', '`asksOfBan`'],
  ['pubertal-finding', 'fr: Lieu sûr', 'fr: Pilosité', '{ fr: Pilosité', '`asksOfBan`'],
  [
    'pubertal-finding',
    'home: { fr: foyer, en: home }',
    'home: { fr: foyer, en: breast growth }',
    '{ fr: foyer',
    '`asksOfBan`',
  ],
  // Absences
  [
    'unknown-step',
    'limits:\n  NIGHTS',
    'absence: { over: at_risk, at: asess }\nlimits:\n  NIGHTS',
    'asess',
    '`assess`',
  ],
  [
    'unknown-word',
    '    when: at_risk\n',
    '    when: at_risk\n    needs: enfant\n',
    'enfant\n',
    'child present',
  ],
  // Names
  ['duplicate-id', '- id: judge', '- id: night', 'night\n    kind: recorded-act', 'own id'],
  [
    'duplicate-name',
    '  at_risk: danger',
    '  birth: "true"\n  at_risk: danger',
    'birth: "true"',
    'another name',
  ],
  [
    'reserved-word',
    '  bad_nights: count',
    '  last: birth\n  bad_nights: count',
    'last: birth',
    'another name',
  ],
  [
    'reserved-answer',
    'family: { fr: famille, en: family } }',
    'refused: { fr: non, en: no } }',
    'kind_of_place:',
    '`declined`',
  ],
  // Facts
  ['wrong-key-for-type', 'class: judicial,', 'class: judicial, maxLength: 3,', 'maxLength', 'type: text'],
  [
    'missing-label',
    'values: { home: { fr: foyer, en: home }, family: { fr: famille, en: family } }',
    'values: [home]',
    'kind_of_place:',
    'labels',
  ],
  [
    'missing-key',
    '    values: { home: { fr: foyer, en: home }, family: { fr: famille, en: family } }\n',
    '',
    'kind_of_place:',
    'values',
  ],
  ['unknown-field', 'orderedBy: slept_on', 'orderedBy: slept', 'slept\n', '`slept_on`'],
  [
    'unknown-step',
    'class: judicial,',
    'class: judicial, writtenBy: shelter.juge,',
    'shelter.juge',
    '`judge`',
  ],
  [
    'writer-does-not-ask',
    'class: judicial,',
    'class: judicial, writtenBy: shelter.judge,',
    'shelter.judge',
    '`fields`',
  ],
  // Steps
  ['unknown-step', 'after: [assess]', 'after: [asses]', 'asses]', '`assess`'],
  [
    'steps-in-a-circle',
    '    repeatable: true\n    protective: true',
    '    after: [judge]\n    repeatable: true\n    protective: true',
    '[judge]',
    'after',
  ],
  ['unknown-fact', 'fields: [place,', 'fields: [plce,', 'plce', '`place`'],
  ['unknown-field', 'nights.safe]\n    flags', 'nights.save]\n    flags', 'nights.save', '`safe`'],
  [
    'field-of-other-list',
    'fields: [place,',
    'fields: [nights.safe, place,',
    'nights.safe, place',
    'adds: nights',
  ],
  ['list-as-field', 'fields: [place,', 'fields: [nights, place,', 'nights, place', 'nights.slept_on'],
  ['not-the-writer', 'fields: [place,', 'fields: [danger, place,', 'danger, place', 'observation'],
  ['duplicate-field', 'fields: [place,', 'fields: [place, place,', 'place, kind', 'Keep one'],
  ['unknown-field', 'required: [danger]', 'required: [dangr]', 'dangr', '`danger`'],
  ['unknown-list', 'adds: nights', 'adds: night', 'night\n    fields', '`nights`'],
  ['several-lists', 'adds: nights', 'adds: nights\n    about: place', 'id: night\n', 'each list'],
  ['when-and-unless', 'when: at_risk', 'when: at_risk\n    unless: at_risk', 'unless', 'Keep one'],
  [
    'requires-on-record',
    '    by: [PROC]',
    '    requires: [{when: at_risk, that: at_risk, because: {fr: a, en: a}}]\n    by: [PROC]',
    'requires',
    'flags',
  ],
  ['missing-guidance', '    guidance: { fr: Relancer., en: Remind. }\n', '', 'id: judge', 'guidance'],
  ['silent-flag', 'tell: SUP, because', 'because', '{ when: safe', 'tell: SUP'],
  // Decisions
  [
    'decides-unranked',
    'kind: recorded-act',
    'kind: recorded-act\n    decides: birth',
    'birth\n    title',
    'ranked',
  ],
  [
    'decides-unasked',
    'fields: [danger]\n    required: [danger]',
    'fields: []',
    'danger\n    reasons',
    '`fields`',
  ],
  ['unknown-code', 'reasons: { none:', 'reasons: { nune:', 'nune', '`none`'],
  [
    'reasons-without-decision',
    'kind: recorded-act',
    'kind: recorded-act\n    reasons: { none: no_danger }',
    'none: no_danger }\n    title: { fr: Juge',
    'decides',
  ],
  ['unknown-list-of-reasons', 'none: no_danger', 'none: no_dangr', 'no_dangr', '`no_danger`'],
  [
    'unknown-list-of-reasons',
    'kind: recorded-act',
    'kind: recorded-act\n    waivable: { with: reason, reasons: nope }',
    'nope',
    'no_danger',
  ],
  ['unknown-kind-of-evidence', 'evidence: [order]', 'evidence: [ordr]', 'ordr', '`order`'],
  // Deadlines
  ['unknown-start', 'from: ordered_on', 'from: orderd_on', 'orderd_on', '`ordered_on`'],
  ['start-is-no-date', 'from: ordered_on', 'from: place', 'place, origin: LEGAL', '`ordered_on`'],
  ['start-comes-later', 'from: run', 'from: judge', 'judge, origin', 'Count from `run`'],
  [
    'start-never-known',
    'kind_of_place, ordered_on, signs]',
    'kind_of_place, signs]',
    'ordered_on, origin',
    '`fields`',
  ],
  [
    'empty-reminder',
    'origin: LEGAL,',
    'origin: LEGAL, late: [{after: 1 day}],',
    '{after: 1 day}',
    'do: remind',
  ],
  // Grounds
  [
    'step-without-basis',
    '    fields: [place, kind_of_place, ordered_on, signs]\n    evidence: [order]\n    basis: S19\n',
    '    fields: [place, kind_of_place, ordered_on, signs]\n',
    'id: find_place',
    'basis',
  ],
  ['missing-basis', 'unit: months, basis: S19 }', 'unit: months }', 'MAJ:', 'basis'],
  ['missing-basis', '>= NIGHTS, basis: S19 }', '>= NIGHTS }', '{ id: again', 'basis'],
  ['unknown-basis', 'basis: [S19, F31]', 'basis: [S19, F32]', '[S19, F32]', '`F31`'],
  ['unknown-basis', 'basis: [S19, F31]', 'basis: Code civil', 'Code civil', 'C. civ. 388'],
  ['unknown-basis', 'basis: [S19, F31]', 'basis: L1300-1400', 'L1300', 'L287-292'],
  ['origin-without-ground', 'owner: outside, basis: F31', 'owner: outside, basis: S19', 'LEGAL', 'TOOL'],
  [
    'origin-without-ground',
    'origin: TOOL }\n    basis',
    'origin: REPORT, basis: F31 }\n    basis',
    'REPORT',
    'TOOL',
  ],
  [
    'unverified-ground',
    'owner: outside, basis: F31',
    'owner: outside, basis: [F31, F99]',
    'LEGAL',
    'A, B or C',
  ],
  // Outcomes
  ['no-otherwise', ', otherwise: true', ', when: at_risk', 'outcomes:', 'otherwise: true'],
  [
    'otherwise-protects-less',
    'protects: full, otherwise',
    'protects: less, otherwise',
    'less, otherwise',
    'full',
  ],
  [
    'otherwise-not-last',
    'when: kind_of_place = "home" and place = "yes" and (every n in nights satisfies n.good)',
    'otherwise: true',
    'id: PLACED',
    'end',
  ],
  [
    'otherwise-with-condition',
    'otherwise: true',
    'otherwise: true, when: at_risk',
    'when: at_risk }',
    'Leave',
  ],
  [
    'outcome-without-condition',
    '    when: kind_of_place = "home" and place = "yes" and (every n in nights satisfies n.good)\n',
    '',
    'id: PLACED',
    'when',
  ],
  ['repeated-words', '- id: PLACED', '- id: SAFE', 'title: { fr: Placé', 'first line'],
  ['missing-key', '    title: { fr: Placé, en: Placed }\n', '', 'id: PLACED', 'title'],
  ['less-not-monotone', 'approved(assess)', 'done(assess)', 'danger = "none" and done', 'approved(step)'],
  // Opens and safeguards
  ['unknown-protocol', 'protocol: shelter,', 'protocol: sheltr,', 'sheltr', '`shelter`'],
  ['opens-without-condition', ', when: bad_nights >= NIGHTS', '', '{ id: again', '`unless`'],
  [
    'safeguard-not-one',
    'among: protective }, basis',
    'among: protective }, never: at_risk, basis',
    '{ id: nobody',
    'sameSteps',
  ],
  ['unknown-fact', 'whatever: [birth,', 'whatever: [birt,', 'birt,', '`birth`'],
  ['unknown-field', 'signs.debt', 'signs.dept', 'signs.dept', '`debt`'],
  // Words
  ['refused-word', 'fr: Appeler.', "fr: L'enfant est Consentante.", "{ fr: L'enfant", 'seen or said'],
  ['refused-word', 'en: Unsafe night.', 'en: The child was willing.', '{ fr: Nuit sans', 'English'],
  // Meaning
  ['expression', 'danger in ("grave", "mild")', 'danger in ("grave", "mld")', '"mld"', 'mild'],
  ['expression', 'when: at_risk', 'when: at_rsk', 'at_rsk', 'at_risk'],
  ['expression', 'safe = "no", tell', 'saf = "no", tell', 'saf = ', 'safe'],
  ['expression', 'satisfies n.good', 'satisfies n.god', 'god', 'good'],
  [
    'derived-in-a-circle',
    'at_risk: danger in ("grave", "mild")',
    'at_risk: not(at_risk)',
    'at_risk: not',
    'circle',
  ],
  ['never-asked', 'fields: [place, kind_of_place,', 'fields: [place,', 'kind_of_place:', '`fields`'],
  ['never-asked', '[nights.slept_on, nights.safe]', '[nights.safe]', 'slept_on: {', 'nights'],
  [
    'unused-fact',
    'place: { type: yes-no',
    'spare: { type: text, class: places, title: { fr: a, en: a } }\n  place: { type: yes-no',
    'spare',
    'leave it out',
  ],
  ['unused-derived', 'at_risk: danger', 'spare: birth\n  at_risk: danger', 'spare', 'leave it out'],
  ['read-where-irrelevant', '= "home" and place = "yes"', '= "home"', 'kind_of_place = "home"', '`place`'],
];

describe('checkProtocol', () => {
  it('finds nothing wrong with the small library', () => {
    expect(problemsWith()).toEqual([]);
  });

  it.each(FAULTS)('%s: %j → %j', (code, part, by, at, remedy) => {
    const text = exchange(PROTOCOL, part, by);
    const found = problemsWith({ 'shelter/1.0.0/protocol.yaml': text }).filter(
      (problem) => problem.code === code,
    );
    expect(found.map(({ file, line, column }) => `${file} ${line}:${column}`)).toContain(
      `shelter/1.0.0/protocol.yaml ${placeOf(text, at)}`,
    );
    expect(found.map((problem) => problem.remedy.en).join('\n')).toContain(remedy);
  });

  it('gives every problem a sentence and a remedy', () => {
    for (const [, part, by] of FAULTS) {
      for (const { message, remedy } of problemsWith({
        'shelter/1.0.0/protocol.yaml': exchange(PROTOCOL, part, by),
      })) {
        for (const language of ['fr', 'en'] as const) {
          expect(message[language]).toMatch(/[.:…»]$/);
          expect(remedy[language].length).toBeGreaterThan(4);
        }
        expect(message.fr).not.toBe(message.en);
        expect(message.fr + remedy.fr).not.toMatch(/\b(?:the|isn’t|is|doesn’t|or) /);
      }
    }
  });

  it.each([
    'L287-292',
    'L12',
    'P4.6',
    'P6-Z',
    'CASF L226-3',
    'C. civ. 375-5',
    'CPP 706-53',
    'CESEDA L521-9',
    'C. pén. 225-12-1',
  ])('takes %s for a ground', (code) => {
    const text = exchange(PROTOCOL, 'basis: [S19, F31]', `basis: [S19, ${code}]`);
    expect(problemsWith({ 'shelter/1.0.0/protocol.yaml': text })).toEqual([]);
  });

  it('points into a folded block at the very character', () => {
    const text = exchange(
      PROTOCOL,
      'when: at_risk',
      'when: >-\n      danger = "grave"\n      or dangr = "mild"',
    );
    const [problem] = problemsWith({ 'shelter/1.0.0/protocol.yaml': text });
    expect(`${problem?.line}:${problem?.column}`).toBe(placeOf(text, 'dangr'));
  });

  it('sees a guard through a derived value', () => {
    const text = exchange(
      exchange(PROTOCOL, '  at_risk: danger', '  housed: place = "yes"\n  at_risk: danger'),
      '= "home" and place = "yes"',
      '= "home" and housed',
    );
    expect(problemsWith({ 'shelter/1.0.0/protocol.yaml': text })).toEqual([]);
  });

  it.each(['some n in nights satisfies n.good', 'last(nights).slept_on < ordered_on', 'nights_good'])(
    'lets no outcome that protects less rest on a list whose rows may turn back: %s',
    (condition) => {
      const text = exchange(
        exchange(PROTOCOL, '  at_risk:', '  nights_good: any(nights, good)\n  at_risk:'),
        'not(any(signs, "yes"))',
        `(${condition})`,
      );
      const codesOf = (it: string) =>
        problemsWith({ 'shelter/1.0.0/protocol.yaml': it })
          .filter(({ severity }) => severity === 'error')
          .map(({ code }) => code);
      expect(codesOf(text)).toEqual([]);
      const turning = exchange(
        text,
        'good: safe = "yes"',
        `good: 'safe = "yes" and answer(place) = "given"'`,
      );
      expect(codesOf(turning)).toEqual(['less-not-monotone']);
    },
  );

  it('says that a comma cut a text in two', () => {
    const text = exchange(
      PROTOCOL,
      '{ fr: foyer, en: home }, family',
      '{ fr: foyer, ou tente, en: home }, family',
    );
    const problems = problemsWith({ 'shelter/1.0.0/protocol.yaml': text });
    expect(problems).toMatchObject([
      { code: 'unknown-key', remedy: { en: expect.stringContaining('Quote') } },
    ]);
  });

  it('does not blame the readers of a broken derived value', () => {
    const text = exchange(PROTOCOL, 'danger in ("grave", "mild")', 'dangr in ("grave", "mild")');
    expect(problemsWith({ 'shelter/1.0.0/protocol.yaml': text })).toHaveLength(1);
  });

  it('wants folder and file to agree', () => {
    const text = exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.0.1');
    const found = problemsWith({ 'shelter/1.0.0/protocol.yaml': text });
    expect(found.map(({ code }) => code)).toEqual(['other-folder']);
  });
});
