import { evaluateSource, compiled, refusals } from '../testing/evaluate-source';
import { day } from '../testing/small-scope';

describe('comparisons', () => {
  it.each([
    ['papers = "absent"', { papers: 'absent' }, true],
    ['papers = "absent"', { papers: 'valid' }, false],
    ['papers != "absent"', { papers: 'valid' }, true],
    ['papers = birth_papers', { papers: 'valid', birth_papers: 'valid' }, true],
    ['papers != birth_papers', { papers: 'valid', birth_papers: 'absent' }, true],
    ['"valid" = papers', { papers: 'valid' }, true],
    ['note = "words"', { note: 'words' }, true],
    ['assessed = suspected', { assessed: false, suspected: false }, true],
    ['assessed != true', { assessed: true }, false],
    ['low > MAJ', { low: 216.5 }, true],
    ['low <= 216', { low: 216.5 }, false],
    ['birth < decided_on', { birth: day(1), decided_on: day(2) }, true],
    ['birth >= decided_on', { birth: day(1), decided_on: day(2) }, false],
  ] as const)('%s of %j is %s', (source, env, truth) => {
    expect(evaluateSource(source, env)).toBe(truth);
  });

  it.each([
    'papers = "absent"',
    'papers != "absent"',
    '"absent" = papers',
    'papers = birth_papers',
    'papers != birth_papers',
    'assessed = true',
    'assessed != suspected',
    'low = 3',
    'low != 3',
    'low < 3',
    'low <= 3',
    'low > points',
    'low >= points',
    'birth = decided_on',
    'birth != decided_on',
    'birth < decided_on',
  ])('%s is unknown on an unknown operand', (source) => {
    expect(evaluateSource(source, {})).toBeNull();
    expect(
      evaluateSource(source, { birth_papers: 'valid', suspected: true, points: 3, decided_on: day(3) }),
    ).toBeNull();
  });

  it.each([
    ['low > 216', { low: { low: 217, high: 230 } }, true],
    ['low > 216', { low: { low: 200, high: 216 } }, false],
    ['low > 216', { low: { low: 210, high: 220 } }, null],
    ['low = 216', { low: { low: 210, high: 220 } }, null],
    ['low != 216', { low: { low: 217, high: 220 } }, true],
    ['low < points', { low: { low: 1, high: 2 }, points: { low: 2, high: 3 } }, null],
    ['low <= points', { low: { low: 1, high: 2 }, points: { low: 2, high: 3 } }, true],
    ['birth < decided_on', { birth: day(1, 365), decided_on: day(366) }, true],
    ['birth < decided_on', { birth: day(1, 366), decided_on: day(366) }, null],
    ['birth = decided_on', { birth: day(1, 2), decided_on: day(1, 2) }, null],
    ['birth != decided_on', { birth: day(1, 2), decided_on: day(3, 4) }, true],
  ] as const)('%s of %j is %s: bounds that are known decide, others do not', (source, env, truth) => {
    expect(evaluateSource(source, env)).toBe(truth);
  });

  it('reads a value against its type as unknown, never as different', () => {
    expect(evaluateSource('papers != "absent"', { papers: 3 })).toBeNull();
    expect(evaluateSource('low != 3', { low: 'three' })).toBeNull();
    expect(evaluateSource('low < 3', { low: Number.NaN })).toBeNull();
    expect(evaluateSource('assessed != suspected', { assessed: true, suspected: 'no' })).toBeNull();
    expect(evaluateSource('not(assessed)', { assessed: 'no' })).toBeNull();
  });
});

describe('units', () => {
  it.each([
    'count(exams) > low',
    'low <= count(signs, "yes")',
    'count(forms) = MAJ',
    'count_answers(signs, "refused") < low',
    'low in [count(exams)..240]',
    'count(exams) + low > 3',
    'low - count(signs, "yes") > 216',
    'max(low, count(exams)) > 216',
    'count(exams) + 1 > low',
    '-count(exams) > low',
  ])('a count is no number of months: %s', (source) => {
    const [problem] = refusals(source);
    expect(problem?.message.en).toMatch(/a count.*a number of months|a number of months.*a count/);
    expect(problem?.remedy.fr).toBe('Comparez un décompte à un nombre, des mois à des mois.');
  });

  it.each([
    'count(exams) > 2',
    'count(exams) > points',
    'count(exams) >= count(decisions)',
    'count(exams) + count(decisions) = 3',
    'low > 216',
    'low - points > MAJ',
    'low * count(exams) > 216',
    'low / count(exams) > 216',
  ])('one or none: %s', (source) => {
    expect(compiled(source).type.kind).toBe('boolean');
  });
});
