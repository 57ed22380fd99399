import type { Value } from '../value';
import { compileExpression } from '../compile/compile-expression';
import type { Expression, FeelProblem } from '../expression-types';
import { smallScope, type Small } from './small-scope';

/** The expression compiled against the small scope of the specs; throws with its problems if it is refused. */
export function compiled(source: string): Expression<Small> {
  const result = compileExpression(source, smallScope);
  if (!result.ok)
    throw new Error(result.problems.map((one) => `${one.message.en} ${one.remedy.en}`).join('\n'));
  return result.value;
}

/** What the expression gives for these values. */
export function evaluateSource(source: string, env: Small = {}): Value {
  return compiled(source).evaluate(env);
}

/** Why the expression is refused; throws if it is not. */
export function refusals(source: string): readonly FeelProblem[] {
  const result = compileExpression(source, smallScope);
  if (result.ok) throw new Error(`${source} was not refused`);
  return result.problems;
}
