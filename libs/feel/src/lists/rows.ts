import { type ListValue, type Truth, type Value, text } from '../value';
import type { Compiling, RowCell, RowFrame } from '../compile/compiling';
import { describeType } from '../compile/describe-type';
import type { Syntax } from '../syntax/syntax';
import type { FeelType, Reference } from '../expression-types';
import type { Term, Test } from '../compile/condition-term';
import { beginLoop, endLoop, MOST_NESTED, spend } from '../work-budget';

/** The list in a value; `null` if it is unknown (or, against its type, no list). */
export function listIn(value: Value): ListValue | null {
  return typeof value === 'object' && value !== null && 'rows' in value ? value : null;
}

/** A term that is known to be a list. */
export type ListTerm<Env> = Term<Env> & { readonly type: FeelType & { readonly kind: 'list' } };

/** A frame over the rows of a list term, or `null` after refusing one loop too many inside the others. */
export function frameOver<Env>(
  term: ListTerm<Env>,
  variable: string | null,
  context: Compiling<Env>,
): RowFrame | null {
  if (context.frames.length >= MOST_NESTED) {
    return context.refuseAt(
      term.place,
      text(
        `Ceci parcourt une liste pour chaque ligne d’une autre, sur plus de ${String(MOST_NESTED)} niveaux : trop de calculs.`,
        `This walks a list for each row of another, more than ${String(MOST_NESTED)} levels deep: too many steps.`,
      ),
      text(
        'Donnez un nom à une partie de la condition sous « derived », hors de la liste.',
        'Name a part of the condition under "derived", outside of the list.',
      ),
    );
  }
  return {
    variable,
    fields: term.type.row,
    cell: { row: null },
    list: context.print(term.place),
    kind: term.references[0]?.kind ?? 'fact',
    isMonotone: term.isMonotone,
  };
}

/** The operand as a list, or `null` after refusing it. */
export function requireList<Env>(syntax: Syntax, context: Compiling<Env>): ListTerm<Env> | null {
  const term = context.compile(syntax);
  if (!term) return null;
  const { type } = term;
  if (type.kind === 'list') return { ...term, type };
  return context.refuseAt(
    syntax,
    text(
      `${context.print(syntax)} est ${describeType(type).fr}, là où il faut une liste.`,
      `${context.print(syntax)} is ${describeType(type).en}, where a list is needed.`,
    ),
    text('Nommez un fait de type list.', 'Name a fact of type list.'),
  );
}

/**
 * Kleene's `or` over the rows. What was in the cell comes back afterwards, so that an expression may be asked again
 * while it is being asked (a row that reads what another comes to).
 */
export function someRow<Env>(list: ListValue, cell: RowCell, test: Test<Env>, env: Env): Truth {
  const outer = cell.row;
  let truth: Truth = list.closed ? false : null;
  beginLoop();
  try {
    for (const row of list.rows) {
      spend();
      cell.row = row;
      const one = test(env);
      if (one === true) return true;
      if (one === null) truth = null;
    }
  } finally {
    endLoop();
    cell.row = outer;
  }
  return truth;
}

/** References that `read` finds with each row of the list in the cell, each once. */
export function collectRows(
  list: ListValue | null,
  cell: RowCell,
  read: () => readonly Reference[],
): readonly Reference[] {
  const outer = cell.row;
  const found: Reference[] = [];
  beginLoop();
  try {
    for (const row of list?.rows ?? []) {
      spend();
      cell.row = row;
      for (const one of read())
        if (!found.some(({ name, kind }) => name === one.name && kind === one.kind)) found.push(one);
    }
  } finally {
    endLoop();
    cell.row = outer;
  }
  return found;
}
