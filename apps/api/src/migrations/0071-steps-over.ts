import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether what a step is for still holds: calls for a place stay done, and whether a place was found since is said beside. */
export class StepsOver0071 implements MigrationInterface {
  readonly name = 'StepsOver1764000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE step_state ADD COLUMN is_over boolean NOT NULL DEFAULT false;
      CREATE INDEX step_state_night ON step_state (team_id, case_file_id) WHERE step = 'no_place_tonight';

      -- What keeps projections up to date looks at every case now.
      ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER recorded;
      UPDATE case_file SET next_change_at = opened_at;
      ALTER TABLE case_file FORCE ROW LEVEL SECURITY, ENABLE TRIGGER recorded;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
