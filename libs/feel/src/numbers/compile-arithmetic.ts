import { type Value, text } from '../value';
import type { Compiling } from '../compile/compiling';
import type { FeelType, Reader } from '../expression-types';
import { over, plus, times } from './decimal';
import { describeTerm } from '../compile/describe-type';
import { agreeInUnit } from '../operators/check-operands';
import { refuseHyphens } from '../syntax/hyphenated-name';
import { add, divide, multiply, negate, numberIn, subtract, type FeelNumber } from './number-span';
import type { ArithmeticOperator, ArithmeticSyntax, Syntax } from '../syntax/syntax';
import { NUMBER, operationTerm, type Term } from '../compile/condition-term';

type Operation = (a: FeelNumber, b: FeelNumber) => FeelNumber | null;

/** The term of `+ - * /` on numbers. Dates are compared or counted in months, never added to. */
export function compileArithmetic<Env>(syntax: ArithmeticSyntax, context: Compiling<Env>): Term<Env> | null {
  if (refuseHyphens(syntax, context)) return null;
  const left = requireNumber(context.compile(syntax.left), context);
  const right = requireNumber(context.compile(syntax.right), context);
  if (!left || !right) return null;
  const { operator } = syntax;
  if ((operator === '+' || operator === '-') && !agreeInUnit(syntax, left, right, context)) return null;
  const type = resultType(operator, left.type, right.type);
  return operationTerm(
    syntax,
    type,
    [left, right],
    arithmeticReader(operator, left.evaluate, right.evaluate),
  );
}

export function compileNegation<Env>(
  syntax: Syntax & { kind: 'negation' },
  context: Compiling<Env>,
): Term<Env> | null {
  const of = requireNumber(context.compile(syntax.of), context);
  if (!of) return null;
  const read = of.evaluate;
  return operationTerm(syntax, of.type, [of], (env) => {
    const value = numberIn(read(env));
    return value === null ? null : negate(value);
  });
}

/** The term as a number, or `null` after refusing it. */
export function requireNumber<Env>(term: Term<Env> | null, context: Compiling<Env>): Term<Env> | null {
  if (!term || term.type.kind === 'number') return term;
  const written = context.print(term.place);
  const isText = term.type.kind === 'text' || term.type.kind === 'choice';
  return context.refuseAt(
    term.place,
    text(
      `${written} est ${describeTerm(term).fr}, là où il faut un nombre.`,
      `${written} is ${describeTerm(term).en}, where a number is needed.`,
    ),
    term.type.kind === 'date'
      ? text(
          'Comptez en mois : months_between(a, b), months_begun(a, b).',
          'Count in months: months_between(a, b), months_begun(a, b).',
        )
      : isText
        ? text(
            'On ne joint pas les textes et on ne calcule pas avec ; comparez-les : x = "code".',
            'Texts are not joined or computed with; compare them: x = "code".',
          )
        : text('Servez-vous d’un fait de type number ou months.', 'Use a fact of type number or months.'),
  );
}

/** A fast path where both operands are plain numbers and the result is a decimal; spans take the slower one. */
function arithmeticReader<Env>(
  operator: ArithmeticOperator,
  left: Reader<Env>,
  right: Reader<Env>,
): Reader<Env> {
  const [exactly, onSpan] = OPERATIONS[operator];
  return (env) => {
    const a = left(env);
    const b = right(env);
    const decimal = typeof a === 'number' && typeof b === 'number' ? exactly(a, b) : NaN;
    return Number.isNaN(decimal) ? onSpans(onSpan, a, b) : decimal;
  };
}

const OPERATIONS: Readonly<
  Record<ArithmeticOperator, readonly [exactly: (a: number, b: number) => number, onSpan: Operation]>
> = {
  '+': [plus, add],
  '-': [(a, b) => plus(a, -b), subtract],
  '*': [times, multiply],
  '/': [over, divide],
};

/** The operation on what may be spans; unknown if either operand is. */
export function onSpans(operation: Operation, left: Value, right: Value): FeelNumber | null {
  const a = numberIn(left);
  const b = a === null ? null : numberIn(right);
  return a === null || b === null ? null : operation(a, b);
}

function resultType(operator: ArithmeticOperator, left: FeelType, right: FeelType): FeelType {
  const months = [left, right].find((type) => type.kind === 'number' && type.unit === 'months');
  // Months by months is a ratio, months by a number are months.
  if (operator === '/' && right === months) return NUMBER;
  if (months) return months;
  // A sum of counts is one; their product or quotient is not.
  const isSum = operator === '+' || operator === '-';
  return isSum
    ? ([left, right].find((type) => type.kind === 'number' && type.unit === 'count') ?? NUMBER)
    : NUMBER;
}
