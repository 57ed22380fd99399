import type { Words } from '@repere/cases';
import type { ColumnClass } from './column-class';
import type { ColumnType } from './column-type';
import type { RetentionKey } from './retention-key';
import { snakeCase } from './snake-names';

/** A class whose properties are the columns of a table. */
export type EntityClass<E extends object = object> = new () => E;

/**
 * Of a table whose rows decide who comes in and who sees what: the columns that events tell of, and those that give no right
 * (clocks, counters, words, MACs). Every property is in one of the three, or the entity does not compile.
 */
export interface RightsFacts {
  /** Primary key. */
  readonly key: readonly string[];
  /** A key that names a case is recorded as its hash: the case can be erased, the event stays. */
  readonly hidesKey?: true;
  readonly recorded: readonly string[];
  readonly silent: readonly string[];
}

/** What is said of a table. */
export interface TableFacts {
  readonly purpose: Words;
  readonly retention: RetentionKey;
  /**
   * Whether its rows decide who comes in and who sees what: then the record tells of each, and `fsck` derives it. `by-mac`: they
   * let somebody in for a while, and only as far as their MAC fits.
   */
  readonly rights: 'none' | 'by-mac' | RightsFacts;
  /** Why TypeORM can't read it; no entity then, but declared all the same. */
  readonly onlySql?: string;
}

/** A column as it was declared; what its class names are columns, not properties. */
export interface DeclaredColumn {
  readonly property: string;
  readonly column: string;
  readonly type: ColumnType;
  readonly its: ColumnClass;
  readonly nullable?: true;
  /** SQL, as PostgreSQL prints it. */
  readonly default?: string;
  /** Counted by PostgreSQL. */
  readonly identity?: true;
  readonly isKey: boolean;
}

/** A table as its class declares it, columns in the order of the class. */
export interface DeclaredTable extends TableFacts {
  readonly name: string;
  readonly columns: readonly DeclaredColumn[];
}

const TABLES = new WeakMap<object, TableFacts & { readonly name: string }>();
const COLUMNS = new WeakMap<object, DeclaredColumn[]>();

/** Only the decorators call this. */
export const declareTable = (entity: EntityClass, name: string, facts: TableFacts): void => {
  TABLES.set(entity, { name, ...facts });
};

/** Only the decorators call this. */
export function declareColumn(entity: object, said: Omit<DeclaredColumn, 'column'>): void {
  const columns = COLUMNS.get(entity) ?? [];
  COLUMNS.set(entity, columns);
  const { its } = said;
  columns.push({
    ...said,
    column: snakeCase(said.property),
    its:
      its.is === 'ciphertext'
        ? {
            ...its,
            row: its.row.map(snakeCase),
            ...(its.keyColumn !== undefined && { keyColumn: snakeCase(its.keyColumn) }),
          }
        : its,
  });
}

/** What this class declares; throws where it declares no table. */
export function declaredTable(entity: EntityClass): DeclaredTable {
  const table = TABLES.get(entity);
  if (!table) throw new Error(`${entity.name} declares no table`);
  return { ...table, columns: COLUMNS.get(entity) ?? [] };
}
