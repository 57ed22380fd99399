import { onDatabase, SPACE_TEMPLATE, testDatabase } from './testing/database/test-database';
import pg from 'pg';
import { DECLARED_TABLES } from './entities';
import type { ColumnClass } from './platform/data/column-class';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Types whose values can say something in words. */
const WORDS = ['text', 'character varying', 'json', 'jsonb', 'bytea'];
/** Classes that hold no words: of whatever type, but bytes only where they are hashes or sealed. */
const BYTES: readonly ColumnClass['is'][] = ['ciphertext', 'keyed-hash', 'one-way'];

describe('every column of a space’s database', () => {
  let columns: readonly Column[];
  beforeAll(async () => {
    const client = new pg.Client({
      connectionString: onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE),
    });
    await client.connect();
    try {
      const { rows } = await client.query<Column>(
        `SELECT table_name AS table, column_name AS column,
                CASE data_type WHEN 'ARRAY' THEN ltrim(udt_name, '_') ELSE data_type END AS type
           FROM information_schema.columns NATURAL JOIN information_schema.tables
          WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1, ordinal_position`,
      );
      columns = rows;
    } finally {
      await client.end();
    }
  });

  const classes = new Map(
    DECLARED_TABLES.flatMap(({ name, columns: its }) =>
      its.map((it) => [`${name}.${it.column}`, it.its] as const),
    ),
  );
  const classOf = ({ table, column }: Column): ColumnClass | undefined => classes.get(`${table}.${column}`);
  const named = (found: readonly Column[]): readonly string[] =>
    found.map(({ table, column }) => `${table}.${column}`);

  it('is classified: whoever adds one says what it tells', () => {
    expect(named(columns.filter((column) => classOf(column) === undefined))).toEqual([]);
  });

  it('is of one table, and that of one domain', () => {
    const tables = DECLARED_TABLES.map(({ name }) => name);
    expect(tables).toHaveLength(new Set(tables).size);
  });

  it('is bytes where it is said to be sealed or hashed, and nothing else is bytes', () => {
    const wrong = columns.filter((column) => {
      const its = classOf(column);
      if (its?.is === 'one-way') return false;
      const isBytes = column.type === 'bytea' || column.type === 'bit';
      return its !== undefined && isBytes !== (its.is === 'ciphertext' || its.is === 'keyed-hash');
    });
    expect(named(wrong)).toEqual([]);
  });

  it('names its key and its row by columns that are there', () => {
    const there = new Set(named(columns));
    const said = columns.flatMap((column) => {
      const its = classOf(column);
      if (its?.is !== 'ciphertext') return [];
      const keys = its.keyColumn === undefined ? [] : [its.keyColumn];
      return [...its.row, ...keys].map((other) => `${column.table}.${other}`);
    });
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((column) => !there.has(column))).toEqual([]);
  });

  it('is impersonal only where its type has no room for words, or the database bounds what it takes', () => {
    const roomy = columns.filter((column) => {
      const its = classOf(column);
      return its?.is === 'impersonal' && WORDS.includes(column.type) && !BYTES.includes(its.is);
    });
    // Codes of ours, names of keys, notes of the record; a new one is looked at by whoever adds it here.
    expect(named(roomy)).toEqual([
      'data_key.kek_id',
      'index_generation.key_id',
      'ledger_checkpoint.origin',
      'ledger_epoch.origin',
      'ledger_epoch.previous',
      'migration.name',
      'mission.seed',
    ]);
  });
});
