import type { MigrationInterface, QueryRunner } from 'typeorm';

export const ALERT_TABLES = ['alert', 'alert_seen'] as const;

/** What supervisors must know. `alert` is a projection of the journals; who has seen which is kept beside it. */
export class Alerts0007 implements MigrationInterface {
  readonly name = 'Alerts1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alert (
        -- From the run, step, entry, kind and flag alone: rebuilt, it is the same.
        id uuid PRIMARY KEY,
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        run_id uuid NOT NULL,
        step text NOT NULL,
        entry_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('flag','rights-incident')),
        at timestamptz NOT NULL,
        FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX alert_case ON alert (case_file_id);
      CREATE INDEX alert_team ON alert (team_id, at DESC, id DESC);

      -- No foreign key to the projection, which comes and goes.
      CREATE TABLE alert_seen (
        alert_id uuid PRIMARY KEY,
        case_file_id uuid NOT NULL REFERENCES case_file (id),
        seen_by uuid NOT NULL REFERENCES account (id),
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX alert_seen_case ON alert_seen (case_file_id);

      GRANT SELECT, INSERT, UPDATE, DELETE ON alert TO repere_space;
      GRANT SELECT, INSERT ON alert_seen TO repere_space;

      CREATE POLICY sees ON alert USING ((SELECT app_reads()) AND
        (team_id = ANY (ARRAY(SELECT app_teams())) OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))));
      CREATE POLICY sees ON alert_seen USING ((SELECT app_reads()) AND app_sees_case(case_file_id));
      -- Only a supervisor, and in their own name.
      CREATE POLICY sees_insert ON alert_seen AS RESTRICTIVE FOR INSERT
        WITH CHECK ((SELECT app_supervises()) AND seen_by = (SELECT app_account()));
    `);
    for (const table of ALERT_TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY system_actor ON ${table} USING ((SELECT app_system_sees_cases()));
        CREATE POLICY writes_insert ON ${table} AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT app_writes()));
        CREATE POLICY writes_update ON ${table} AS RESTRICTIVE FOR UPDATE USING ((SELECT app_writes()));
        CREATE POLICY writes_delete ON ${table} AS RESTRICTIVE FOR DELETE USING ((SELECT app_writes()));
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event();
      `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
