import fc from 'fast-check';
import type { Value } from './value';
import { compileExpression } from './compile/compile-expression';
import type { Expression } from './expression-types';
import { highOf, lowOf, numberIn } from './numbers/number-span';
import { randomExpression } from './testing/random-expression';
import { moreAndLess, randomScope } from './testing/random-facts';
import type { Small } from './testing/small-scope';

function compile(source: string): Expression<Small> {
  const compiled = compileExpression(source, randomScope);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems[0]?.message.en}`);
  return compiled.value;
}

/** Whether knowing less only widened the value. */
function isWidened(more: Value, less: Value): boolean {
  if (less === null || Object.is(more, less)) return true;
  const exact = numberIn(more);
  const wide = numberIn(less);
  return exact !== null && wide !== null && lowOf(wide) <= lowOf(exact) && highOf(wide) >= highOf(exact);
}

describe('forgetting', () => {
  it('never turns true into false or false into true', () => {
    fc.assert(
      fc.property(randomExpression('condition', true), moreAndLess, ({ ours }, [more, less]) => {
        const expression = compile(ours);
        expect(expression.isMonotone).toBe(true);
        expect([expression.evaluate(more), null]).toContain(expression.evaluate(less));
      }),
      { numRuns: 2000 },
    );
  });

  it('never moves a number, only widens it', () => {
    fc.assert(
      fc.property(randomExpression('number', true), moreAndLess, ({ ours }, [more, less]) => {
        const expression = compile(ours);
        expect(isWidened(expression.evaluate(more), expression.evaluate(less))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('explaining', () => {
  it('names something to find out while the result is unknown, and nothing once it is known', () => {
    fc.assert(
      fc.property(randomExpression('condition', true), moreAndLess, ({ ours }, [, less]) => {
        const expression = compile(ours);
        const isUnknown = expression.evaluate(less) === null;
        expect(expression.unresolved(less).length > 0).toBe(isUnknown && expression.references.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('names what decides: forgetting everything else leaves the result as it is', () => {
    fc.assert(
      fc.property(randomExpression('condition', true), moreAndLess, ({ ours }, [more]) => {
        const expression = compile(ours);
        const truth = expression.evaluate(more);
        if (truth === null) return;
        const decisive = new Set(expression.deciding(more).map((one) => one.name.split('.')[0]));
        const rest = Object.fromEntries(Object.entries(more).filter(([name]) => decisive.has(name)));
        expect(expression.evaluate(rest)).toBe(truth);
      }),
      { numRuns: 1000 },
    );
  });
});
