import { ACCESS_COLUMNS } from './access-columns';
import { AUDIT_COLUMNS } from './audit-columns';
import { CASE_COLUMNS } from './case-columns';
import type { Ciphertext, ClassifiedTables } from './column-class';
import { LIBRARY_COLUMNS } from './library-columns';
import { PLATFORM_COLUMNS } from './platform-columns';
import { RELATION_COLUMNS } from './relation-columns';
import { PRIVACY_COLUMNS } from './privacy-columns';

/** Every table of a space's database, by domain. A new table is entered where its domain is, or a test fails. */
export const CLASSIFIED_DOMAINS: Readonly<Record<string, ClassifiedTables>> = {
  access: ACCESS_COLUMNS,
  relations: RELATION_COLUMNS,
  cases: CASE_COLUMNS,
  audit: AUDIT_COLUMNS,
  protocols: LIBRARY_COLUMNS,
  platform: PLATFORM_COLUMNS,
  privacy: PRIVACY_COLUMNS,
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
