import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail by which a partner finds out that a request waits for them. */
export class ReferralMail0039 implements MigrationInterface {
  readonly name = 'ReferralMail1764000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account_mail
        DROP CONSTRAINT account_mail_kind_check,
        ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('invitation','reset','emergency-access','referral-opened',
          'password-changed','email-changed','email-left','roles-changed','factor-added','factor-removed','factors-reset',
          'recovery-codes-renewed','provider-linked','provider-unlinked','data-gathered'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
