import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the case is seen, asked for each row without a function between: of a long journal, or of many looks, that was most of the time. */
export class LongJournals0038 implements MigrationInterface {
  readonly name = 'LongJournals1764000000038';

  async up(runner: QueryRunner): Promise<void> {
    const seesCase = (table: string): string =>
      `EXISTS (SELECT 1 FROM case_file c WHERE c.id = ${table}.case_file_id)`;
    await runner.query(`
      ALTER POLICY sees ON journal_entry USING ((SELECT app_reads()) AND ${seesCase('journal_entry')});
      ALTER POLICY sees ON ledger_shown USING ((SELECT app_reads()) AND ${seesCase('ledger_shown')});
      ALTER POLICY sees ON look
        USING ((SELECT app_context()) IS NOT NULL AND (case_file_id IS NULL OR ${seesCase('look')}));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
