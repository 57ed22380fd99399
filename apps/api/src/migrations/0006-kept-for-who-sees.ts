import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers kept for repetition are sealed under the key of their case; an assignment is made by who sees the case already. */
export class KeptForWhoSees0006 implements MigrationInterface {
  readonly name = 'KeptForWhoSees1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- NULL: nothing is kept for repetition.
      ALTER TABLE idempotency_key ADD COLUMN key_id uuid REFERENCES data_key (id);
      UPDATE idempotency_key SET answer = NULL;

      -- One's own assignments are visible, so without these anybody could give themselves a case or take an ended one up again.
      CREATE POLICY sees_case_insert ON assignment AS RESTRICTIVE FOR INSERT
        WITH CHECK (app_sees_case(case_file_id));
      CREATE POLICY sees_case_update ON assignment AS RESTRICTIVE FOR UPDATE USING (app_sees_case(case_file_id));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
