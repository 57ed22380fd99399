import { text } from '../value';
import { monthsBegun, monthsBetween } from './months';
import type { Compiling } from '../compile/compiling';
import type { FeelType } from '../expression-types';
import { dateIn } from '../operators/date-span';
import { describeTerm } from '../compile/describe-type';
import type { CallSyntax, Syntax } from '../syntax/syntax';
import { operationTerm, type Term } from '../compile/condition-term';

const MONTHS: FeelType = { kind: 'number', unit: 'months' };

/** The term of `months_between(a, b)` and `months_begun(a, b)`; a span when a date is imprecise. */
export function compileMonths<Env>(
  word: 'months_between' | 'months_begun',
  syntax: CallSyntax,
  context: Compiling<Env>,
): Term<Env> | null {
  const [first, second, ...more] = syntax.args;
  if (!first || !second || more.length > 0) {
    return context.refuseAt(
      syntax,
      text(`${word}() prend deux dates.`, `${word}() takes two dates.`),
      text(`Écrivez ${word}(de, à).`, `Write ${word}(from, to).`),
    );
  }
  const from = requireDate(first, context);
  const to = requireDate(second, context);
  if (!from || !to) return null;
  const count = word === 'months_between' ? monthsBetween : monthsBegun;
  const readFrom = from.evaluate;
  const readTo = to.evaluate;
  return operationTerm(syntax, MONTHS, [from, to], (env) => {
    const a = dateIn(readFrom(env));
    const b = a && dateIn(readTo(env));
    return a && b && count(a, b);
  });
}

/** The operand as a date, or `null` after refusing it. */
export function requireDate<Env>(syntax: Syntax, context: Compiling<Env>): Term<Env> | null {
  const term = context.compile(syntax);
  if (!term || term.type.kind === 'date') return term;
  return context.refuseAt(
    syntax,
    text(
      `${context.print(syntax)} est ${describeTerm(term).fr}, là où il faut une date.`,
      `${context.print(syntax)} is ${describeTerm(term).en}, where a date is needed.`,
    ),
    text('Nommez un fait de type date.', 'Name a fact of type date.'),
  );
}
