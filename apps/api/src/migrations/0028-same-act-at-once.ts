import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an approval is of what stands there is asked at once: at COMMIT whoever was asked for it alone sees the case no more. */
export class SameActAtOnce0028 implements MigrationInterface {
  readonly name = 'SameActAtOnce1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER same_act ON journal_entry;
      CREATE TRIGGER same_act AFTER INSERT ON journal_entry
        FOR EACH ROW WHEN (NEW.kind = 'entry-approved') EXECUTE FUNCTION require_same_act();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
