import { type Value, text } from '../value';
import { compileChecklistCount } from './compile-checklist';
import type { Compiling } from '../compile/compiling';
import { describeTerm } from '../compile/describe-type';
import { spanOf } from '../numbers/number-span';
import { requireCondition } from '../compile/require-condition';
import { collectRows, frameOver, listIn, type ListTerm } from './rows';
import type { CallSyntax, Syntax } from '../syntax/syntax';
import { isSettled, COUNT, operationTerm, type Term, type Test } from '../compile/condition-term';
import { beginLoop, endLoop, spend } from '../work-budget';

/** The term of `count(list)`, `count(list, condition)`, `count(checklist, "yes")` and `count(several)`. */
export function compileCount<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const [of, condition, ...more] = syntax.args;
  if (!of || more.length > 0) {
    return context.refuseAt(
      syntax,
      text('count() prend une liste et une condition.', 'count() takes a list and a condition.'),
      text('Écrivez count(liste, condition).', 'Write count(list, condition).'),
    );
  }
  const term = context.compile(of);
  if (!term) return null;
  switch (term.type.kind) {
    case 'list':
      return countRows(syntax, { ...term, type: term.type }, condition, context);
    case 'checklist':
      return compileChecklistCount(syntax, term, context);
    case 'choices': {
      const read = term.evaluate;
      return operationTerm(syntax, COUNT, [term], (env) => {
        const codes = read(env);
        return Array.isArray(codes) ? codes.length : null;
      });
    }
    case 'boolean':
    case 'number':
    case 'text':
    case 'choice':
    case 'date':
    case 'duration':
    case 'row':
    case 'name':
      return context.refuseAt(
        of,
        text(
          `${context.print(of)} est ${describeTerm(term).fr} : il n’y a rien à compter.`,
          `${context.print(of)} is ${describeTerm(term).en}: there is nothing to count.`,
        ),
        text(
          'Comptez une liste, une grille ou un choix multiple.',
          'Count a list, a checklist or a choice of several.',
        ),
      );
  }
}

/** Rows that may still come and rows whose condition is unknown make it a span. */
function countRows<Env>(
  place: CallSyntax,
  list: ListTerm<Env>,
  conditionSyntax: Syntax | undefined,
  context: Compiling<Env>,
): Term<Env> | null {
  const frame = frameOver(list, null, context);
  if (!frame) return null;
  const inner = context.within(frame);
  const condition = conditionSyntax && requireCondition(inner, inner.compile(conditionSyntax));
  if (condition === null) return null;

  const { cell } = frame;
  const read = list.evaluate;
  const test: Test<Env> = condition?.test ?? (() => true);
  const references = [...list.references, ...(condition?.references ?? [])];
  const evaluate = (env: Env): Value => {
    const rows = listIn(read(env));
    if (!rows) return null;
    const outer = cell.row;
    let sure = 0;
    let possible = 0;
    beginLoop();
    try {
      for (const row of rows.rows) {
        spend();
        cell.row = row;
        const truth = test(env);
        if (truth !== false) possible++;
        if (truth === true) sure++;
      }
    } finally {
      endLoop();
      cell.row = outer;
    }
    return spanOf(sure, rows.closed ? possible : Infinity);
  };
  return {
    place,
    type: COUNT,
    evaluate,
    references,
    isMonotone: list.isMonotone && (condition?.isMonotone ?? true),
    unresolved(env) {
      if (isSettled(evaluate(env))) return [];
      const rows = listIn(read(env));
      return [...list.unresolved(env), ...collectRows(rows, cell, () => condition?.unresolved(env) ?? [])];
    },
    deciding: () => references,
  };
}
