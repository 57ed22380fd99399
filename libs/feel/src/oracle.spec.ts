import fc from 'fast-check';
import { evaluate as evaluateStandard } from 'feelin';
import type { Value } from './value';
import { compileExpression } from './compile/compile-expression';
import type { Scope } from './expression-types';
import { exactly, fractionOf } from './testing/exact-fractions';
import { parseExpression } from './syntax/parse-expression';
import { randomExpression, type Written } from './testing/random-expression';
import { knownFacts, randomScope } from './testing/random-facts';
import type { Small } from './testing/small-scope';

function evaluateOurs(source: string, facts: Small): Value {
  const compiled = compileExpression(source, randomScope);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems[0]?.message.en}`);
  return compiled.value.evaluate(facts);
}

/** The facts as standard FEEL takes them: lists are plain lists of contexts. */
function contextOf(facts: Small): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'rows' in value
        ? value.rows.map((row) => row.fields)
        : value,
    ]),
  );
}

function agrees({ ours, standard }: Written, facts: Small): void {
  expect([ours, evaluateOurs(ours, facts)]).toEqual([
    ours,
    evaluateStandard(standard, contextOf(facts)).value,
  ]);
}

describe('where everything is known, the subset is FEEL (oracle: feelin)', () => {
  it('on conditions', () => {
    fc.assert(fc.property(randomExpression('condition', false, 'quarters'), knownFacts('quarters'), agrees), {
      numRuns: 500,
    });
  });

  it('on numbers', () => {
    fc.assert(fc.property(randomExpression('number', false, 'quarters'), knownFacts('quarters'), agrees), {
      numRuns: 300,
    });
  });
});

describe('decimals, which the oracle rounds, are what exact fractions say', () => {
  const agreesExactly = ({ ours }: Written, facts: Small): void => {
    const parsed = parseExpression(ours);
    if (!parsed.ok) throw new Error(ours);
    const exact = exactly(parsed.value, facts);
    const value = evaluateOurs(ours, facts);
    // More than fifteen digits: held between two bounds, and unknown where that decides.
    fc.pre(value !== null && (typeof value !== 'object' || !('low' in value)));
    expect([ours, typeof value === 'number' ? fractionOf(value) : value]).toEqual([ours, exact]);
  };

  it('on conditions', () => {
    fc.assert(fc.property(randomExpression('condition', false), knownFacts('thousandths'), agreesExactly), {
      numRuns: 2_000,
    });
  });

  it('on numbers', () => {
    fc.assert(fc.property(randomExpression('number', false), knownFacts('thousandths'), agreesExactly), {
      numRuns: 1_000,
    });
  });

  it('and not what the oracle says', () => {
    expect(evaluateStandard('0.1 + 0.2 = 0.3', {}).value).toBe(false);
    expect(evaluateOurs('0.1 + 0.2 = 0.3', {})).toBe(true);
  });
});

const UNKNOWN: Scope<Small> = {
  ...randomScope,
  name: () => ({ type: { kind: 'choice', values: ['yes', 'no'] }, read: () => null }),
};

describe('where something is unknown, standard FEEL says false and the subset does not', () => {
  it.each(['s = "yes"', 's != "yes"', 'not(s = "yes")', 's in ("yes", "no")'])('%s', (source) => {
    const compiled = compileExpression(source, UNKNOWN);
    expect(compiled.ok && compiled.value.evaluate({})).toBeNull();
    expect(evaluateStandard(source, { s: null }).value).not.toBeNull();
  });
});
