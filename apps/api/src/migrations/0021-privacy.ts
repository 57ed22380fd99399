import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASING } from './0021-erasing';

export const PRIVACY_TABLES = [
  'retention_decision',
  'legal_hold',
  'erasure',
  'sharing',
  'access_request',
] as const;

const CASE_BOUND = ['legal_hold', 'erasure', 'sharing', 'access_request'] as const;

/** Retention, legal hold, erasure by two persons, sharing, right of access. */
export class Privacy0021 implements MigrationInterface {
  readonly name = 'Privacy1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ERASING);
    await runner.query(POLICIES);
    for (const table of CASE_BOUND)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY system_actor ON ${table} USING ((SELECT app_system_sees_cases()))`);
    for (const table of PRIVACY_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
    for (const table of ['sharing', 'erased_event'])
      await runner.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`SELECT let_erasure_in()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TABLES = `
  -- The day on which two persons closed it, where the case is. NULL: open, or something was told since.
  ALTER TABLE case_file ADD COLUMN closed_on date;
  CREATE INDEX case_file_closed ON case_file (team_id, closed_on, id) WHERE closed_on IS NOT NULL;

  -- A period that the service gives itself; the newest that a second person agreed to is in force. NULL months: none any more.
  CREATE TABLE retention_decision (
    id uuid PRIMARY KEY,
    rule text NOT NULL,
    months integer CHECK (months BETWEEN 0 AND 1800),
    source text NOT NULL,
    proposed_by uuid NOT NULL REFERENCES account (id),
    proposed_at timestamptz NOT NULL,
    -- Of rule, months and source.
    hash text NOT NULL,
    outcome text CHECK (outcome IN ('agreed','refused')),
    settled_by uuid REFERENCES account (id),
    settled_at timestamptz,
    settled_hash text,
    CONSTRAINT four_eyes CHECK (settled_by <> proposed_by),
    CONSTRAINT agreed_as_it_is CHECK (settled_hash = hash),
    CHECK ((outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL) = (settled_at IS NULL)
       AND (outcome IS NULL) = (settled_hash IS NULL))
  );
  CREATE INDEX retention_decision_rule ON retention_decision (rule, settled_at DESC);

  -- The words are the payloads of its events, under the case's key.
  CREATE TABLE legal_hold (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    set_by uuid NOT NULL REFERENCES account (id),
    set_at timestamptz NOT NULL,
    set_seq bigint NOT NULL REFERENCES ledger_event (seq),
    lifted_by uuid REFERENCES account (id),
    lifted_at timestamptz,
    lifted_seq bigint REFERENCES ledger_event (seq),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL) = (lifted_seq IS NULL))
  );
  CREATE INDEX legal_hold_case ON legal_hold (case_file_id);
  CREATE INDEX legal_hold_open ON legal_hold (team_id, set_at DESC, id DESC) WHERE lifted_at IS NULL;

  -- What is left of an erased case: its reference, which says nothing of a child, and who decided.
  CREATE TABLE erasure (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    -- NULL once it is erased.
    case_file_id uuid,
    team_id uuid NOT NULL REFERENCES team (id),
    case_reference text NOT NULL,
    ground text NOT NULL CHECK (ground IN ('period-ended','ordered','opened-in-error')),
    -- The rule whose period ended last.
    rule text,
    case_key_id uuid NOT NULL REFERENCES data_key (id),
    -- What the ground stands on: sealed under the space's key.
    basis bytea NOT NULL,
    -- erasure_hash() of the case as it was proposed.
    hash text NOT NULL,
    proposed_by uuid NOT NULL REFERENCES account (id),
    proposed_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('done','refused','withdrawn')),
    settled_by uuid REFERENCES account (id),
    settled_at timestamptz,
    approved_hash text,
    event_seq bigint REFERENCES ledger_event (seq),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CONSTRAINT four_eyes CHECK (outcome = 'withdrawn' OR settled_by <> proposed_by),
    CONSTRAINT approved_as_it_is CHECK (approved_hash = hash),
    CHECK ((outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL) = (settled_at IS NULL)),
    CHECK (outcome IS DISTINCT FROM 'done' OR (case_file_id IS NULL AND approved_hash IS NOT NULL AND event_seq IS NOT NULL)),
    CHECK (case_file_id IS NOT NULL OR outcome = 'done')
  );
  CREATE UNIQUE INDEX erasure_open ON erasure (case_file_id) WHERE outcome IS NULL;
  CREATE INDEX erasure_team ON erasure (team_id, proposed_at DESC, id DESC);
  CREATE INDEX erasure_key ON erasure (case_key_id);

  -- Events whose content went with an erasure; its own event commits to this list.
  CREATE TABLE erased_event (
    event_seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    erasure_id uuid NOT NULL REFERENCES erasure (id)
  );
  CREATE INDEX erased_event_erasure ON erased_event (erasure_id, event_seq);

  -- What was told to whom is the payload of its event, under the case's key.
  CREATE TABLE sharing (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    shared_on date NOT NULL,
    ground text NOT NULL,
    classes text[] NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    corrects uuid UNIQUE REFERENCES sharing (id),
    event_seq bigint NOT NULL REFERENCES ledger_event (seq),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK (corrects <> id)
  );
  CREATE INDEX sharing_case ON sharing (case_file_id, shared_on DESC, at DESC);

  -- Under the key of the case, or of the space for somebody of the staff.
  CREATE TABLE access_request (
    id uuid PRIMARY KEY,
    subject text NOT NULL CHECK (subject IN ('child','person','staff')),
    team_id uuid NOT NULL REFERENCES team (id),
    case_file_id uuid,
    person_id uuid,
    account_id uuid REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    received_on date NOT NULL,
    due_on date NOT NULL,
    -- Who asked, how one knows that it is them, and the lines that were gathered.
    content bytea NOT NULL,
    hash text NOT NULL,
    prepared_by uuid NOT NULL REFERENCES account (id),
    prepared_at timestamptz NOT NULL,
    -- Line by line: kept, or withheld and why.
    review bytea,
    revision integer NOT NULL DEFAULT 0,
    lines integer NOT NULL,
    reviewed_lines integer NOT NULL DEFAULT 0,
    reviewed_by uuid REFERENCES account (id),
    reviewed_at timestamptz,
    reviewed_hash text,
    outcome text CHECK (outcome IN ('handed-over','refused')),
    settled_by uuid REFERENCES account (id),
    settled_at timestamptz,
    -- To whom and how; or why not.
    settling bytea,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((subject = 'staff') = (case_file_id IS NULL) AND (subject = 'staff') = (account_id IS NOT NULL)
       AND (subject = 'person') = (person_id IS NOT NULL)),
    CONSTRAINT four_eyes CHECK (reviewed_by <> prepared_by),
    CONSTRAINT reviewed_as_it_is CHECK (reviewed_hash = hash),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL) AND (reviewed_by IS NULL) = (reviewed_hash IS NULL)),
    CHECK (reviewed_by IS NULL OR reviewed_lines = lines),
    -- Nothing leaves that nobody else has read.
    CHECK (outcome IS DISTINCT FROM 'handed-over' OR reviewed_by IS NOT NULL),
    CHECK ((outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL) = (settled_at IS NULL)
       AND (outcome IS NULL) = (settling IS NULL))
  );
  CREATE INDEX access_request_team ON access_request (team_id, received_on DESC, id DESC);
  CREATE INDEX access_request_case ON access_request (case_file_id);

  GRANT SELECT, INSERT, UPDATE ON retention_decision, legal_hold, erasure, access_request TO repere_space;
  GRANT SELECT, INSERT ON sharing TO repere_space;
  GRANT SELECT ON erased_event TO repere_space;
`;

const POLICIES = `
  CREATE POLICY sees ON legal_hold FOR SELECT USING ((SELECT app_reads()) AND app_sees_case(case_file_id));
  CREATE POLICY sets ON legal_hold FOR INSERT
    WITH CHECK ((SELECT app_supervises()) AND set_by = (SELECT app_account()) AND app_sees_case(case_file_id));
  CREATE POLICY lifts ON legal_hold FOR UPDATE
    USING ((SELECT app_supervises()) AND lifted_at IS NULL AND app_sees_case(case_file_id))
    WITH CHECK (lifted_by = (SELECT app_account()));

  CREATE POLICY sees ON sharing FOR SELECT USING ((SELECT app_reads()) AND app_sees_case(case_file_id));
  CREATE POLICY tells ON sharing FOR INSERT
    WITH CHECK ((SELECT app_reads()) AND (SELECT app_writes()) AND by_id = (SELECT app_account()) AND app_sees_case(case_file_id));

  CREATE POLICY audits ON legal_hold FOR SELECT USING (case_file_id = ANY (ARRAY(SELECT app_audited_cases())));
  CREATE POLICY audits ON sharing FOR SELECT USING (case_file_id = ANY (ARRAY(SELECT app_audited_cases())));

  -- Of an erased case those who supervise its team still see that it was.
  CREATE POLICY sees ON erasure FOR SELECT USING ((SELECT app_supervises()) AND team_id = ANY (ARRAY(SELECT app_teams()))
    AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
  CREATE POLICY proposes ON erasure FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND proposed_by = (SELECT app_account()) AND outcome IS NULL AND app_sees_case(case_file_id));
  CREATE POLICY settles ON erasure FOR UPDATE
    USING ((SELECT app_supervises()) AND outcome IS NULL AND app_sees_case(case_file_id))
    WITH CHECK (settled_by = (SELECT app_account()) AND outcome <> 'done');

  CREATE POLICY sees ON access_request FOR SELECT USING ((SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
  CREATE POLICY prepares ON access_request FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND prepared_by = (SELECT app_account()) AND team_id = ANY (ARRAY(SELECT app_teams()))
    AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
  CREATE POLICY settles ON access_request FOR UPDATE USING ((SELECT app_supervises()) AND outcome IS NULL
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND (case_file_id IS NULL OR app_sees_case(case_file_id)))
    WITH CHECK (outcome IS NULL OR settled_by = (SELECT app_account()));
`;
