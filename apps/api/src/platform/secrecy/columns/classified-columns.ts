import { ENTITIES_BY_DOMAIN } from '../../../entities';
import type { Ciphertext } from '../../data/column-class';
import { declaredTable, type EntityClass } from '../../data/declared-table';
import type { ClassifiedTables } from './classified-table';
import { LIBRARY_COLUMNS } from './library-columns';
import { PLATFORM_COLUMNS } from './platform-columns';

/** What entities declare, in the form of the lists that they replace. */
const declared = (entities: readonly EntityClass[]): ClassifiedTables =>
  Object.fromEntries(
    entities
      .map(declaredTable)
      .map(({ name, columns, ...table }) => [
        name,
        { ...table, columns: Object.fromEntries(columns.map(({ column, its }) => [column, its])) },
      ]),
  );

/** Every table of a space's database, by domain: by its entity, or in a list until it has one. */
export const CLASSIFIED_DOMAINS: Readonly<Record<string, ClassifiedTables>> = {
  access: declared(ENTITIES_BY_DOMAIN.access),
  relations: declared(ENTITIES_BY_DOMAIN.relations),
  cases: declared(ENTITIES_BY_DOMAIN.cases),
  audit: declared(ENTITIES_BY_DOMAIN.audit),
  protocols: LIBRARY_COLUMNS,
  platform: PLATFORM_COLUMNS,
  privacy: declared(ENTITIES_BY_DOMAIN.privacy),
};

/** Every table of a space's database, by name. */
export const CLASSIFIED_TABLES: ClassifiedTables = Object.assign({}, ...Object.values(CLASSIFIED_DOMAINS));

/** A column that holds ciphertext, with where it is bound to. */
export interface SealedColumn extends Ciphertext {
  readonly table: string;
  readonly column: string;
}

/** All of them. */
export const SEALED_COLUMNS: readonly SealedColumn[] = Object.entries(CLASSIFIED_TABLES).flatMap(
  ([table, { columns }]) =>
    Object.entries(columns).flatMap(([column, its]) =>
      its.is === 'ciphertext' ? [{ table, column, ...its }] : [],
    ),
);
