import { METROPOLITAN } from './metropolitan';
import { bordersFrom, neighboursOf } from './neighbours';

const CODES = METROPOLITAN.map(([code]) => code);

it('touches both ways, and never itself', () => {
  for (const code of CODES)
    for (const next of neighboursOf(code)) {
      expect([code, next, neighboursOf(next).includes(code)]).toEqual([code, next, true]);
      expect(next).not.toBe(code);
    }
});

it('knows every département of the mainland, and nothing that is none', () => {
  for (const code of CODES) {
    expect([code, neighboursOf(code).length > 0]).toEqual([code, true]);
    for (const next of neighboursOf(code)) expect(CODES).toContain(next);
  }
});

it('is one mainland, and Corsica beside it', () => {
  const mainland = CODES.filter((code) => !code.startsWith('2A') && !code.startsWith('2B'));
  expect(new Set(bordersFrom('75').keys())).toEqual(new Set(mainland));
  expect([...bordersFrom('2A')]).toEqual([
    ['2A', 0],
    ['2B', 1],
  ]);
});

it.each([
  ['93', '93', 0],
  ['93', '77', 1],
  ['93', '60', 2],
  ['75', '13', undefined],
  ['974', '974', 0],
  ['974', '75', undefined],
] as const)('counts borders from %s to %s: %s', (from, to, borders) => {
  const found = bordersFrom(from).get(to);
  if (from === '75') expect(found).toBeGreaterThan(5);
  else expect(found).toBe(borders);
});
