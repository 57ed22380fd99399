import type { CiphertextLocation } from '../secrecy/sealed';
import type { OPENS, Sealed } from './columns';
import { declaredTable, type EntityClass } from './declared-table';

declare const OF: unique symbol;

/** A row of an entity, as far as it is known. */
export type RowOf<E> = Partial<E> & { readonly [OF]?: E };

/** Properties of an entity that hold ciphertext. */
export type SealedKey<E> = {
  [K in keyof E]-?: typeof OPENS extends keyof NonNullable<E[K]> ? K : never;
}[keyof E] &
  string;

/** What a sealed property opens as. */
export type Opened<Value> = NonNullable<Value> extends Sealed<infer T> ? T : never;

/** What is known of a row that SQL gave or that is not written yet. A row that a repository found is one already. */
export const rowOf = <E extends object>(entity: EntityClass<E>, known: Partial<E>): RowOf<E> =>
  Object.assign(Object.create(entity.prototype as object) as RowOf<E>, known);

/** Where the ciphertext of this property stands, by its declaration; throws where the row is not known well enough. */
export function placeOf<E extends object>(row: RowOf<E>, property: SealedKey<E>): CiphertextLocation {
  const { name, columns } = declaredTable((row as object).constructor as EntityClass);
  const sealed = columns.find((it) => it.property === property);
  if (sealed?.its.is !== 'ciphertext') throw new Error(`${name}.${property} is not sealed`);
  const known = row as Readonly<Record<string, unknown>>;
  const parts = sealed.its.row.map((part) => {
    const value = known[columns.find(({ column }) => column === part)?.property ?? ''];
    if (typeof value !== 'string') throw new Error(`${name}.${property}: ${part} is not known`);
    return value;
  });
  const { form } = sealed.its;
  return {
    ...{ table: name, column: sealed.column, row: parts.join(':') },
    ...(form === 'packed-json' && { form }),
  };
}
