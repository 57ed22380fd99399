import { text } from '../value';
import { checkOperands } from './check-operands';
import { comparisonTest, literalTest } from './compare';
import type { Compiling } from '../compile/compiling';
import type { ComparisonSyntax } from '../syntax/syntax';
import { conditionTerm, type Term } from '../compile/condition-term';

/** The term of `= != < <= > >=` on two values of one type. */
export function compileComparison<Env>(syntax: ComparisonSyntax, context: Compiling<Env>): Term<Env> | null {
  const left = context.compile(syntax.left);
  const right = context.compile(syntax.right);
  if (!left || !right) return null;
  const { operator } = syntax;
  if (operator !== '=' && operator !== '!=' && hasNoOrder(left) && hasNoOrder(right)) {
    return context.refuseAt(
      syntax,
      text(
        'Les codes, les textes et les conditions n’ont pas d’ordre.',
        'Codes, texts and conditions have no order.',
      ),
      text(
        'Donnez les codes qui comptent : x in ("a", "b") ; pour des conditions, = ou not(…).',
        'List the codes that count: x in ("a", "b"); for conditions use = or not(…).',
      ),
    );
  }
  const kind = checkOperands(syntax, left, right, context);
  if (!kind) return null;
  const test =
    typeof right.literal === 'string'
      ? literalTest(operator, left.evaluate, right.literal)
      : comparisonTest(operator, kind, left.evaluate, right.evaluate);
  return conditionTerm(syntax, [left, right], test);
}

function hasNoOrder<Env>({ type }: Term<Env>): boolean {
  return type.kind === 'choice' || type.kind === 'text' || type.kind === 'boolean';
}
