import pg from 'pg';
import { DECLARED_TABLES } from '../../../entities';
import { onDatabase, SPACE_TEMPLATE, testDatabase } from '../../../testing/database/test-database';
import { LEFT_OUT_COLUMNS, SECTION_COLUMNS } from './staff-columns';
import { STAFF_TOPICS } from './staff-topics';

/** Columns that point at an account, for the database. */
const REFERENCES = `
  SELECT c.conrelid::regclass::text || '.' || a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
   WHERE c.contype = 'f' AND c.confrelid = 'account'::regclass`;

describe('what names somebody who works here', () => {
  const told = Object.values(SECTION_COLUMNS).flat();
  const listed = [...told, ...LEFT_OUT_COLUMNS.flatMap(({ columns }) => columns)];
  const classified = DECLARED_TABLES.flatMap(({ name, columns }) =>
    columns.flatMap(({ column, its }) =>
      its.is === 'pseudonym' && its.of === 'account' ? [`${name}.${column}`] : [],
    ),
  );

  it('is told to them, or left out for a reason, column by column', () => {
    expect(classified.filter((column) => !listed.includes(column))).toEqual([]);
  });

  it('is told or left out once, and names a column that there is', () => {
    expect(listed).toHaveLength(new Set(listed).size);
    expect(listed.filter((column) => !classified.includes(column))).toEqual([]);
    for (const { why } of LEFT_OUT_COLUMNS) expect(why.length).toBeGreaterThan(20);
  });

  it('is every column by which the database points at an account', async () => {
    const client = new pg.Client({
      connectionString: onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE),
    });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(REFERENCES).finally(() => client.end());
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('has a topic each', () => {
    expect(Object.keys(SECTION_COLUMNS).sort()).toEqual(Object.keys(STAFF_TOPICS).sort());
  });
});
