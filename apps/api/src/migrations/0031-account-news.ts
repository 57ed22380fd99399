import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails by which an owner finds out what has happened to the account; also at the address that it had until then. */
export class AccountNews0031 implements MigrationInterface {
  readonly name = 'AccountNews1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account_mail
        -- JSON text under the space's key; gone once the mail has left.
        ADD COLUMN email bytea,
        ADD CONSTRAINT account_mail_email CHECK (email IS NULL OR kind = 'email-left'),
        DROP CONSTRAINT account_mail_kind_check,
        ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('invitation','reset','emergency-access','password-changed',
          'email-changed','email-left','roles-changed','factor-added','factor-removed','factors-reset',
          'recovery-codes-renewed','provider-linked','provider-unlinked','data-gathered'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
