import { text } from '../value';
import { requireDate } from '../dates/compile-months';
import type { Compiling } from '../compile/compiling';
import { dateIn } from '../operators/date-span';
import type { CallSyntax } from '../syntax/syntax';
import { operationTerm, type Term } from '../compile/condition-term';

/**
 * The term of `latest(date)`: the last day that an imprecise date allows, 31 December of a year alone. Not monotone: a
 * date that becomes more exact gives another day, so lines that protect less can't use it.
 */
export function compileLatest<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const [operand, ...more] = syntax.args;
  if (!operand || more.length > 0) {
    return context.refuseAt(
      syntax,
      text('latest() prend une seule date.', 'latest() takes one date.'),
      text('Écrivez latest(date).', 'Write latest(date).'),
    );
  }
  const date = requireDate(operand, context);
  if (!date) return null;
  const read = date.evaluate;
  const term = operationTerm<Env>(syntax, { kind: 'date' }, [date], (env) => {
    const span = dateIn(read(env));
    return span && { firstDay: span.lastDay, lastDay: span.lastDay };
  });
  return { ...term, isMonotone: false };
}
