import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever opened a case before saying whether it looks like another one is asked within the day. */
export class AskedWithinTheDay0060 implements MigrationInterface {
  readonly name = 'AskedWithinTheDay1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE duplicate_task
        ADD COLUMN asked_of uuid REFERENCES account (id),
        ADD COLUMN due_at timestamptz,
        ADD CHECK ((asked_of IS NULL) = (due_at IS NULL));
      CREATE INDEX duplicate_task_asked_of ON duplicate_task (asked_of, raised_at, id) WHERE closed_at IS NULL;
      DROP POLICY sees ON duplicate_task;
      CREATE POLICY sees ON duplicate_task USING ((SELECT app_reads()) AND (
        (SELECT app_supervises()) AND (team_id = ANY (ARRAY(SELECT app_teams())) OR other_team_id = ANY (ARRAY(SELECT app_teams())))
        OR asked_of = (SELECT app_account()) AND app_sees_case(case_file_id)
          AND app_sees_case(other_case_file_id)));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
