import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { DECLARED_TABLES, entities } from './entities';
import { SnakeNames } from './platform/data/snake-names';
import type { DeclaredColumn, DeclaredTable } from './platform/data/declared-table';
import { declaredLines, differences, migratedLines } from './testing/database/schema-lines';
import { onDatabase, SPACE_TEMPLATE, testDatabase } from './testing/database/test-database';

describe('the entities, beside the migrated schema', () => {
  const url = (): string => onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE);
  let migrated: readonly string[];
  beforeAll(async () => {
    const client = new Client({ connectionString: url() });
    await client.connect();
    migrated = await migratedLines(client).finally(() => client.end());
  });

  it('say the same of every column of every table', () => {
    expect(migrated.length).toBeGreaterThan(700);
    expect(differences(declaredLines(DECLARED_TABLES), migrated)).toEqual([]);
  });

  describe('with a fault in them', () => {
    const found = (tables: readonly DeclaredTable[]): readonly string[] =>
      differences(declaredLines(tables), migrated);
    /** The table of requests for access, with this column changed. */
    const withFault = (column: string, change: Partial<DeclaredColumn>): readonly DeclaredTable[] =>
      DECLARED_TABLES.map((table) =>
        table.name === 'access_request'
          ? {
              ...table,
              columns: table.columns.map((it) => (it.column === column ? { ...it, ...change } : it)),
            }
          : table,
      );

    it.each<[string, string, Partial<DeclaredColumn>, readonly string[]]>([
      [
        'column',
        'prepared_at',
        { column: 'kept_at' },
        [
          'declared: access_request.kept_at timestamp with time zone not null',
          'migrated: access_request.prepared_at timestamp with time zone not null',
        ],
      ],
      [
        'type',
        'revision',
        { type: 'bigint' },
        [
          'declared: access_request.revision bigint not null default 0',
          'migrated: access_request.revision integer not null default 0',
        ],
      ],
      [
        'nullability',
        'team_id',
        { nullable: true },
        ['declared: access_request.team_id uuid null', 'migrated: access_request.team_id uuid not null'],
      ],
      [
        'default',
        'revision',
        { default: '2' },
        [
          'declared: access_request.revision integer not null default 2',
          'migrated: access_request.revision integer not null default 0',
        ],
      ],
      [
        'primary key',
        'id',
        { isKey: false },
        ['declared: access_request.id uuid not null', 'migrated: access_request.id uuid not null key 1'],
      ],
    ])('name a %s that differs', (_what, column, change, expected) => {
      expect(found(withFault(column, change))).toEqual(expected);
    });

    it('name a table that is declared and gone, and one that is there and undeclared', () => {
      const renamed = DECLARED_TABLES.map((it) =>
        it.name === 'erased_event' ? { ...it, name: 'erased' } : it,
      );
      expect(found(renamed).map((it) => it.split('.')[0])).toEqual([
        ...['declared: erased', 'declared: erased'],
        ...['migrated: erased_event', 'migrated: erased_event'],
      ]);
    });
  });

  it('mean the same to TypeORM: it would add, drop and retype no column', async () => {
    const source = new DataSource({
      ...{ type: 'postgres', url: url(), entities, namingStrategy: new SnakeNames() },
      ...{ synchronize: false, migrationsRun: false, installExtensions: false },
    });
    await source.initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      const ofColumns = upQueries
        .map(({ query }) => query)
        .filter((query) => /CREATE TABLE|DROP TABLE|COLUMN|ADD "|PRIMARY KEY/.test(query))
        // It prints them in another way; they were compared above.
        .filter((query) => !/(SET|DROP) DEFAULT/.test(query));
      expect(ofColumns).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});
