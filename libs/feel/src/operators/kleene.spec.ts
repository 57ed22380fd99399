import type { Truth } from '../value';
import { allOf, anyOf } from './kleene';

const TRUTHS: readonly Truth[] = [true, false, null];
const constant = (truth: Truth) => () => truth;

/** Kleene's tables by their order: false < unknown < true. */
const rank = (truth: Truth) => (truth === null ? 1 : truth ? 2 : 0);
const least = (...truths: Truth[]) => truths.reduce((a, b) => (rank(a) <= rank(b) ? a : b));
const greatest = (...truths: Truth[]) => truths.reduce((a, b) => (rank(a) >= rank(b) ? a : b));

describe('and, or', () => {
  it('are the least and the greatest of two', () => {
    for (const a of TRUTHS) {
      for (const b of TRUTHS) {
        expect([a, b, allOf([constant(a), constant(b)])({})]).toEqual([a, b, least(a, b)]);
        expect([a, b, anyOf([constant(a), constant(b)])({})]).toEqual([a, b, greatest(a, b)]);
      }
    }
  });

  it('are the same of three', () => {
    for (const a of TRUTHS) {
      for (const b of TRUTHS) {
        for (const c of TRUTHS) {
          const tests = [a, b, c].map(constant);
          expect(allOf(tests)({})).toBe(least(a, b, c));
          expect(anyOf(tests)({})).toBe(greatest(a, b, c));
        }
      }
    }
  });

  it('of one and of none', () => {
    expect(allOf([constant(null)])({})).toBeNull();
    expect(anyOf([constant(false)])({})).toBe(false);
    expect(allOf([])({})).toBe(true);
    expect(anyOf([])({})).toBe(false);
  });
});
