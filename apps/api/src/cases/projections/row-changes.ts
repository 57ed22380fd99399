import type { Projection } from './projection';
import { PROJECTED_TABLES, type ProjectedRows, type ProjectedTable, PROJECTIONS } from './projections';

/**
 * How a table is written: `all` holds every row against what stands there; else only these rows change, which stood as they were
 * known: `gone` deletes, `updated` changes what is there, `set` puts in or changes.
 */
export const WAYS = ['all', 'gone', 'updated', 'set', 'gone+updated', 'gone+set'] as const;
export type Way = (typeof WAYS)[number];

export interface TableWrite {
  readonly table: ProjectedTable;
  readonly way: Way;
}

/** What is written of each table, with rows by table, and keys of those that go under `gone`. */
export interface RowChanges {
  readonly tables: readonly TableWrite[];
  readonly rows: Readonly<Record<string, unknown>>;
}

type AnyRow = Readonly<Record<string, unknown>>;

/** Every row of every table. */
export const allRows = (rows: ProjectedRows): RowChanges => ({
  tables: PROJECTED_TABLES.map((table) => ({ table, way: 'all' })),
  rows,
});

/** What changes of these tables; `stood` says of which tables the rows are known, and what they are. */
export function rowChanges(
  changed: readonly ProjectedTable[],
  rows: ProjectedRows,
  stood: Partial<ProjectedRows>,
): RowChanges {
  const tables: TableWrite[] = [];
  const written: Record<string, unknown> = {};
  const gone: Record<string, unknown> = {};
  for (const table of changed) {
    const before = stood[table] as readonly AnyRow[] | undefined;
    const changes = before && changesIn(table, before, rows[table]);
    if (!changes || (table === 'deadline' && isTold(changes))) {
      tables.push({ table, way: 'all' });
      written[table] = rows[table];
    } else {
      const way = wayOf(changes);
      if (way === null) continue;
      tables.push({ table, way });
      if (changes.set.length > 0) written[table] = changes.set;
      if (changes.gone.length > 0) gone[table] = changes.gone;
    }
  }
  return { tables, rows: Object.keys(gone).length > 0 ? { ...written, gone } : written };
}

interface Changes {
  readonly gone: readonly AnyRow[];
  readonly set: readonly AnyRow[];
  /** Of those that are set, as they stood. */
  readonly stood: readonly AnyRow[];
}

function changesIn(table: ProjectedTable, before: readonly AnyRow[], after: readonly AnyRow[]): Changes {
  const { key, isKept }: Projection = PROJECTIONS[table];
  const keyOf = (row: AnyRow): string => JSON.stringify(key.map(({ column }) => row[column] ?? null));
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const set: AnyRow[] = [];
  const stood: AnyRow[] = [];
  for (const row of after) {
    const was = old.get(keyOf(row));
    old.delete(keyOf(row));
    if (was && JSON.stringify(was) === JSON.stringify(row)) continue;
    set.push(row);
    if (was) stood.push(was);
  }
  return { gone: isKept ? [] : [...old.values()], set, stood };
}

/** `null`: the rows stand in another order, and that is all. */
function wayOf({ gone, set, stood }: Changes): Way | null {
  if (set.length === 0) return gone.length === 0 ? null : 'gone';
  const way = stood.length === set.length ? 'updated' : 'set';
  return gone.length === 0 ? way : `gone+${way}`;
}

/** Somebody may be told at once of one of these deadlines, or was: reminders are held against all that there are. */
const isTold = ({ gone, set, stood }: Changes): boolean =>
  [...gone, ...set, ...stood].some((row) => row['at_once'] === true || row['of'] === 'approval');
