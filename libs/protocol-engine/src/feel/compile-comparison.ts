import { checkOperands } from './check-operands';
import { comparisonTest, literalTest } from './compare';
import type { Compiling } from './compiling';
import type { ComparisonSyntax } from './syntax';
import { conditionTerm, type Term } from './term';

/** The term of `= != < <= > >=` on two values of one type. */
export function compileComparison<Env>(syntax: ComparisonSyntax, context: Compiling<Env>): Term<Env> | null {
  const left = context.compile(syntax.left);
  const right = context.compile(syntax.right);
  if (!left || !right) return null;
  const kind = checkOperands(syntax, left, right, context);
  if (!kind) return null;
  const { operator } = syntax;
  const isOrder = operator !== '=' && operator !== '!=';
  if (isOrder && (kind === 'string' || kind === 'boolean')) {
    return context.refuse(
      syntax,
      `${kind === 'string' ? 'Codes and texts have' : 'True and false have'} no order.`,
      kind === 'string' ? 'List the codes that count: x in ("a", "b").' : 'Use = or not(…).',
    );
  }
  const test =
    typeof right.literal === 'string'
      ? literalTest(operator, left.evaluate, right.literal)
      : comparisonTest(operator, kind, left.evaluate, right.evaluate);
  return conditionTerm(syntax, [left, right], test);
}
