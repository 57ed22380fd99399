import { exchange, FACTS, placeOf, PROTOCOL, problemsWith } from '../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';
const codesIn = (text: string, files: Readonly<Record<string, string>> = {}) =>
  problemsWith({ [FILE]: text, ...files })
    .filter(({ code }) => code !== 'unused-derived')
    .map(({ file, line, column, code }) => `${file} ${line}:${column} ${code}`);

/** A condition of the small protocol, written where `find_place` says when it applies. */
const when = (condition: string) => exchange(PROTOCOL, 'when: at_risk\n', `when: >-\n      ${condition}\n`);

describe('a condition that can never be true', () => {
  it.each([
    'danger = "grave" and danger = "mild"',
    'danger = "grave" and not(at_risk)',
    'at_risk and danger = "none"',
    'place = "yes" and kind_of_place = "home" and place != "yes"',
    'not(danger in ("grave", "mild", "none"))',
    'signs.debt = "yes" and all(signs, "no")',
    'bad_nights > 3 and bad_nights < 2',
    'bad_nights > NIGHTS and bad_nights < 3',
    'done(assess) and not(done(assess))',
    'state(night) = "done" and state(night) = "waived"',
    'answer(danger) = "refused" and danger = "grave"',
    'run(shelter).outcome = "SAFE" and run(shelter).outcome = "PLACED"',
    'birth > ordered_on and danger = "grave" and danger = "none"',
    'count(nights) > 2 and not(count(nights) > 2)',
  ])('%s', (condition) => {
    const found = problemsWith({ [FILE]: when(condition) });
    expect(found.filter(({ code }) => code === 'never-true')).toEqual([
      expect.objectContaining({ file: FILE, line: 53, severity: 'error' }),
    ]);
    expect(found.map(({ code }) => code)).toContain('unreachable-step');
  });

  it.each([
    'danger = "grave" or danger = "mild"',
    'at_risk and danger != "grave"',
    'bad_nights > 2 and bad_nights < 3',
    'bad_nights > NIGHTS or bad_nights < 3',
    'done(assess) and not(approved(assess))',
    'answer(danger) = "refused" or danger = "grave"',
    'count_answers(signs, "refused") = 2',
    'count(nights) > 2 and danger = "grave"',
    'signs.debt = "yes" and any(signs, "no")',
  ])('but not %s', (condition) => {
    expect(codesIn(when(condition))).toEqual([]);
  });

  it('is found in flags, requirements, relevance, outcomes, openings, safeguards and derived values', () => {
    const never = 'danger = "grave" and danger = "none"';
    const faults: readonly (readonly [part: string, by: string])[] = [
      ['{ when: safe = "no", tell', `{ when: '${never}', tell`],
      ['relevant: place = "yes"', `relevant: ${never}`],
      ['    when: kind_of_place = "home" and place = "yes"', `    when: ${never}`],
      [', when: bad_nights >= NIGHTS', `, when: '${never}'`],
      ['at_risk: danger in ("grave", "mild")', `at_risk: ${never}`],
      ['sameSteps: { whatever: [birth, nights.safe, signs.debt], among: protective }', `never: '${never}'`],
      ['approvedBy: { role: SUP }', `approvedBy: { role: SUP, when: '${never}' }`],
    ];
    for (const [part, by] of faults) {
      expect(codesIn(exchange(PROTOCOL, part, by))).toContainEqual(expect.stringContaining('never-true'));
    }
  });

  it('is left to exploring where it takes more than a few thousand combinations', () => {
    const items = Array.from({ length: 12 }, (_, item) => `sign_${item}: { fr: a, en: a }`).join(', ');
    const facts = exchange(
      FACTS,
      'debt: { fr: Dette, en: Debt }',
      `debt: { fr: Dette, en: Debt }, ${items}`.replaceAll(', sign', '\n      sign'),
    );
    const text = when('any(signs, "yes") and all(signs, "no")');
    expect(codesIn(text, { 'facts.yaml': facts })).toEqual([]);
  });
});

describe('a condition that is always true', () => {
  it.each([
    'done(assess) or not(done(assess))',
    'answer(danger) in ("given", "unknown", "not-asked", "refused")',
  ])('%s', (condition) => {
    expect(codesIn(when(condition))).toEqual([`${FILE} 53:11 always-true`]);
  });

  it('is no fault where it asks whether something is known', () => {
    expect(codesIn(when('danger in ("grave", "mild", "none")'))).toEqual([]);
  });

  it('is a warning where an outcome or an opening stands on nothing but being known', () => {
    const text = exchange(
      PROTOCOL,
      ', when: bad_nights >= NIGHTS',
      `, when: 'danger in ("grave", "mild", "none")'`,
    );
    expect(codesIn(text)).toEqual([expect.stringMatching(/ true-once-known$/)]);
  });

  it('of `unless` takes the step away', () => {
    const text = exchange(PROTOCOL, 'when: at_risk\n', 'unless: done(assess) or not(done(assess))\n');
    const found = problemsWith({ [FILE]: text });
    expect(found.find(({ code }) => code === 'always-true')?.message.en).toContain('the step never applies');
    expect(found.find(({ code }) => code === 'unreachable-step')?.message.en).toContain('`judge`');
  });
});

describe('a step that never comes', () => {
  const unreachable = (text: string) =>
    problemsWith({ [FILE]: text }).filter(
      ({ code }) => code === 'unreachable-step' || code === 'start-never-comes',
    );

  it('comes only after one that never does', () => {
    const found = unreachable(when('danger = "grave" and danger = "none"'));
    expect(found.map(({ message }) => message.en)).toEqual([
      '`judge` can never be done: it comes after `find_place`, which never comes.',
    ]);
  });

  it('waits for one that waits for it', () => {
    const text = exchange(PROTOCOL, 'when: at_risk\n', 'when: done(judge)\n');
    expect(unreachable(text).map(({ message }) => message.en)).toEqual([
      '`find_place` can never be done: it waits for a step that never comes.',
      '`judge` can never be done: it comes after `find_place`, which never comes.',
    ]);
  });

  it('is not one that may come after another too', () => {
    const text = exchange(
      when('danger = "grave" and danger = "none"'),
      'after: [find_place]',
      'after: [find_place, night]',
    );
    expect(unreachable(text)).toEqual([]);
  });

  it('starts no period', () => {
    const text = exchange(
      exchange(when('danger = "grave" and danger = "none"'), '    after: [find_place]\n', ''),
      'from: ordered_on',
      'from: find_place',
    );
    expect(unreachable(text).map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      `${placeOf(text, 'find_place, origin')} start-never-comes`,
    ]);
  });

  it('opens nothing later', () => {
    const text = exchange(
      when('danger = "grave" and danger = "none"'),
      'again: true,',
      'again: true, delay: { after: 1 day, from: find_place, origin: TOOL },',
    );
    expect(unreachable(text).map(({ code }) => code)).toContain('start-never-comes');
  });
});

describe('a line that is never reached', () => {
  it('of outcomes: the lines above hold whenever it does', () => {
    const text = exchange(
      PROTOCOL,
      '  - { id: RUNNING',
      '  - { id: ALSO, title: { fr: Aussi, en: Too }, protects: full, when: \'kind_of_place = "home" and place = "yes" and nights_good\' }\n  - { id: RUNNING',
    );
    const good = exchange(
      text,
      'derived:\n  at_risk',
      'derived:\n  nights_good: every n in nights satisfies n.good\n  at_risk',
    );
    const found = problemsWith({ [FILE]: good });
    expect(found.map(({ code }) => code)).toEqual(['line-never-reached']);
  });

  it('of derived values', () => {
    const lines = `  level:
    - { when: 'danger in ("grave", "mild")', is: '"high"' }
    - { when: danger = "mild", is: '"low"' }
    - { when: danger = "none", is: '"none"' }
  at_risk: level = "high"`;
    const text = exchange(PROTOCOL, '  at_risk: danger in ("grave", "mild")', lines);
    expect(codesIn(text)).toEqual([`${FILE} ${placeOf(text, '{ when: danger = "mild"')} line-never-reached`]);
    expect(codesIn(exchange(text, '("grave", "mild")\', is', '("grave")\', is'))).toEqual([]);
  });
});

describe('what is asked', () => {
  const asked = (fact: string) =>
    exchange(
      exchange(PROTOCOL, '  place: { type: yes-no', `  spare: ${fact}\n  place: { type: yes-no`),
      'ordered_on, signs]',
      'ordered_on, signs, spare]',
    );

  it('has a reader or a ground', () => {
    const text = asked('{ type: yes-no, class: places, title: { fr: a, en: a } }');
    expect(codesIn(text)).toEqual([`${FILE} ${placeOf(text, 'spare:')} unread-fact`]);
  });

  it.each([
    ['a ground', '{ type: yes-no, class: places, basis: S19, title: { fr: a, en: a } }'],
    ['words', '{ type: text, class: situation, title: { fr: a, en: a } }'],
    ['who the child is', '{ type: yes-no, class: identity, title: { fr: a, en: a } }'],
  ])('and needs no reader if it is %s', (_, fact) => {
    expect(codesIn(asked(fact))).toEqual([]);
  });

  it('a shared fact that conditions read and no step asks is named', () => {
    const facts = exchange(
      FACTS,
      '  birth: {',
      '  lost: { type: yes-no, class: situation, title: { fr: a, en: a } }\n  birth: {',
    );
    const of = (text: string) => codesIn(text, { 'facts.yaml': facts });
    expect(of(PROTOCOL)).toEqual([`facts.yaml ${placeOf(facts, 'lost:')} unused-fact`]);
    expect(of(when('at_risk and lost = "yes"'))).toEqual([
      `facts.yaml ${placeOf(facts, 'lost:')} never-asked`,
    ]);
    expect(of(exchange(PROTOCOL, 'ordered_on, signs]', 'ordered_on, signs, lost]'))).toEqual([]);
  });
});

describe('across protocols and versions', () => {
  it('an outcome that another protocol does not have', () => {
    const found = problemsWith({ [FILE]: when('run(shelter).outcome = "SAVE"') });
    expect(found.map(({ code, remedy }) => [code, remedy.en])).toEqual([
      ['expression', expect.stringContaining('SAFE')],
    ]);
  });

  it('the only writer of a shared fact must be a step of the newest version', () => {
    const newer = exchange(
      exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.1.0'),
      '- id: assess',
      '- id: weigh',
    )
      .replaceAll('[assess]', '[weigh]')
      .replaceAll('(assess)', '(weigh)');
    const found = problemsWith({ 'shelter/1.1.0/protocol.yaml': newer });
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'facts.yaml unknown-step',
      'shelter/1.1.0/protocol.yaml not-the-writer',
    ]);
    expect(found[0]?.message.en).toContain('shelter@1.1.0');
  });

  it('a version exists once', () => {
    const found = problemsWith({ 'house/1.0.0/protocol.yaml': PROTOCOL });
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'house/1.0.0/protocol.yaml other-folder',
      'shelter/1.0.0/protocol.yaml duplicate-version',
    ]);
  });

  it('an earlier version is warned of no more', () => {
    const bare = exchange(PROTOCOL, '    guidance: { fr: Relancer., en: Remind. }\n', '');
    const newer = exchange(PROTOCOL, 'version: 1.0.0', 'version: 1.1.0');
    expect(codesIn(bare)).toEqual([expect.stringContaining('missing-guidance')]);
    expect(codesIn(bare, { 'shelter/1.1.0/protocol.yaml': newer })).toEqual([]);
  });
});

describe('words that blame the child', () => {
  it.each([
    ['title: { fr: Abri, en: Shelter }', 'title: { fr: Consentante, en: Shelter }'],
    ['title: { fr: Lieu sûr, en: Safe place }', 'title: { fr: Lieu sûr, en: Willing }'],
    ['home: { fr: foyer, en: home }', 'home: { fr: consentante, en: home }'],
    ['title: { fr: Placé, en: Placed }', 'title: { fr: Placé, en: Willing }'],
  ])('are found in %s', (part, by) => {
    expect(codesIn(exchange(PROTOCOL, part, by))).toEqual([expect.stringMatching(/ refused-word$/)]);
  });

  it('are found in facts.yaml', () => {
    const facts = exchange(FACTS, 'order: { fr: Ordonnance', 'order: { fr: Enfant consentante');
    expect(codesIn(PROTOCOL, { 'facts.yaml': facts })).toEqual([expect.stringContaining('facts.yaml')]);
  });
});
