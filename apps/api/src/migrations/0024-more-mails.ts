import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that say: your second factors were taken away; something waits for your review. */
export class MoreMails0024 implements MigrationInterface {
  readonly name = 'MoreMails1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account_mail DROP CONSTRAINT account_mail_kind_check,
        ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('invitation','reset','password-changed','email-changed',
          'factors-reset','emergency-access'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
