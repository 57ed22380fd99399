import {
  appendOnly,
  audited,
  BY_CASE,
  forSystem,
  NOT_SHUT,
  type Part,
  policy,
  recorded,
  secured,
  SHUT,
} from './part';

const BOUND = ['legal_hold', 'erasure', 'sharing', 'access_request'];

const TABLES = `
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
    review_on date,
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
    CHECK (corrects <> id),
    CONSTRAINT sharing_of_case UNIQUE (id, case_file_id)
  );
  CREATE INDEX sharing_case ON sharing (case_file_id, shared_on DESC, at DESC);

  -- Under the key of the case, or of the space for somebody of the staff.
  CREATE TABLE access_request (
    id uuid PRIMARY KEY,
    subject text NOT NULL CHECK (subject IN ('child','person','staff')),
    team_id uuid NOT NULL REFERENCES team (id),
    case_file_id uuid,
    person_id text,
    account_id uuid REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    received_on date NOT NULL,
    due_on date NOT NULL,
    -- Who asked, how one knows that it is them, and the lines that were gathered.
    content bytea NOT NULL,
    hash text NOT NULL,
    prepared_by uuid NOT NULL REFERENCES account (id),
    prepared_at timestamptz NOT NULL,
    -- Line by line: kept, or redacted and why.
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
       AND (outcome IS NULL) = (settling IS NULL)),
    CONSTRAINT refused_by_another
      CHECK (outcome IS DISTINCT FROM 'refused' OR settled_by <> prepared_by),
    CONSTRAINT person_row CHECK (person_id ~ '^[A-Za-z0-9_-]{1,64}$')
  );
  CREATE INDEX access_request_team ON access_request (team_id, received_on DESC, id DESC);
  CREATE INDEX access_request_case ON access_request (case_file_id);

  -- What a partner is given stands on its line in the register of sharing.
  ALTER TABLE assignment
    ADD CONSTRAINT referral_is_shared FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id);
`;

const FUNCTIONS = `
  -- The hash is of rule, months and source as the application writes them: JSON without spaces.
  CREATE FUNCTION keep_retention_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' AND OLD.outcome IS NOT NULL THEN
      RAISE EXCEPTION 'a period that was decided stays' USING ERRCODE = 'RP002';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.rule, NEW.months, NEW.source, NEW.hash, NEW.proposed_by, NEW.proposed_at)
         IS DISTINCT FROM (OLD.id, OLD.rule, OLD.months, OLD.source, OLD.hash, OLD.proposed_by, OLD.proposed_at) THEN
      RAISE EXCEPTION 'a period that was proposed stays' USING ERRCODE = 'RP002';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.hash IS DISTINCT FROM encode(sha256(convert_to(format('[%s,%s,%s]', to_json(NEW.rule),
         coalesce(NEW.months::text, 'null'), to_json(NEW.source)), 'UTF8')), 'hex') THEN
      RAISE EXCEPTION 'the hash is not that of the period' USING ERRCODE = 'RP004';
    END IF;
    RETURN NULL;
  END $$;

  -- Policies do not see what stood there before.
  CREATE FUNCTION keep_access_request() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.prepared_by, NEW.prepared_at, NEW.content, NEW.hash, NEW.lines)
         IS DISTINCT FROM (OLD.prepared_by, OLD.prepared_at, OLD.content, OLD.hash, OLD.lines) THEN
      RAISE EXCEPTION 'what was prepared stays' USING ERRCODE = 'RP002';
    END IF;
    IF NEW.reviewed_by IS NOT NULL
       AND (NEW.reviewed_by, NEW.reviewed_at, NEW.review) IS DISTINCT FROM (OLD.reviewed_by, OLD.reviewed_at, OLD.review)
       AND NEW.reviewed_by IS DISTINCT FROM app_account() THEN
      RAISE EXCEPTION 'nobody reviews in the name of another' USING ERRCODE = 'RP005';
    END IF;
    RETURN NULL;
  END $$;
`;

const GRANTS = `
  GRANT SELECT ON erased_event TO repere_space;
  GRANT SELECT, INSERT ON sharing TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON access_request, erasure, legal_hold, retention_decision TO repere_space;
`;

/** Retention, legal hold, erasure by two persons, sharing, right of access. */
export const PRIVACY: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded('retention_decision', ...BOUND),
    appendOnly('sharing', 'erased_event'),
    secured(...BOUND),
    forSystem(...BOUND),
    audited('legal_hold', 'sharing'),
    policy(['legal_hold', 'sharing'], 'sees', `FOR SELECT USING ${BY_CASE}`),
    policy(['legal_hold'], 'shut_insert', `AS RESTRICTIVE FOR INSERT WITH CHECK (${NOT_SHUT})`),
    // Whoever broke the glass tells who must know, out of a circle as well: each letter that left is in the register.
    policy(
      ['sharing'],
      'shut_insert',
      `AS RESTRICTIVE FOR INSERT WITH CHECK (${NOT_SHUT} OR app_broke_glass_of(case_file_id))`,
    ),
    policy(['legal_hold', 'sharing'], 'shut_update', `AS RESTRICTIVE FOR UPDATE USING (${NOT_SHUT})`),
    policy(['erasure', 'access_request'], 'shut', SHUT),
    // Of an erased case those who supervise its team still see that it was.
    policy(
      ['erasure', 'access_request'],
      'sees',
      `FOR SELECT USING ((SELECT app_supervises()) AND team_id = ANY ((SELECT app_teams_array())::uuid[])
        AND (case_file_id IS NULL OR app_sees_case(case_file_id)))`,
    ),
    `
      CREATE POLICY sets ON legal_hold FOR INSERT
        WITH CHECK ((SELECT app_supervises()) AND set_by = (SELECT app_account()) AND app_sees_case(case_file_id));
      CREATE POLICY lifts ON legal_hold FOR UPDATE
        USING ((SELECT app_supervises()) AND lifted_at IS NULL AND app_sees_case(case_file_id))
        WITH CHECK (lifted_by = (SELECT app_account()));
      CREATE POLICY tells ON sharing FOR INSERT
        WITH CHECK ((SELECT app_reads()) AND (SELECT app_writes()) AND by_id = (SELECT app_account()) AND app_sees_case(case_file_id));

      CREATE POLICY proposes ON erasure FOR INSERT WITH CHECK ((SELECT app_supervises())
        AND proposed_by = (SELECT app_account()) AND outcome IS NULL AND app_sees_case(case_file_id));
      CREATE POLICY settles ON erasure FOR UPDATE
        USING ((SELECT app_supervises()) AND outcome IS NULL AND app_sees_case(case_file_id))
        WITH CHECK (settled_by = (SELECT app_account()) AND outcome <> 'done');

      CREATE POLICY prepares ON access_request FOR INSERT WITH CHECK ((SELECT app_supervises())
        AND prepared_by = (SELECT app_account()) AND team_id = ANY ((SELECT app_teams_array())::uuid[])
        AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
      CREATE POLICY settles ON access_request FOR UPDATE USING ((SELECT app_supervises()) AND outcome IS NULL
        AND team_id = ANY ((SELECT app_teams_array())::uuid[]) AND (case_file_id IS NULL OR app_sees_case(case_file_id)))
        WITH CHECK (outcome IS NULL OR settled_by = (SELECT app_account()));

      CREATE TRIGGER decided AFTER INSERT OR UPDATE OR DELETE ON retention_decision
        FOR EACH ROW EXECUTE FUNCTION keep_retention_decision();
      CREATE TRIGGER prepared AFTER UPDATE ON access_request FOR EACH ROW EXECUTE FUNCTION keep_access_request();
    `,
  ],
};
