import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal, its projections, and what surrounds a case. Everything that names a person is ciphertext. */
export class Cases0003 implements MigrationInterface {
  readonly name = 'Cases1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE protocol_version (
        name text NOT NULL,
        version text NOT NULL,
        hash text NOT NULL,
        document jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text NOT NULL,
        PRIMARY KEY (name, version)
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON protocol_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        team_id uuid NOT NULL REFERENCES team (id),
        lead_id uuid REFERENCES account (id),
        territory text NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by text NOT NULL,
        -- Last entry of the journal; writers check it.
        seq bigint NOT NULL DEFAULT 0,
        changed_at timestamptz NOT NULL,
        next_change_at timestamptz,
        -- Earliest open deadline of ours, for the list's order.
        next_due_at timestamptz,
        data_key_id uuid NOT NULL REFERENCES data_key (id),
        child bytea NOT NULL,
        erased_at timestamptz,
        UNIQUE (id, team_id)
      );
      CREATE INDEX case_file_team_recent ON case_file (team_id, changed_at DESC, id DESC);
      CREATE INDEX case_file_lead_recent ON case_file (lead_id, changed_at DESC, id DESC);
      CREATE INDEX case_file_team_due ON case_file (team_id, next_due_at, id);
      CREATE INDEX case_file_lead_due ON case_file (lead_id, next_due_at, id);
      CREATE INDEX case_file_next_change ON case_file (next_change_at) WHERE next_change_at IS NOT NULL;
      CREATE INDEX case_file_data_key ON case_file (data_key_id);

      CREATE TABLE assignment (
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        since timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (case_file_id, account_id, since),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX assignment_account ON assignment (account_id) INCLUDE (case_file_id) WHERE ended_at IS NULL;

      CREATE TABLE run (
        id uuid PRIMARY KEY,
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        protocol text NOT NULL,
        version text NOT NULL,
        hash text NOT NULL,
        opened_at timestamptz NOT NULL,
        ended boolean NOT NULL DEFAULT false,
        outcome text,
        UNIQUE (id, case_file_id),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
        FOREIGN KEY (protocol, version) REFERENCES protocol_version (name, version)
      );
      CREATE INDEX run_case ON run (case_file_id);
      CREATE INDEX run_protocol ON run (protocol, version, ended);

      CREATE TABLE journal_entry (
        case_file_id uuid NOT NULL REFERENCES case_file (id),
        seq bigint NOT NULL CHECK (seq > 0),
        id uuid NOT NULL UNIQUE,
        kind text NOT NULL,
        run_id uuid,
        step text,
        occurred_from timestamptz NOT NULL,
        occurred_to timestamptz NOT NULL,
        occurred_precision text NOT NULL CHECK (occurred_precision IN ('minute','day','month','year')),
        occurred_estimated boolean NOT NULL DEFAULT false,
        -- The space's clock, and the machine's beside it.
        recorded_at timestamptz NOT NULL,
        machine_at timestamptz NOT NULL DEFAULT now(),
        device_at timestamptz,
        -- Account id or system:name.
        entered_by text NOT NULL,
        -- The entry that this one approves or returns, and who had entered it: four eyes, checked below.
        target_id uuid,
        target_entered_by text,
        key_id uuid NOT NULL REFERENCES data_key (id),
        payload bytea NOT NULL,
        commitment bytea NOT NULL,
        ledger_seq bigint NOT NULL REFERENCES ledger_event (seq),
        PRIMARY KEY (case_file_id, seq),
        UNIQUE (id, entered_by),
        FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (target_id, target_entered_by) REFERENCES journal_entry (id, entered_by),
        CHECK (occurred_from <= occurred_to),
        CHECK (kind NOT IN ('entry-approved','entry-returned') OR (target_id IS NOT NULL AND target_entered_by IS NOT NULL)),
        CONSTRAINT four_eyes CHECK (kind <> 'entry-approved' OR target_entered_by <> entered_by)
      );
      CREATE INDEX journal_entry_run ON journal_entry (run_id, step);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE step_state (
        run_id uuid NOT NULL,
        step text NOT NULL,
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        state text NOT NULL,
        to_approve uuid,
        approver_role text,
        opens_at timestamptz,
        PRIMARY KEY (run_id, step),
        FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX step_state_case ON step_state (case_file_id);
      CREATE INDEX step_state_work ON step_state (team_id, state, case_file_id);
      CREATE INDEX step_state_approval ON step_state (team_id, to_approve) WHERE to_approve IS NOT NULL;

      CREATE TABLE deadline (
        run_id uuid NOT NULL,
        step text NOT NULL,
        of text NOT NULL CHECK (of IN ('step','approval')),
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        lead_id uuid,
        origin text NOT NULL CHECK (origin IN ('LEGAL','REPORT','MEDICAL','TOOL')),
        owner text NOT NULL CHECK (owner IN ('ours','outside')),
        starts_at timestamptz,
        due_at timestamptz,
        late_from timestamptz,
        at_once boolean NOT NULL DEFAULT false,
        met_at timestamptz,
        PRIMARY KEY (run_id, step, of),
        FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX deadline_case ON deadline (case_file_id);
      -- Lateness is never stored: due_at against the clock in the query.
      CREATE INDEX deadline_team_open ON deadline (team_id, due_at, run_id, step, of) WHERE met_at IS NULL;
      CREATE INDEX deadline_lead_open ON deadline (lead_id, due_at, run_id, step, of) WHERE met_at IS NULL;

      -- Coded, non-identifying facts only.
      CREATE TABLE case_fact (
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        run_id uuid,
        fact text NOT NULL,
        value jsonb NOT NULL,
        seq bigint NOT NULL,
        UNIQUE NULLS NOT DISTINCT (case_file_id, run_id, fact),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX case_fact_value ON case_fact (team_id, fact, value);

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        case_file_id uuid NOT NULL REFERENCES case_file (id),
        key_id uuid NOT NULL REFERENCES data_key (id),
        content bytea NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX person_case ON person (case_file_id, created_at);

      -- Blind index: keyed hashes of name forms, birth and phones.
      CREATE TABLE child_identity (
        kind text NOT NULL,
        token bytea NOT NULL,
        case_file_id uuid NOT NULL REFERENCES case_file (id),
        PRIMARY KEY (kind, token, case_file_id)
      );
      CREATE INDEX child_identity_case ON child_identity (case_file_id);

      CREATE TABLE draft (
        account_id uuid NOT NULL REFERENCES account (id),
        run_id uuid NOT NULL,
        step text NOT NULL,
        case_file_id uuid NOT NULL,
        key_id uuid NOT NULL REFERENCES data_key (id),
        content bytea NOT NULL,
        protocol_version text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, run_id, step),
        FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id)
      );
      CREATE INDEX draft_case ON draft (case_file_id, account_id);

      CREATE TABLE duplicate_task (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_file_id uuid NOT NULL,
        team_id uuid NOT NULL,
        other_case_file_id uuid NOT NULL,
        other_team_id uuid NOT NULL,
        why text[] NOT NULL,
        raised_at timestamptz NOT NULL,
        raised_by text NOT NULL,
        closed_at timestamptz,
        closed_by text,
        outcome text,
        note bytea,
        UNIQUE (case_file_id, other_case_file_id),
        CHECK (case_file_id <> other_case_file_id),
        CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
        FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
        FOREIGN KEY (other_case_file_id, other_team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
      );
      CREATE INDEX duplicate_task_team ON duplicate_task (team_id, raised_at, id) WHERE closed_at IS NULL;
      CREATE INDEX duplicate_task_other_team ON duplicate_task (other_team_id, raised_at, id) WHERE closed_at IS NULL;

      GRANT SELECT, INSERT ON protocol_version, journal_entry TO repere_space;
      GRANT SELECT, INSERT, UPDATE ON case_file, assignment, person, duplicate_task TO repere_space;
      GRANT SELECT, INSERT, UPDATE, DELETE ON run, step_state, deadline, case_fact, child_identity, draft TO repere_space;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
