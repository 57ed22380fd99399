import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saving a draft shows which questions the case leaves open: that is a look, recorded from time to time. */
export class RecordedDrafts0040 implements MigrationInterface {
  readonly name = 'RecordedDrafts1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE draft
        -- By the machine's clock: when its saving was in the record last.
        ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT '-infinity';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
