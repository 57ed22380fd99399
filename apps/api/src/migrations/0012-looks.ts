import type { MigrationInterface, QueryRunner } from 'typeorm';

export const LOOK_TABLES = ['look', 'look_question', 'stopped_act'] as const;

/** Who looked, what for, and what was asked about it; acts that a rule stopped; and indexes that a team's board reads. */
export class Looks0012 implements MigrationInterface {
  readonly name = 'Looks1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(EARLIER);
    await runner.query(POLICIES);
    await runner.query(BOARD);
    for (const table of LOOK_TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY system_actor ON ${table} USING ((SELECT app_system_sees_cases()));
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TABLES = `
  -- Events of the record in which somebody saw cases, with what the entry says in columns. Lists name theirs in ledger_shown.
  CREATE TABLE look (
    event_seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    case_file_id uuid,
    -- The reader's alias: cut the alias, and nobody knows who it was.
    reader text NOT NULL,
    -- The reader's teams at that moment.
    teams uuid[] NOT NULL,
    -- The space's clock.
    at timestamptz NOT NULL,
    type text NOT NULL,
    purpose text NOT NULL,
    outcome text NOT NULL
  );
  CREATE INDEX look_case ON look (case_file_id, event_seq DESC) WHERE case_file_id IS NOT NULL;
  CREATE INDEX look_reader ON look (reader, at) INCLUDE (case_file_id)
    WHERE case_file_id IS NOT NULL AND outcome = 'done';
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON look
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE look_question (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES case_file (id),
    event_seq bigint NOT NULL REFERENCES look (event_seq),
    asked_by uuid NOT NULL REFERENCES account (id),
    asked_of uuid NOT NULL REFERENCES account (id),
    asked_at timestamptz NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    question bytea NOT NULL,
    answer bytea,
    answered_at timestamptz,
    CHECK (asked_by <> asked_of),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX look_question_case ON look_question (case_file_id, event_seq);
  CREATE INDEX look_question_open ON look_question (asked_of, asked_at, id) WHERE answered_at IS NULL;

  -- Codes of what stood in the way of an act: rules and the facts they read, never an answer.
  CREATE TABLE stopped_act (
    event_seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    rules text[] NOT NULL,
    at timestamptz NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX stopped_act_case ON stopped_act (case_file_id);
  CREATE INDEX stopped_act_hotel ON stopped_act (team_id, at, case_file_id) WHERE 'may_hotel' = ANY (rules);

  GRANT SELECT, INSERT ON look, look_question, stopped_act TO repere_space;
  GRANT UPDATE (answer, answered_at) ON look_question TO repere_space;
`;

/** What the record held before. Of a reader's teams then only those that are still theirs are known. */
const EARLIER = `
  INSERT INTO look (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
  SELECT e.seq, c.subject::uuid, e.entry ->> 'actor',
         ARRAY(SELECT m.team_id FROM team_member m
                WHERE m.account_id::text = a.subject AND m.since <= (e.entry ->> 'time')::timestamptz),
         (e.entry ->> 'time')::timestamptz, e.entry ->> 'type', e.entry ->> 'purpose', e.entry ->> 'outcome'
    FROM (SELECT seq, entry::json AS entry FROM ledger_event) e
    JOIN alias a ON a.kind = 'account' AND a.alias = e.entry ->> 'actor'
    LEFT JOIN alias c ON c.kind = 'case' AND c.alias = e.entry ->> 'stream'
   WHERE e.entry ->> 'type' NOT LIKE 'journal.%'
     AND (c.subject IS NOT NULL OR EXISTS (SELECT 1 FROM ledger_shown s WHERE s.event_seq = e.seq));
`;

const POLICIES = `
  CREATE POLICY sees ON look FOR SELECT
    USING ((SELECT app_context()) IS NOT NULL AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
  -- Every reader's looks are written, also of who just gave the case away.
  CREATE POLICY written ON look FOR INSERT WITH CHECK ((SELECT app_context()) IS NOT NULL);

  CREATE POLICY sees ON stopped_act FOR SELECT
    USING ((SELECT app_reads()) AND (team_id = ANY (ARRAY(SELECT app_teams()))
      OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))));
  CREATE POLICY audits ON stopped_act FOR SELECT USING (case_file_id = ANY (ARRAY(SELECT app_audited_cases())));
  CREATE POLICY written ON stopped_act FOR INSERT
    WITH CHECK (app_sees_case(case_file_id));

  -- Whoever is asked reads the question, even if the case is not theirs.
  CREATE POLICY sees ON look_question FOR SELECT
    USING (asked_of = (SELECT app_account()) OR app_sees_case(case_file_id));
  CREATE POLICY asked ON look_question FOR INSERT
    WITH CHECK (asked_by = (SELECT app_account()) AND app_sees_case(case_file_id));
  CREATE POLICY answered ON look_question FOR UPDATE
    USING (asked_of = (SELECT app_account()) AND answered_at IS NULL)
    WITH CHECK (asked_of = (SELECT app_account()));
`;

/** What the figures of a team are read from: one index each. */
const BOARD = `
  -- Coded facts that say a child may be exploited or in danger: one "yes" among the signs, a status, a danger.
  CREATE FUNCTION is_sign(fact text, value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
      WHEN fact IN ('warning_signs', 'trafficking_signs') THEN jsonb_path_exists(value, '$.* ? (@ == "yes" || @.answer == "yes")')
      WHEN fact = 'victim_status' THEN value IN ('"confirmed"', '"probable"', '"possible"')
      WHEN fact = 'danger' THEN value IN ('"immediate_grave"', '"danger"')
      WHEN fact = 'urgent_danger_seen' THEN value = '"yes"'
      ELSE false
    END $$;

  CREATE INDEX case_fact_sign ON case_fact (team_id, case_file_id) WHERE run_id IS NULL AND is_sign(fact, value);
  CREATE INDEX deadline_team_late ON deadline (team_id, late_from)
    INCLUDE (lead_id, case_file_id, run_id, step, of, origin, due_at) WHERE met_at IS NULL AND owner = 'ours';
  CREATE INDEX alert_incident ON alert (team_id, at, case_file_id) WHERE kind = 'rights-incident';
  CREATE INDEX run_open ON run (team_id, case_file_id) WHERE NOT ended;
  CREATE INDEX case_file_team_lead ON case_file (team_id, lead_id, id) WHERE erased_at IS NULL;
`;
