import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People around the child are rows of a list in the journal, whose ids are whatever the form or the story gave them. */
export class PeopleAreRows0045 implements MigrationInterface {
  readonly name = 'PeopleAreRows1764000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_request
        ALTER COLUMN person_id TYPE text USING person_id::text,
        ADD CONSTRAINT person_row CHECK (person_id ~ '^[A-Za-z0-9_-]{1,64}$');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
