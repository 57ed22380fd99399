import { exchange, FACTS, PROTOCOL, problemsWith } from '../../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';
const SAFE = 'when: danger = "none" and approved(assess) and not(any(signs, "yes"))';
const said = (files: Readonly<Record<string, string>>): readonly string[] =>
  problemsWith(files).map(({ code }) => code);
const facts = (part: string, by: string): readonly string[] =>
  said({ 'facts.yaml': exchange(FACTS, part, by) });
const protocol = (part: string, by: string): readonly string[] =>
  said({ [FILE]: exchange(PROTOCOL, part, by) });

describe('roles of facts', () => {
  const BIRTH = 'birth: { type: date,';

  it('are taken where the type is that of the role', () =>
    expect(facts(BIRTH, 'birth: { type: date, role: birth,')).toEqual([]));

  it.each([
    ['another type', 'birth: { type: date, role: sex,'],
    ['a field of people on a fact', 'birth: { type: date, role: reach,'],
  ])('refuse %s', (_what, by) => expect(facts(BIRTH, by)).toEqual(['wrong-role']));

  it('refuse codes that the product has no words for', () =>
    expect(
      facts('    writtenBy: shelter.assess\n', '    writtenBy: shelter.assess\n    role: sex\n'),
    ).toEqual(['wrong-role']));

  it('refuse the same role twice', () =>
    expect(
      facts(
        BIRTH,
        'seen: { type: date, role: birth, class: identity, title: { fr: Vu, en: Seen } }\n  birth: { type: date, role: birth,',
      ),
    ).toContain('wrong-role'));

  it('are needed where a protocol opens with every case, and named', () => {
    const found = problemsWith({ [FILE]: exchange(PROTOCOL, 'code: P9', 'code: P9\nopensWith: case') });
    expect(found.map(({ code }) => code)).toEqual(['missing-role', 'missing-role']);
    expect(found.map(({ message }) => message.en).join()).toMatch(/role: danger-seen.*role: people-around/);
  });

  it('are needed of every field of the people around the child', () => {
    const people =
      'around: { type: list, role: people-around, class: people, title: { fr: a, en: b }, row: { called: { type: text, role: person-name, title: { fr: a, en: b } } } }';
    const found = said({
      'facts.yaml': exchange(FACTS, 'birth: { type: date,', `${people}\n  birth: { type: date,`),
      [FILE]: exchange(PROTOCOL, 'code: P9', 'code: P9\nopensWith: case'),
    });
    // The danger that is seen, and six fields.
    expect(found.filter((code) => code === 'missing-role')).toHaveLength(7);
  });

  it('are of facts.yaml alone', () =>
    expect(protocol('ordered_on: { type: date,', 'ordered_on: { type: date, role: birth,')).toEqual([
      'not-of-the-case',
    ]));

  it('are of facts.yaml alone in the rows of a list, too', () =>
    expect(
      protocol(
        'ordered_on: { type: date,',
        'met: { type: list, class: situation, title: { fr: a, en: b }, row: { tongue: { type: text, role: language, maxLength: 9, title: { fr: a, en: b } } } }\n  ordered_on: { type: date,',
      ),
    ).toContain('not-of-the-case'));
});

describe('answers that are marked beside the name of the child', () => {
  const DANGER = '    writtenBy: shelter.assess\n';
  const danger = (more: string): readonly string[] => facts(DANGER, `${DANGER}    ${more}\n`);

  it.each([
    ['role: danger\n    marked: [grave]', []],
    ['role: danger', ['missing-marks']],
    ['role: danger\n    marked: [gravest]', ['unknown-code']],
    ['marked: [grave]', ['marked-nowhere']],
  ])('%j', (more, codes) => expect(danger(more)).toEqual(codes));

  it('are of facts.yaml alone', () =>
    expect(protocol('place: { type: yes-no,', 'place: { type: yes-no, marked: [yes],')).toEqual([
      'not-of-the-case',
    ]));
});

describe('an outcome that says an age', () => {
  const AGED = exchange(PROTOCOL, SAFE, `${SAFE}\n    age: adult`);
  const LIMIT = 'limits:\n  MARGIN: { value: 18, unit: months, margin: age, basis: S19 }\nfacts:';

  it('needs the margin that no version may lower', () => {
    expect(said({ [FILE]: AGED })).toEqual(['missing-margin']);
    expect(said({ [FILE]: exchange(AGED, '\nfacts:', `\n${LIMIT}`) })).not.toContain('missing-margin');
  });
});

describe('what is told in one press', () => {
  const told = (line: string): readonly string[] =>
    facts(
      'birth: { type: date,',
      `late: { type: yes-no, class: situation, title: { fr: a, en: b }, reportableEvents: [${line}] }\n  birth: { type: date,`,
    ).filter((code) => code !== 'unused-fact');

  it.each([
    ['{ answer: yes, title: { fr: a, en: b }, engages: shelter, asks: [birth] }', []],
    ['{ answer: perhaps, title: { fr: a, en: b } }', ['unknown-code']],
    ['{ answer: yes, title: { fr: a, en: b }, engages: shelters }', ['unknown-protocol']],
    ['{ answer: yes, title: { fr: a, en: b }, asks: [births] }', ['unknown-fact']],
  ])('%s', (line, codes) => expect(told(line)).toEqual(codes));
});

describe('what lets a case rest', () => {
  it('is decided in a step that two persons agree on', () =>
    expect(protocol(SAFE, `${SAFE}\n    rests: { decidedBy: assess }`)).toEqual([]));

  it.each(['find_place', 'nowhere'])('is not %s, which one person does or nobody', (step) =>
    expect(protocol(SAFE, `${SAFE}\n    rests: { decidedBy: ${step} }`)).toEqual(['rests-undecided']),
  );

  it('is never an outcome that protects in full', () =>
    expect(
      protocol('    when: kind_of_place', '    rests: { decidedBy: assess }\n    when: kind_of_place'),
    ).toEqual(['rests-undecided']));
});

describe('a protocol whose runs are absences', () => {
  const GONE = 'code: P9\nabsence: { over: danger = "none", at: assess }';
  const resting = (keeps: string): string =>
    exchange(exchange(PROTOCOL, 'code: P9', GONE), SAFE, `${SAFE}\n    rests: { decidedBy: assess${keeps} }`);

  it('lets a case rest only where what protects goes on: the child is being looked for', () => {
    expect(said({ [FILE]: resting(', keeps: protective') })).toEqual([]);
    expect(said({ [FILE]: resting('') })).toEqual(['rests-while-absent']);
  });

  it('is none that every case opens with: nobody would be there', () =>
    expect(protocol('code: P9', `${GONE}\nopensWith: case`)).toContain('opens-absent'));
});

it('counted codes are answers', () =>
  expect(
    protocol('place: { type: yes-no,', 'place: { type: yes-no, counted: { not-referred: [maybe] },'),
  ).toEqual(['unknown-code']));

describe('a version that no longer says what the product reads', () => {
  const after = exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.1.0');
  const lost = (before: string): readonly string[] =>
    problemsWith({ [FILE]: before, 'shelter/1.1.0/protocol.yaml': after })
      .filter(({ code }) => code === 'declaration-lost')
      .map(({ message }) => message.en);

  it.each([
    ['code: P9', 'code: P9\nnoticesOnly: true', 'noticesOnly: true'],
    ['code: P9', 'code: P9\ntells: age', 'tells: age'],
    [SAFE, `${SAFE}\n    rests: { decidedBy: assess }`, 'outcomes.rests (nothing)'],
    [SAFE, `${SAFE}\n    age: adult`, 'outcomes.age: adult'],
    [
      'evidence: [order]',
      'evidence: [order]\n    counted: no-place-tonight',
      'steps.counted: no-place-tonight',
    ],
    ['evidence: [order]', 'evidence: [order]\n    saysCalled: true', 'steps.saysCalled: true'],
    ['evidence: [order]', 'evidence: [order]\n    reports: prosecutor', 'steps.reports: prosecutor'],
  ])('is refused, and the field named: %s', (part, by, field) =>
    expect(lost(exchange(PROTOCOL, part, by))).toEqual([
      `Version 1.0.0 says \`${field}\`, this one no longer does: the product reads it.`,
    ]),
  );

  it('is not refused what it still says elsewhere', () =>
    expect(
      said({
        [FILE]: exchange(PROTOCOL, 'evidence: [order]', 'saysCalled: true\n    evidence: [order]'),
        'shelter/1.1.0/protocol.yaml': exchange(
          after,
          '    adds: nights',
          '    saysCalled: true\n    adds: nights',
        ),
      }).filter((code) => code === 'declaration-lost'),
    ).toEqual([]));
});
