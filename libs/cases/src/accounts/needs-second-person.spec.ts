import { needsSecondPerson } from './needs-second-person';

describe('needsSecondPerson', () => {
  it.each([
    ['giving supervision', [], ['supervisor'], false, true],
    ['giving audit beside work', ['caseworker'], ['caseworker', 'auditor'], false, true],
    ['giving administration', [], ['administrator'], false, true],
    ['giving work', [], ['caseworker'], false, false],
    ['giving work to oneself', ['administrator'], ['administrator', 'caseworker'], true, true],
    ['taking supervision away', ['supervisor', 'caseworker'], ['caseworker'], false, false],
    ['taking from oneself', ['administrator', 'trainer'], ['administrator'], true, false],
    ['keeping', ['supervisor'], ['supervisor'], true, false],
  ] as const)('%s', (_what, before, after, isOneself, expected) => {
    expect(needsSecondPerson(before, after, isOneself)).toBe(expected);
  });
});
