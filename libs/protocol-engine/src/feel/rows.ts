import { type ListValue, type Truth, type Value, text } from '../value';
import type { Compiling, RowCell, RowFrame } from './compiling';
import { describeType } from './describe-type';
import type { Syntax } from './syntax';
import type { FeelType, Reference } from './contract';
import type { Term, Test } from './term';

/** The list in a value; `null` if it is unknown (or, against its type, no list). */
export function listIn(value: Value): ListValue | null {
  return typeof value === 'object' && value !== null && 'rows' in value ? value : null;
}

/** A term that is known to be a list. */
export type ListTerm<Env> = Term<Env> & { readonly type: FeelType & { readonly kind: 'list' } };

/** A frame over the rows of a list term. */
export function frameOver<Env>(
  term: ListTerm<Env>,
  variable: string | null,
  context: Compiling<Env>,
): RowFrame {
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
  return context.refuse(
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
 * while it is being asked (a run of the same protocol reads another's outcome).
 */
export function someRow<Env>(list: ListValue, cell: RowCell, test: Test<Env>, env: Env): Truth {
  const outer = cell.row;
  let truth: Truth = list.closed ? false : null;
  for (const row of list.rows) {
    cell.row = row;
    const one = test(env);
    if (one === true) {
      truth = true;
      break;
    }
    if (one === null) truth = null;
  }
  cell.row = outer;
  return truth;
}

/** References that `read` finds with each row of the list in the cell. */
export function collectRows(
  list: ListValue | null,
  cell: RowCell,
  read: () => readonly Reference[],
): readonly Reference[] {
  const outer = cell.row;
  const found: Reference[] = [];
  for (const row of list?.rows ?? []) {
    cell.row = row;
    found.push(...read());
  }
  cell.row = outer;
  return found;
}
