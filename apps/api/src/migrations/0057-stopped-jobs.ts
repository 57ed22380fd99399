import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job that killed its worker, or went beyond its limits, waits for a person: it is not taken again by itself. */
export class StoppedJobs0057 implements MigrationInterface {
  readonly name = 'StoppedJobs1764000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE job
        DROP CONSTRAINT job_state_check,
        ADD CONSTRAINT job_state_check
          CHECK (state IN ('waiting','running','done','failed','cancelled','stopped')),
        -- Beyond which limit it went; 'worker': the process that had it in hand is gone.
        ADD COLUMN stopped_because text CHECK (stopped_because IN ('time','memory','steps','crash','worker')),
        ADD CHECK ((state = 'stopped') = (stopped_because IS NOT NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
