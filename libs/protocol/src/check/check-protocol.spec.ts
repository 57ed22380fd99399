import { exchange, placeOf, PROTOCOL, problemsWith } from '../testing/small-library';
import { FAULTS } from '../testing/protocol-faults';

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

  it('says that a comma split a text', () => {
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
