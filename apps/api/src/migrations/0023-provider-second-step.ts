import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The other end of a session that has no session yet: its owner still owes the second step here. */
export class ProviderSecondStep0023 implements MigrationInterface {
  readonly name = 'ProviderSecondStep1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE provider_session
        ALTER COLUMN session_hash DROP NOT NULL,
        -- Of the sign-in that waits for its second step.
        ADD COLUMN pending_hash bytea UNIQUE,
        ADD CONSTRAINT provider_session_one CHECK ((session_hash IS NULL) <> (pending_hash IS NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
