import {
  Column as TypeormColumn,
  PrimaryColumn as TypeormPrimaryColumn,
  Entity,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Ciphertext, ColumnClass, ReadableClass, SealingKey } from './column-class';
import { COLUMN_TYPES, type ColumnType, type ColumnValues } from './column-type';
import { declareColumn, declareTable, type TableFacts } from './declared-table';

/** What is said of a column beside its type and class. `Default` is SQL, as PostgreSQL prints it. */
export interface ColumnFacts {
  readonly nullable?: true;
  readonly default?: string;
  /** By which PostgreSQL sorts it; none: by its bytes. */
  readonly collation?: string;
}

/** É among the Es, whatever the server's own order is. */
export const DICTIONARY_ORDER = 'und-x-icu';

/** What is said of a column of the primary key. */
interface KeyFacts extends Pick<ColumnFacts, 'default'> {
  /** A bigint that PostgreSQL counts: GENERATED ALWAYS AS IDENTITY. */
  readonly identity?: true;
}

type NullableOf<F> = F extends { readonly nullable: true } ? true : false;

/** `unknown` where a property can hold what its column gives and no more; else a sentence, which no property's name is. */
type Declared<Property, Value, Nullable extends boolean> = unknown extends Property
  ? unknown
  : [Exclude<Property, null>] extends [Value]
    ? null extends Property
      ? Nullable extends true
        ? unknown
        : 'the column is not nullable'
      : Nullable extends true
        ? 'the column is nullable'
        : unknown
    : 'the property is not of the type of its column';

type ColumnDecorator<Value, Nullable extends boolean> = <E extends object, K extends string & keyof E>(
  target: E,
  property: K & Declared<E[K], Value, Nullable>,
) => void;

/** `unknown` where what is said of rights names every property and nothing else; else what it leaves out or makes up. */
type RightsOf<E, Rights> = Rights extends {
  readonly key: readonly (infer K)[];
  readonly recorded: readonly (infer T)[];
  readonly silent: readonly (infer S)[];
}
  ? [Exclude<keyof E, K | T | S> | Exclude<K | T | S, keyof E>] extends [never]
    ? unknown
    : {
        readonly 'neither recorded nor silent, or no column':
          Exclude<keyof E, K | T | S> | Exclude<K | T | S, keyof E>;
      }
  : unknown;

/** A table of a space's database: what it is for, how long its rows are kept, whether they give rights. Its columns are the properties of the class. */
export const Table =
  <const F extends TableFacts>(name: string, facts: F) =>
  <E extends object>(target: (new () => E) & RightsOf<E, F['rights']>): void => {
    declareTable(target, name, facts);
    if (facts.onlySql === undefined) Entity(name)(target);
  };

/** A column with its type and with what it tells whoever has the database and none of the keys. */
export const Column = <T extends ColumnType, const F extends ColumnFacts = object>(
  type: T,
  its: ReadableClass,
  facts?: F,
): ColumnDecorator<ColumnValues[T], NullableOf<F>> => keepColumn(type, its, facts ?? {}, false);

/** A column of the primary key; the order of properties is that of the key. */
export const PrimaryColumn = <T extends ColumnType>(
  type: T,
  its: ReadableClass,
  facts: KeyFacts = {},
): ColumnDecorator<ColumnValues[T], false> => keepColumn(type, its, facts, true);

/** Only its type is used: it marks what opens. */
export declare const OPENS: unique symbol;

/** Bytes that open as a `T`, with the key and the row that their column names. */
export type Sealed<T> = Buffer & { readonly [OPENS]?: T };

/** What is said of a column that holds ciphertext; `row` and `keyId` are properties of the same entity. */
export interface SealedFacts<Row extends string> extends Pick<ColumnFacts, 'nullable'> {
  readonly holds: Ciphertext['holds'];
  readonly under: SealingKey;
  /** What makes up the row's name. */
  readonly row: readonly Row[];
  /** Property with the id of the data key; none where the ciphertext or the space says it. */
  readonly keyId?: Row;
  readonly form?: Ciphertext['form'];
}

/** A column that holds AES-256-GCM, bound to its table, its name and its row. */
export const SealedColumn = <const Row extends string, const F extends SealedFacts<Row>>(
  facts: F & SealedFacts<Row>,
): (<E extends Record<Row, string | null>, K extends string & keyof E>(
  target: E,
  property: K & Declared<E[K], Buffer, NullableOf<F>>,
) => void) => {
  const { holds, under, row, keyId, form = 'json', nullable } = facts;
  const its: Ciphertext = {
    ...{ is: 'ciphertext', holds, under, row, form },
    ...(keyId !== undefined && { keyColumn: keyId }),
  };
  return keepColumn('bytea', its, { ...(nullable && { nullable }) }, false);
};

/** Says it to TypeORM and keeps it beside. */
function keepColumn(type: ColumnType, its: ColumnClass, facts: ColumnFacts & KeyFacts, isKey: boolean) {
  const { printed: _printed, ...typeorm } = COLUMN_TYPES[type];
  const { default: preset, nullable = false, collation } = facts;
  return (target: object, property: string): void => {
    declareColumn(target.constructor, { property, type, its, isKey, ...facts });
    const options = { ...typeorm, ...(preset !== undefined && { default: () => preset }) };
    if (facts.identity)
      PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })(target, property);
    else if (isKey) TypeormPrimaryColumn(options)(target, property);
    else TypeormColumn({ ...options, nullable, ...(collation && { collation }) })(target, property);
  };
}
