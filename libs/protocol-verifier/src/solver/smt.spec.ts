import { and, atMostOne, differ, implies, ite, not, numeral, or } from './smt';

describe('terms', () => {
  it.each([
    [and(), 'true'],
    [or(), 'false'],
    [and('a', 'true', 'a'), 'a'],
    [and('a', 'false'), 'false'],
    [and('a', not('a')), 'false'],
    [or('a', not('a')), 'true'],
    [or(not('a'), 'a'), 'true'],
    [or('a', 'b'), '(or a b)'],
    [not(not('a')), 'a'],
    [not('true'), 'false'],
    [implies('true', 'a'), 'a'],
    [implies('a', 'false'), '(not a)'],
    [differ('a', 'a'), 'false'],
    [ite('false', 'a', 'b'), 'b'],
    [ite('c', 'a', 'a'), 'a'],
    [atMostOne(['a', 'b']), '(not (and a b))'],
    [numeral(-3), '(- 3.0)'],
    [numeral(2.5), '2.5'],
    [numeral(1e21), '1000000000000000000000.0'],
    [numeral(1e-7), '(/ 1.0 10000000.0)'],
  ])('%s', (term, simplified) => expect(term).toBe(simplified));
});
