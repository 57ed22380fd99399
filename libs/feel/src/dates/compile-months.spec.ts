import { dayNumber } from './civil-day';
import { evaluateSource, compiled } from '../testing/evaluate-source';
import { day } from '../testing/small-scope';

const born = day(dayNumber(2008, 2, 29));
const inYear2008 = day(dayNumber(2008, 1, 1), dayNumber(2008, 12, 31));
const seen = day(dayNumber(2026, 2, 28));

describe('months', () => {
  it.each([
    ['months_between(birth, decided_on)', { birth: born, decided_on: seen }, 215],
    ['months_begun(birth, decided_on)', { birth: born, decided_on: seen }, 216],
    ['months_between(birth, decided_on)', { birth: inYear2008, decided_on: seen }, { low: 205, high: 217 }],
    ['months_between(birth, decided_on) < MAJ', { birth: born, decided_on: seen }, true],
    ['months_between(birth, decided_on) < MAJ', { birth: inYear2008, decided_on: seen }, null],
    ['months_between(birth, decided_on)', { birth: born }, null],
    ['months_begun(birth, decided_on)', { decided_on: seen }, null],
  ] as const)('%s of %j is %j', (source, env, value) => {
    expect(evaluateSource(source, env)).toEqual(value);
  });

  it('asks for the exact date where an imprecise one leaves it open', () => {
    const minor = compiled('months_between(birth, decided_on) < MAJ');
    expect(minor.unresolved({ birth: inYear2008, decided_on: seen }).map((one) => one.name)).toEqual([
      'birth',
    ]);
  });
});
