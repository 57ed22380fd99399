import type { MigrationInterface, QueryRunner } from 'typeorm';

export const CONFORMANCE_TABLES = ['step_conformance', 'deviation', 'deviation_judgement'] as const;

/**
 * Cases beside their protocols. `step_conformance` and `deviation` are projections of the journals: what the journal alone
 * tells. What only the clock makes late is a due date against the clock in the query. Judgements are history.
 */
export class Conformance0010 implements MigrationInterface {
  readonly name = 'Conformance1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of CONFORMANCE_TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY sees ON ${table} USING ((SELECT app_reads()) AND
          (team_id = ANY (ARRAY(SELECT app_teams())) OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))));
        CREATE POLICY system_actor ON ${table} USING ((SELECT app_system_sees_cases()));
        CREATE POLICY writes_insert ON ${table} AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT app_writes()));
        CREATE POLICY writes_update ON ${table} AS RESTRICTIVE FOR UPDATE USING ((SELECT app_writes()));
        CREATE POLICY writes_delete ON ${table} AS RESTRICTIVE FOR DELETE USING ((SELECT app_writes()));
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event();
      `);
    await runner.query(`
      -- In their own name; only a supervisor judges.
      CREATE POLICY own_name ON deviation_judgement AS RESTRICTIVE FOR INSERT
        WITH CHECK (by_id = (SELECT app_account()) AND (kind = 'explained' OR (SELECT app_supervises())));
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deviation_judgement
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TABLES = `
  CREATE INDEX run_team ON run (team_id, opened_at) INCLUDE (protocol, version, case_file_id);

  -- A step of a run that was done, passed over, waived too late, or that may become late.
  CREATE TABLE step_conformance (
    run_id uuid NOT NULL,
    step text NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    protocol text NOT NULL,
    version text NOT NULL,
    -- When the run was opened.
    opened_at timestamptz NOT NULL,
    weight smallint NOT NULL,
    -- By what the journal tells; open ones become expected, and unmet, at late_from, unapproved_from, unweighed_from.
    expected boolean NOT NULL,
    met boolean NOT NULL,
    times integer NOT NULL,
    possible_at timestamptz,
    done_at timestamptz,
    waited_ms bigint,
    late_ms bigint,
    origin text CHECK (origin IN ('LEGAL','REPORT','MEDICAL','TOOL')),
    late_from timestamptz,
    unapproved_from timestamptz,
    unapproved_entry uuid,
    unweighed_from timestamptz,
    unweighed_entry uuid,
    PRIMARY KEY (run_id, step),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX step_conformance_case ON step_conformance (case_file_id);
  -- Figures of a team are read from the index alone.
  CREATE INDEX step_conformance_team ON step_conformance (team_id, protocol, step, opened_at)
    INCLUDE (run_id, case_file_id, weight, expected, met, times, waited_ms, late_ms, origin, late_from, unapproved_from,
             unweighed_from);
  CREATE INDEX step_conformance_late ON step_conformance (team_id, late_from) WHERE late_from IS NOT NULL;
  CREATE INDEX step_conformance_unapproved ON step_conformance (team_id, unapproved_from) WHERE unapproved_from IS NOT NULL;
  CREATE INDEX step_conformance_unweighed ON step_conformance (team_id, unweighed_from) WHERE unweighed_from IS NOT NULL;

  CREATE TABLE deviation (
    -- Kind, run, step, entry: rebuilt, it is the same.
    key text PRIMARY KEY,
    kind text NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    run_id uuid NOT NULL,
    step text NOT NULL,
    protocol text NOT NULL,
    version text NOT NULL,
    opened_at timestamptz NOT NULL,
    -- The gravest first, from 0.
    rank smallint NOT NULL,
    since timestamptz NOT NULL,
    origin text CHECK (origin IN ('LEGAL','REPORT','MEDICAL','TOOL')),
    by_ms bigint,
    entry_id uuid,
    entered_by text,
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX deviation_case ON deviation (case_file_id);
  CREATE INDEX deviation_team ON deviation (team_id, rank, since DESC, key DESC);
  CREATE INDEX deviation_period ON deviation (team_id, opened_at) INCLUDE (kind, protocol, step, case_file_id, key);

  -- No foreign key to the projection, which comes and goes. The words are the event's payload, under the case's key.
  CREATE TABLE deviation_judgement (
    id uuid PRIMARY KEY,
    deviation_key text NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    run_id uuid NOT NULL,
    step text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('explained','accepted','finding','no-deviation')),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    -- Who had entered what deviates.
    entered_by text,
    event_seq bigint NOT NULL REFERENCES ledger_event (seq),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CONSTRAINT four_eyes CHECK (kind = 'explained' OR entered_by IS DISTINCT FROM by_id::text)
  );
  CREATE INDEX deviation_judgement_key ON deviation_judgement (deviation_key, at);
  CREATE INDEX deviation_judgement_case ON deviation_judgement (case_file_id);

  GRANT SELECT, INSERT, UPDATE, DELETE ON step_conformance, deviation TO repere_space;
  GRANT SELECT, INSERT ON deviation_judgement TO repere_space;
`;
