import { type Truth, text } from '../value';
import { not } from './compare';
import type { Compiling } from '../compile/compiling';
import { allOf, anyOf } from './kleene';
import { requireCondition } from '../compile/require-condition';
import type { CallSyntax, JunctionSyntax } from '../syntax/syntax';
import { BOOLEAN, type Term } from '../compile/condition-term';

/** The term of `and` and `or`. Explains itself by the operands that decide, not by all. */
export function compileJunction<Env>(syntax: JunctionSyntax, context: Compiling<Env>): Term<Env> | null {
  const compiled = syntax.operands.map((operand) => requireCondition(context, context.compile(operand)));
  const operands = compiled.filter((operand) => operand !== null);
  if (operands.length < compiled.length) return null;

  const tests = operands.map((operand) => operand.test);
  const test = syntax.word === 'and' ? allOf(tests) : anyOf(tests);
  // One false decides `and`, one true decides `or`; the opposite needs all, which then all have that value.
  return {
    place: syntax,
    type: BOOLEAN,
    evaluate: test,
    test,
    references: operands.flatMap((operand) => operand.references),
    isMonotone: operands.every((operand) => operand.isMonotone),
    unresolved: (env) => (test(env) === null ? operands.flatMap((operand) => operand.unresolved(env)) : []),
    deciding(env) {
      const whole = test(env);
      return operands.flatMap((operand) => (operand.test(env) === whole ? operand.deciding(env) : []));
    },
  };
}

/** The term of `not(…)`: unknown stays unknown. */
export function compileNot<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const [arg, ...more] = syntax.args;
  if (!arg || more.length > 0)
    return context.refuseAt(
      syntax,
      text('not() prend une seule condition.', 'not() takes one condition.'),
      text('Écrivez not(a and b).', 'Write not(a and b).'),
    );
  const operand = requireCondition(context, context.compile(arg));
  if (!operand) return null;
  const { test } = operand;
  const evaluate = (env: Env): Truth => not(test(env));
  return { ...operand, place: syntax, evaluate, test: evaluate };
}
