import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each account looked for look-alikes, so that all processes share the limit. No content. */
export class DuplicateSearch0005 implements MigrationInterface {
  readonly name = 'DuplicateSearch1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duplicate_search (
        account_id uuid NOT NULL REFERENCES account (id),
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX duplicate_search_account ON duplicate_search (account_id, at);
      GRANT SELECT, INSERT, DELETE ON duplicate_search TO repere_space;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
