import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Client } from 'pg';
import { type DeclaredStatement, declaredStatements } from './platform/data/statement';
import { faultsOf } from './testing/database/statement-faults';
import { onDatabase, SPACE_TEMPLATE, testDatabase } from './testing/database/test-database';

/** Every file of SQL, but those of the record. */
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.query.ts') && !/^ledger\b/.test(it))
  .map((it) => join(__dirname, it));

/** How many statements a file says, by its text. */
const declaredIn = (file: string): number =>
  readFileSync(file, 'utf8').match(/\brows<|\b(command|countedChange)\(/g)?.length ?? 0;

/** A part of statements that other files say: its SQL is checked with theirs. */
const isPart = (file: string): boolean =>
  files.some((it) => readFileSync(it, 'utf8').includes(`/${basename(file, '.ts')}'`));

/** SQL that says no columns. */
const isBare = (file: string): boolean =>
  /\bmanager\s*\.query\b|createQueryBuilder/.test(readFileSync(file, 'utf8'));

describe('the statements of the domains, beside what PostgreSQL says of them', () => {
  const client = new Client({
    connectionString: onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE),
  });
  beforeAll(async () => {
    await client.connect();
    for (const file of files) await import(file);
  });
  afterAll(() => client.end());

  it('are all there: each file says what its SQL answers, and says it where whoever loads it knows', () => {
    const undeclared = files.filter((file) => (declaredIn(file) === 0 && !isPart(file)) || isBare(file));
    expect(undeclared.map((file) => relative(__dirname, file))).toEqual([]);
    expect(declaredStatements()).toHaveLength(files.reduce((sum, file) => sum + declaredIn(file), 0));
  });

  it('answer the columns that they say, of the types that they say, null where they say', async () => {
    const faults: string[] = [];
    for (const statement of declaredStatements()) faults.push(...(await faultsOf(client, statement)));
    expect(faults).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>> | null, string, readonly string[]]>([
    ['nothing wrong', { id: 'uuid', at: 'timestamptz', day: 'date?' }, GOOD(), []],
    ['a column that is not there', { id: 'uuid' }, GOOD(), ['at is not declared', 'day is not declared']],
    [
      'a column that is not answered',
      { id: 'uuid', at: 'timestamptz', day: 'date?', name: 'text' },
      GOOD(),
      ['name is not answered'],
    ],
    ['another type', { id: 'text', at: 'timestamptz', day: 'date?' }, GOOD(), ['id is uuid, not text']],
    ['null where it said none', { id: 'uuid', at: 'timestamptz', day: 'date' }, GOOD(), ['day may be null']],
    [
      'none where it said null',
      { id: 'uuid?', at: 'timestamptz', day: 'date?' },
      GOOD(),
      ['id is never null'],
    ],
    ['a sign for nothing', { id: 'uuid!', at: 'timestamptz', day: 'date!' }, GOOD(), ['id is never null']],
    [
      'the empty side of a join',
      { id: 'uuid', name: 'text' },
      'SELECT m.team_id AS id, a.name FROM team_member m LEFT JOIN account a ON a.id = m.account_id AND a.name = $1',
      ['name may be null'],
    ],
    [
      'an answer that nobody reads',
      null,
      GOOD(),
      ['id is not declared', 'at is not declared', 'day is not declared'],
    ],
  ])('with %s are told', async (_what, columns, text, faults) => {
    const statement: DeclaredStatement = { columns, samples: () => [text] };
    expect((await faultsOf(client, statement)).map((it) => it.replace(/ in SELECT.*$/s, ''))).toEqual(faults);
  });
});

function GOOD(): string {
  return 'SELECT c.id, c.opened_at AS at, c.closed_on AS day FROM case_file c WHERE c.id = $1';
}
