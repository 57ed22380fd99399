import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deadline waits for and of which protocol it is stand beside it: lists and boards of a large team read one index, and join nothing. */
export class WaitsFor0037 implements MigrationInterface {
  readonly name = 'WaitsFor1764000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE step_state ADD COLUMN protocol text;
      ALTER TABLE deadline ADD COLUMN protocol text,
        ADD COLUMN waits_for text CHECK (waits_for IN ('doing','opening','approval'));

      -- As the next act of each case would write them: nothing that the record tells of changes. Policies bind the owner too.
      ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE step_state NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER recorded;
      ALTER TABLE deadline NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER recorded;
      UPDATE step_state s SET protocol = r.protocol FROM run r WHERE r.id = s.run_id;
      UPDATE deadline d SET protocol = r.protocol, waits_for = (
          SELECT CASE
              WHEN d.of = 'approval' THEN CASE WHEN s.to_approve IS NULL THEN 'doing' ELSE 'approval' END
              WHEN s.state = 'awaiting-approval' THEN 'approval'
              WHEN s.state IN ('ready','to-confirm') THEN 'doing'
              ELSE 'opening' END
            FROM step_state s WHERE s.run_id = d.run_id AND s.step = d.step)
        FROM run r WHERE r.id = d.run_id;
      ALTER TABLE run FORCE ROW LEVEL SECURITY;
      ALTER TABLE step_state FORCE ROW LEVEL SECURITY, ENABLE TRIGGER recorded;
      ALTER TABLE deadline FORCE ROW LEVEL SECURITY, ENABLE TRIGGER recorded;

      ALTER TABLE step_state ALTER COLUMN protocol SET NOT NULL;
      ALTER TABLE deadline ALTER COLUMN protocol SET NOT NULL;

      DROP INDEX deadline_team_late;
      CREATE INDEX deadline_team_undone ON deadline (team_id, late_from)
        INCLUDE (case_file_id, lead_id, protocol, origin, due_at, waits_for)
        WHERE owner = 'ours' AND met_at IS NULL AND NOT rests AND waits_for IN ('doing','opening');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
