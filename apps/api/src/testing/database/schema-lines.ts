import type { Client } from 'pg';
import { COLUMN_TYPES } from '../../platform/data/column-type';
import type { DeclaredTable } from '../../platform/data/declared-table';

/** Every column of these tables in a line: name, type, nullability, default, place in the primary key. */
export const declaredLines = (tables: readonly DeclaredTable[]): readonly string[] =>
  tables.flatMap(({ name, columns }) => {
    const key = columns.filter(({ isKey }) => isKey);
    return columns.map((its) =>
      line({
        name: `${name}.${its.column}`,
        type: COLUMN_TYPES[its.type].printed ?? its.type,
        nullable: its.nullable === true,
        preset: its.identity === true ? 'identity' : (its.default ?? null),
        key: its.isKey ? key.indexOf(its) + 1 : null,
      }),
    );
  });

/** The same of every table that the database has. */
export async function migratedLines(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<Line>(
    `SELECT t.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
            NOT a.attnotnull AS nullable,
            CASE a.attidentity WHEN 'a' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END AS preset,
            (SELECT array_position(i.indkey::int2[], a.attnum) + 1 FROM pg_index i
              WHERE i.indrelid = t.oid AND i.indisprimary) AS key
       FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
      WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace`,
  );
  return rows.map(line);
}

interface Line {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly preset: string | null;
  readonly key: number | null;
}

const line = ({ name, type, nullable, preset, key }: Line): string =>
  [
    ...[name, type, nullable ? 'null' : 'not null'],
    ...(preset === null ? [] : [`default ${preset}`]),
    ...(key === null ? [] : [`key ${String(key)}`]),
  ].join(' ');

/** Lines that only one of them has. */
export const differences = (declared: readonly string[], migrated: readonly string[]): readonly string[] => [
  ...declared.filter((it) => !migrated.includes(it)).map((it) => `declared: ${it}`),
  ...migrated.filter((it) => !declared.includes(it)).map((it) => `migrated: ${it}`),
];
