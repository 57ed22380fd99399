import type { EntityManager } from 'typeorm';
import type { ColumnValues } from './column-type';

/** Types of the columns of an answer, and what their values are in TypeScript: those of tables, and what SQL makes beside. */
interface AnswerValues extends ColumnValues {
  'double precision': number;
  'double precision[]': readonly number[];
  json: unknown;
}

type TypeFor<Value> = {
  [T in keyof AnswerValues]: [Exclude<Value, null>] extends [AnswerValues[T]] ? T : never;
}[keyof AnswerValues];

/** `?`: may be null. `!`: the column of the table may be, and the query leaves those rows out. */
type AnswerColumn<Value> = null extends Value ? `${TypeFor<Value>}?` : TypeFor<Value> | `${TypeFor<Value>}!`;

/** A row as PostgreSQL describes it: the type of each property's column. */
export type AnswerColumns<Row> = { readonly [K in keyof Row]-?: AnswerColumn<Row[K]> };

/** SQL with the values of its parameters. */
export interface WrittenSql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement as it was declared: `columns` of its answer, `null` where it answers nothing; `samples` of its text. */
export interface DeclaredStatement {
  readonly columns: Readonly<Record<string, string>> | null;
  readonly samples: () => readonly string[];
}

const DECLARED: DeclaredStatement[] = [];

/** Every statement of the modules that are loaded: a test compares each with what PostgreSQL says of it. */
export const declaredStatements = (): readonly DeclaredStatement[] => DECLARED;

/** SQL whose answer was declared with it; `Asked`: what it is asked with. */
export class Statement<Row, Asked extends readonly unknown[]> {
  constructor(private readonly write: (...asked: Asked) => WrittenSql | null) {}

  async readRows(manager: EntityManager, ...asked: Asked): Promise<Row[]> {
    const written = this.write(...asked);
    if (!written) return [];
    const { text, values } = written;
    const answer: Row[] | [Row[], number] = await manager.query(text, [...values]);
    // What changed rows and returns them comes with their number.
    const [first, ...rest] = answer;
    return Array.isArray(first) && typeof rest[0] === 'number' ? (first as Row[]) : (answer as Row[]);
  }

  async first(manager: EntityManager, ...asked: Asked): Promise<Row | null> {
    const [row] = await this.readRows(manager, ...asked);
    return row ?? null;
  }
}

/** Declares what a statement answers, then its SQL. Statements stand beside the class, so that whoever loads the file knows them. */
export const rows = <Row extends object>(columns: AnswerColumns<Row>) => ({
  /** SQL that is always the same; asked with the values of its parameters. */
  from(text: string): Statement<Row, [values?: readonly unknown[]]> {
    DECLARED.push({ columns: columns as Readonly<Record<string, string>>, samples: () => [text] });
    return new Statement((values = []) => ({ text, values }));
  },

  /** SQL that is put together, `null` where there is nothing to ask; `samples` are of everything that changes its text. */
  written<Asked extends readonly unknown[]>(
    write: (...asked: Asked) => WrittenSql | null,
    samples: readonly Readonly<Asked>[],
  ): Statement<Row, Asked> {
    DECLARED.push({
      columns: columns as Readonly<Record<string, string>>,
      samples: () => samples.flatMap((it) => write(...it)?.text ?? []),
    });
    return new Statement(write);
  },
});

/** Declares SQL whose answer nobody reads: a lock, a change. */
export function command(
  text: string,
): (manager: EntityManager, values?: readonly unknown[]) => Promise<void> {
  DECLARED.push({ columns: null, samples: () => [text] });
  return async (manager, values = []) => {
    await manager.query(text, [...values]);
  };
}

/** Declares an UPDATE or DELETE that says how many rows it changed. */
export function countedChange(
  text: string,
): (manager: EntityManager, values: readonly unknown[]) => Promise<number> {
  DECLARED.push({ columns: null, samples: () => [text] });
  return async (manager, values) => {
    const [, count]: [unknown, number] = await manager.query(text, [...values]);
    return count;
  };
}
