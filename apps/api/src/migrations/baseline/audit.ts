import {
  appendOnly,
  audited,
  excluded,
  BY_TEAM_OR_GRANT,
  forSystem,
  type Part,
  policy,
  recorded,
  secured,
  written,
} from './part';

const CONFORMANCE = ['step_conformance', 'deviation', 'deviation_judgement'];
const ACCESS_LOG = ['access_event', 'access_question', 'stopped_act'];

const TABLES = `
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
    late_after uuid,
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

  -- Events of the record in which somebody saw cases, with what the entry says in columns. Lists name theirs in ledger_shown.
  CREATE TABLE access_event (
    event_seq bigint PRIMARY KEY,
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
  CREATE INDEX access_event_case ON access_event (case_file_id, event_seq DESC) WHERE case_file_id IS NOT NULL;
  CREATE INDEX access_event_reader ON access_event (reader, at) INCLUDE (case_file_id)
    WHERE case_file_id IS NOT NULL AND outcome = 'done';

  CREATE TABLE access_question (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES case_file (id),
    event_seq bigint NOT NULL REFERENCES access_event (event_seq),
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
  CREATE INDEX access_question_case ON access_question (case_file_id, event_seq);
  CREATE INDEX access_question_open ON access_question (asked_of, asked_at, id) WHERE answered_at IS NULL;

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
  CREATE INDEX stopped_act_hotel ON stopped_act (team_id, at, case_file_id) WHERE 'hotel-refused' = ANY (rules);

  CREATE TABLE audit_bundle (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('case','mission')),
    mission_id uuid,
    case_file_ids uuid[] NOT NULL CHECK (cardinality(case_file_ids) > 0),
    asked_by uuid NOT NULL REFERENCES account (id),
    asked_at timestamptz NOT NULL,
    -- Why, what is left out, checkpoints kept elsewhere: sealed under every case's key in turn.
    content bytea NOT NULL,
    -- The event that names the manifest's hash; from then on only the proof is missing.
    made_seq bigint REFERENCES ledger_event (seq),
    entries integer,
    bytes integer,
    -- Machine time.
    finished_at timestamptz,
    kept_until timestamptz,
    CHECK ((kind = 'mission') = (mission_id IS NOT NULL)),
    CHECK (kind = 'mission' OR cardinality(case_file_ids) = 1),
    CHECK (finished_at IS NULL OR made_seq IS NOT NULL),
    CHECK ((finished_at IS NULL) = (kept_until IS NULL))
  );
  CREATE INDEX audit_bundle_cases ON audit_bundle USING gin (case_file_ids);
  CREATE INDEX audit_bundle_asked ON audit_bundle (asked_by, asked_at DESC);

  -- Neither history nor content of a case: what it holds can be made again.
  CREATE TABLE audit_bundle_file (
    bundle_id uuid PRIMARY KEY REFERENCES audit_bundle (id),
    content bytea NOT NULL
  );
`;

const GRANTS = `
  GRANT SELECT, INSERT ON deviation_judgement, access_event, access_question, stopped_act TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON audit_bundle TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON audit_bundle_file, deviation, step_conformance TO repere_space;
  GRANT UPDATE (answer, answered_at) ON access_question TO repere_space;
`;

/** Cases beside their protocols, who looked at them, acts that a rule stopped, and bundles. */
export const AUDIT: Part = {
  tables: TABLES,
  rights: [
    GRANTS,
    recorded(...CONFORMANCE, ...ACCESS_LOG, 'audit_bundle'),
    appendOnly('deviation_judgement', 'access_event'),
    secured(...CONFORMANCE, ...ACCESS_LOG, 'audit_bundle', 'audit_bundle_file'),
    forSystem(...CONFORMANCE, ...ACCESS_LOG),
    written(...CONFORMANCE),
    excluded(...CONFORMANCE, 'stopped_act'),
    audited(...CONFORMANCE, 'stopped_act'),
    policy(CONFORMANCE, 'sees', `USING ${BY_TEAM_OR_GRANT}`),
    policy(['stopped_act'], 'sees', `FOR SELECT USING ${BY_TEAM_OR_GRANT}`),
    `
      -- In their own name; only a supervisor judges.
      CREATE POLICY own_name ON deviation_judgement AS RESTRICTIVE FOR INSERT
        WITH CHECK (by_id = (SELECT app_account()) AND (kind = 'explained' OR (SELECT app_supervises())));
      CREATE POLICY written ON stopped_act FOR INSERT WITH CHECK (app_sees_case(case_file_id));

      CREATE POLICY sees ON access_event FOR SELECT USING ((SELECT app_context()) IS NOT NULL
        AND (case_file_id IS NULL OR EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_file_id)));
      -- Every reader's looks are written, also of who just gave the case away.
      CREATE POLICY written ON access_event FOR INSERT WITH CHECK ((SELECT app_context()) IS NOT NULL);

      -- Whoever is asked reads the question, even if the case is not theirs.
      CREATE POLICY sees ON access_question FOR SELECT
        USING (asked_of = (SELECT app_account()) OR app_sees_case(case_file_id));
      CREATE POLICY asked ON access_question FOR INSERT
        WITH CHECK (asked_by = (SELECT app_account()) AND app_sees_case(case_file_id));
      CREATE POLICY answered ON access_question FOR UPDATE
        USING (asked_of = (SELECT app_account()) AND answered_at IS NULL)
        WITH CHECK (asked_of = (SELECT app_account()));

      -- It was redacted to what this account may see: nobody else's.
      CREATE POLICY own ON audit_bundle USING (asked_by = (SELECT app_account()) AND app_sees_cases(case_file_ids));
      CREATE POLICY own ON audit_bundle_file USING (EXISTS (SELECT 1 FROM audit_bundle b WHERE b.id = bundle_id));
      -- Finds whose order a job works on, and takes away what is over. It opens nothing: the cases it does not see.
      CREATE POLICY makes ON audit_bundle FOR SELECT USING ((SELECT app_context() ->> 'system') = 'system:bundles');
      CREATE POLICY expires ON audit_bundle_file USING ((SELECT app_context() ->> 'system') = 'system:bundles');
    `,
  ],
};
