import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What SQL needs to give the engine's one order of steps: what puts a deadline before all others, its rank there, the place
 * of each step in its case, and the step without a date that stands for its case. Open cases are read anew at once.
 */
export class OneOrder0041 implements MigrationInterface {
  readonly name = 'OneOrder1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadline ADD COLUMN urgency text CHECK (urgency IN ('always','until-late')),
        ADD COLUMN rank smallint NOT NULL DEFAULT 0,
        ADD COLUMN place integer NOT NULL DEFAULT 0;
      ALTER TABLE step_state ADD COLUMN place integer NOT NULL DEFAULT 0,
        ADD COLUMN stands_first text CHECK (stands_first IN ('protects','other'));

      DROP INDEX deadline_team_open;
      DROP INDEX deadline_lead_open;
      CREATE INDEX deadline_team_open ON deadline (team_id, due_at, case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
      CREATE INDEX deadline_lead_open ON deadline (lead_id, due_at, case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
      CREATE INDEX step_state_first ON step_state (team_id, case_file_id) WHERE stands_first IS NOT NULL AND NOT rests;

      -- The dates themselves are computed otherwise: what keeps projections up to date looks at every case now.
      ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER recorded;
      UPDATE case_file SET next_change_at = opened_at;
      ALTER TABLE case_file FORCE ROW LEVEL SECURITY, ENABLE TRIGGER recorded;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
