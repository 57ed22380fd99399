import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a team's service is decides what the law has it report. Nobody has said: both duties are shown. */
export class KindOfService0046 implements MigrationInterface {
  readonly name = 'KindOfService1764000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE team
        ADD COLUMN kind text NOT NULL DEFAULT 'unknown' CHECK (kind IN ('public','association','unknown'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
