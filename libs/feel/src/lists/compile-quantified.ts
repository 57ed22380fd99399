import { type Truth, text } from '../value';
import { not } from '../operators/compare';
import type { Compiling, RowFrame } from '../compile/compiling';
import { requireCondition } from '../compile/require-condition';
import { collectRows, frameOver, listIn, requireList, someRow } from './rows';
import type { SourceRange, QuantifiedSyntax, Syntax } from '../syntax/syntax';
import { BOOLEAN, type ConditionTerm, type Term } from '../compile/condition-term';

/** The term of `some x in list satisfies …` and `every …`. */
export function compileQuantified<Env>(syntax: QuantifiedSyntax, context: Compiling<Env>): Term<Env> | null {
  const { variable } = syntax;
  const isTaken =
    context.scope.name(variable) !== undefined || context.frames.some((f) => f.variable === variable);
  if (isTaken) {
    return context.refuseAt(
      syntax,
      text(`${variable} veut déjà dire autre chose.`, `${variable} already means something else.`),
      text('Prenez une autre lettre pour la ligne.', 'Take another letter for the row.'),
    );
  }
  return quantify(syntax, syntax.word, syntax.list, syntax.condition, variable, context);
}

/** `some` or `every` over a list. Without a variable the condition names the fields of the row bare. */
export function quantify<Env>(
  place: SourceRange,
  word: 'some' | 'every',
  listSyntax: Syntax,
  conditionSyntax: Syntax,
  variable: string | null,
  context: Compiling<Env>,
): Term<Env> | null {
  const list = requireList(listSyntax, context);
  if (!list) return null;
  const frame = frameOver(list, variable, context);
  if (!frame) return null;
  const inner = context.within(frame);
  const condition = requireCondition(inner, inner.compile(conditionSyntax));
  return condition && quantifiedTerm(place, word, list, frame, condition);
}

function quantifiedTerm<Env>(
  place: SourceRange,
  word: 'some' | 'every',
  list: Term<Env>,
  { cell }: RowFrame,
  condition: ConditionTerm<Env>,
): ConditionTerm<Env> {
  const readList = list.evaluate;
  const { test } = condition;
  const fails = (env: Env) => not(test(env));
  const evaluate =
    word === 'some'
      ? (env: Env): Truth => {
          const rows = listIn(readList(env));
          return rows && someRow(rows, cell, test, env);
        }
      : (env: Env): Truth => {
          const rows = listIn(readList(env));
          return rows && not(someRow(rows, cell, fails, env));
        };
  return {
    place,
    type: BOOLEAN,
    evaluate,
    test: evaluate,
    references: [...list.references, ...condition.references],
    isMonotone: list.isMonotone && condition.isMonotone,
    unresolved(env) {
      if (evaluate(env) !== null) return [];
      const inRows = collectRows(listIn(readList(env)), cell, () => condition.unresolved(env));
      return [...list.unresolved(env), ...inRows];
    },
    deciding(env) {
      const whole = evaluate(env);
      // One row makes `some` true and `every` false; for the opposite all rows count.
      const isByOneRow = whole === (word === 'some');
      const inRows = collectRows(listIn(readList(env)), cell, () =>
        !isByOneRow || test(env) === whole ? condition.deciding(env) : [],
      );
      return [...list.references, ...inRows];
    },
  };
}
