import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CIPHERTEXT_COLUMNS, DECLARED_TABLES, ENTITIES_BY_DOMAIN } from '../../entities';
import { onDatabase, SPACE_TEMPLATE, testDatabase } from '../../testing/database/test-database';
import { printImpactAssessment } from './print-impact-assessment';
import { printRegister } from './print-register';

const FOLDER = join(__dirname, '../../../../../docs/privacy');
const FILES = [
  ['register.md', () => printRegister(ENTITIES_BY_DOMAIN)],
  ['impact-assessment.md', () => printImpactAssessment(DECLARED_TABLES.length, CIPHERTEXT_COLUMNS)],
] as const;

describe('the register of processing', () => {
  beforeAll(() => {
    if (process.env['REPERE_WRITE_DOCS'] !== '1') return;
    for (const [name, print] of FILES) writeFileSync(join(FOLDER, name), print());
  });

  it.each(FILES)('%s is what the data model says now', (name, print) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(print());
  });

  it('tells of every column that the database has', async () => {
    const client = new pg.Client({
      connectionString: onDatabase(testDatabase().superuserUrl, SPACE_TEMPLATE),
    });
    await client.connect();
    const { rows } = await client
      .query<{ table: string; column: string }>(
        `SELECT table_name AS table, column_name AS column FROM information_schema.columns NATURAL JOIN information_schema.tables
          WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      )
      .finally(() => client.end());
    const text = printRegister(ENTITIES_BY_DOMAIN);
    const missing = rows.filter(({ table, column }) => {
      const section = text.split(`### \`${table}\`\n`)[1]?.split('\n### ')[0] ?? '';
      return !section.includes(`| \`${column}\` |`);
    });
    expect(missing).toEqual([]);
  });

  it('says of each table what for, and how long', () => {
    for (const { name: table, purpose, retention } of DECLARED_TABLES) {
      expect([table, purpose.fr.length > 3, purpose.en.length > 3]).toEqual([table, true, true]);
      expect([table, retention]).toEqual([table, expect.stringMatching(/^[a-z-]+$/)]);
    }
  });

  it('promises no period that nobody has read', () => {
    const [periods = ''] =
      printRegister(ENTITIES_BY_DOMAIN).split('## Durées · Periods')[1]?.split('\n## ') ?? [];
    for (const line of periods.split('\n').filter((it) => it.includes('LEGAL, unverified')))
      expect(line).toContain('inconnue');
  });
});
