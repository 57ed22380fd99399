import { DECLARED_TABLES } from '../../entities';
import type { DeclaredColumn, DeclaredTable } from '../../platform/data/declared-table';

/** Where a case is named by what `forget_case` takes away by hand, or by what may stay; each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'case_file.id': 'the case itself, deleted last',
  'case_file.reference': 'goes with the row',
  'case_file.child': 'goes with the row',
  'audit_bundle.case_file_ids': 'the whole bundle is deleted by hand, with its files',
  'audit_bundle.content': 'goes with the bundle',
  'audit_bundle_file.content': 'goes with the bundle',
};

/** What `forget_case` finds by itself: it deletes each row whose column of this name holds the case, or its key. */
const isFound = ({ column, type }: DeclaredColumn): boolean =>
  type === 'uuid' && (/(^|_)case_file_id$/.test(column) || column === 'key_id');

const namesCase = ({ its }: DeclaredColumn): boolean =>
  (its.is === 'pseudonym' && its.of === 'case') ||
  (its.is === 'ciphertext' && its.under !== 'space' && its.under !== 'key-encryption');

/** Columns that name a case or are sealed under its key, in rows that an erasure would not find. */
const left = (tables: readonly DeclaredTable[]): readonly string[] =>
  tables.flatMap(({ name, columns }) =>
    columns.some(isFound) ? [] : columns.filter(namesCase).map(({ column }) => `${name}.${column}`),
  );

describe('what an erasure takes', () => {
  it('is every row that names the case or is sealed under its key, by how its columns are declared', () => {
    expect([...left(DECLARED_TABLES)].sort()).toEqual(Object.keys(OTHERWISE).sort());
  });

  it('would lack a row whose column was called otherwise', () => {
    const [table] = DECLARED_TABLES.filter(({ name }) => name === 'legal_hold');
    const renamed = table && {
      ...table,
      columns: table.columns
        .filter(({ column }) => column !== 'key_id')
        .map((it) => (it.column === 'case_file_id' ? { ...it, column: 'held_case' } : it)),
    };
    expect(left(renamed ? [renamed] : [])).toContain('legal_hold.held_case');
  });
});
