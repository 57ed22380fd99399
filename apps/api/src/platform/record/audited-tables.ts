import type { DeclaredTable } from '../data/declared-table';
import { snakeCase } from '../data/snake-names';

/** A table whose rows decide who comes in and who sees what, and the columns of them that events tell of, as its entity says. */
export interface AuditedTable {
  readonly name: string;
  /** Primary key. */
  readonly key: readonly string[];
  /** A key that names a case is recorded as its hash. */
  readonly hidesKey: boolean;
  readonly recorded: readonly string[];
  /** Columns that give no right. */
  readonly silent: readonly string[];
}

/** What `fsck` derives from events: every table of the application that gives rights. */
export const AUDITED_TABLES = Symbol('AUDITED_TABLES');

/**
 * Accounts, roles, teams, credentials, and everything that relates an account to cases. A trigger notes each change of a recorded
 * column; the unit of work puts what was noted into the record, by hash; `fsck` derives every row from that and compares.
 */
export const auditedTables = (tables: readonly DeclaredTable[]): readonly AuditedTable[] =>
  tables.flatMap(({ name, rights }) =>
    typeof rights === 'string'
      ? []
      : [
          {
            name,
            key: rights.key.map(snakeCase),
            hidesKey: rights.hidesKey === true,
            recorded: rights.recorded.map(snakeCase),
            silent: rights.silent.map(snakeCase),
          },
        ],
  );

/** What an event tells of rows: by table and key the hash of the recorded columns; `null`: the row went. */
export type ChangedRows = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** A row as it stands: the key by which events tell of it, its own, and the hash of its recorded columns. */
export interface LiveRow {
  readonly told_key: string;
  readonly key: string;
  readonly digest: string;
}

/**
 * The query of all rows of a table as `LiveRow`, with nothing of the database's own functions: whoever owns it may have changed
 * those. Needs the time zone UTC.
 */
export function liveRowsOf({ name, hidesKey, ...columns }: AuditedTable): string {
  const key = columns.key.map((column) => `(to_jsonb(t) ->> '${column}')`).join(` || ' ' || `);
  const recorded = columns.recorded.map((column) => `'${column}', to_jsonb(t) -> '${column}'`).join(', ');
  return `SELECT ${hidesKey ? HASH(key) : key} AS told_key, ${key} AS key,
                 ${HASH(`jsonb_strip_nulls(jsonb_build_object(${recorded}))::text`)} AS digest
            FROM ${name} AS t`;
}

const HASH = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
