import { type ListValue, type RowValue, type Value, text } from '../value';
import type { Compiling, RowCell } from '../compile/compiling';
import { fieldTerm } from '../compile/compile-name';
import { dateIn, isBefore } from '../operators/date-span';
import { findNearest } from '../syntax/nearest';
import { requireCondition } from '../compile/require-condition';
import { collectRows, frameOver, listIn, requireList } from './rows';
import type { CallSyntax, PathSyntax } from '../syntax/syntax';
import { isSettled, type Term, type Test } from '../compile/condition-term';
import { beginLoop, endLoop, spend } from '../work-budget';

/**
 * The term of `last(list, condition).field`: the field of the newest row for which the condition holds. Unknown while the list is open, while no row is sure, and unless all rows that may be the last agree.
 */
export function compileLast<Env>(
  call: CallSyntax,
  path: PathSyntax,
  context: Compiling<Env>,
): Term<Env> | null {
  const [listSyntax, conditionSyntax, ...more] = call.args;
  if (!listSyntax || more.length > 0) {
    return context.refuseAt(
      call,
      text('last() prend une liste et une condition.', 'last() takes a list and a condition.'),
      text('Écrivez last(liste, final = "yes").champ.', 'Write last(list, final = "yes").field.'),
    );
  }
  const list = requireList(listSyntax, context);
  if (!list) return null;
  const frame = frameOver(list, null, context);
  if (!frame) return null;
  const field = fieldTerm<Env>({ from: path.fieldFrom, to: path.to }, frame, path.field);
  if (!field) {
    const near = findNearest(path.field, Object.keys(frame.fields));
    return context.refuseAt(
      { from: path.fieldFrom, to: path.to },
      text(
        `Les lignes de ${frame.list} n’ont pas de ${path.field}.`,
        `Rows of ${frame.list} have no ${path.field}.`,
      ),
      near
        ? text(`Vouliez-vous dire ${near} ?`, `Did you mean ${near}?`)
        : text(
            `Elles ont : ${Object.keys(frame.fields).join(', ')}.`,
            `They have: ${Object.keys(frame.fields).join(', ')}.`,
          ),
    );
  }
  const inner = context.within(frame);
  const condition = conditionSyntax && requireCondition(inner, inner.compile(conditionSyntax));
  if (condition === null) return null;

  const { cell } = frame;
  const readList = list.evaluate;
  const test = condition?.test ?? (() => true);
  const { orderedBy } = list.type;
  const order = orderedBy === undefined ? null : fieldTerm<Env>(path, frame, orderedBy);
  const parts = [condition, field, order].filter((part) => part !== null && part !== undefined);
  const references = [...list.references, ...parts.flatMap((part) => part.references)];
  const evaluate = (env: Env): Value => {
    const rows = listIn(readList(env));
    return rows?.closed ? readLast(rows, path.field, orderedBy, cell, test, env) : null;
  };
  return {
    place: path,
    type: field.type,
    evaluate,
    references,
    isMonotone: list.isMonotone && (condition?.isMonotone ?? true),
    unresolved(env) {
      if (isSettled(evaluate(env))) return [];
      const inRows = collectRows(listIn(readList(env)), cell, () => [
        ...(condition?.unresolved(env) ?? []),
        ...(test(env) === false ? [] : field.unresolved(env)),
        ...(test(env) === false ? [] : (order?.unresolved(env) ?? [])),
      ]);
      const open = [...list.unresolved(env), ...inRows];
      return open.length > 0 ? open : references;
    },
    deciding: () => references,
  };
}

/**
 * The rows that may be the last are those that are not surely older than a row for which the condition surely holds: a
 * row without a date, or of the same day, is one of them.
 */
function readLast<Env>(
  list: ListValue,
  field: string,
  orderedBy: string | undefined,
  cell: RowCell,
  test: Test<Env>,
  env: Env,
): Value {
  const outer = cell.row;
  const candidates: { readonly row: RowValue; readonly place: number; readonly isSure: boolean }[] = [];
  beginLoop();
  try {
    for (const [place, row] of list.rows.entries()) {
      spend();
      cell.row = row;
      const truth = test(env);
      if (truth !== false) candidates.push({ row, place, isSure: truth === true });
    }
    // Below, each of them is compared with each that is sure.
    spend(candidates.length * candidates.filter(({ isSure }) => isSure).length);
  } finally {
    endLoop();
    cell.row = outer;
  }
  const sure = candidates.filter(({ isSure }) => isSure);
  if (sure.length === 0) return null;
  const isOlder = (a: (typeof candidates)[number], b: (typeof candidates)[number]): boolean =>
    orderedBy === undefined ? a.place < b.place : isDatedBefore(a.row, b.row, orderedBy);
  const [first, ...others] = candidates
    .filter((one) => !sure.some((other) => isOlder(one, other)))
    .map(({ row }) => row.fields[field] ?? null);
  if (first === undefined || first === null) return null;
  return others.every((value) => isSame(first, value)) ? first : null;
}

function isDatedBefore(a: RowValue, b: RowValue, orderedBy: string): boolean {
  const dateOfA = dateIn(a.fields[orderedBy] ?? null);
  const dateOfB = dateIn(b.fields[orderedBy] ?? null);
  return dateOfA !== null && dateOfB !== null && isBefore(dateOfA, dateOfB) === true;
}

/** Whether two candidates say the same; spans with the same bounds leave the same things open. */
function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if ('low' in a && 'low' in b) return a.low === b.low && a.high === b.high;
  if ('firstDay' in a && 'firstDay' in b) return a.firstDay === b.firstDay && a.lastDay === b.lastDay;
  return false;
}
