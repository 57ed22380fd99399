import { readAnswers, readValues } from './read-answer';

describe('what the solver says', () => {
  it('is one word a question', () => {
    expect(readAnswers('sat\nunsat\nunknown\n')).toEqual(['sat', 'unsat', 'unknown']);
  });

  it('is a value for each constant', () => {
    const output =
      'sat\n((|papers=valid| true)\n (|a#| (- 3.0))\n (|b#| (/ 7.0 2.0))\n (|c<| (- 12))\n (|d#| (- (/ 1.0 2.0))))\n';
    expect([...readValues(output)]).toEqual([
      ['papers=valid', 'true'],
      ['a#', '-3'],
      ['b#', '3.5'],
      ['c<', '-12'],
      ['d#', '-0.5'],
    ]);
  });
});
