import { isSelf } from './context';
import {
  appendOnly,
  audited,
  excluded,
  BY_TEAM_OR_GRANT,
  captured,
  forSystem,
  type Part,
  policy,
  recorded,
  secured,
  written,
} from './part';

/** Tables about cases, that name them. */
const BOUND = [
  ...['case_file', 'run', 'journal_entry', 'draft', 'duplicate_task'],
  ...['child_identity', 'child_signature'],
];

const TABLES = `
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
    -- The day on which two persons closed it, where the case is. NULL: open, or something was told since.
    closed_on date,
    -- Hashes of what was projected of it last, by table: what is still the same is not written again. NULL: nobody knows.
    projected jsonb,
    UNIQUE (id, team_id)
  );
  CREATE INDEX case_file_team_recent ON case_file (team_id, changed_at DESC, id DESC);
  CREATE INDEX case_file_lead_recent ON case_file (lead_id, changed_at DESC, id DESC);
  -- What somebody leads elsewhere, without a look at what they lead.
  CREATE INDEX case_file_lead_team ON case_file (lead_id, team_id) INCLUDE (id);
  CREATE INDEX case_file_team_due ON case_file (team_id, next_due_at, id);
  CREATE INDEX case_file_lead_due ON case_file (lead_id, next_due_at, id);
  CREATE INDEX case_file_next_change ON case_file (next_change_at) WHERE next_change_at IS NOT NULL;
  CREATE INDEX case_file_data_key ON case_file (data_key_id);
  CREATE INDEX case_file_team_lead ON case_file (team_id, lead_id, id) WHERE erased_at IS NULL;
  CREATE INDEX case_file_closed ON case_file (team_id, closed_on, id) WHERE closed_on IS NOT NULL;

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
    is_absence boolean NOT NULL DEFAULT false,
    UNIQUE (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (protocol, version) REFERENCES protocol_version (name, version)
  );
  CREATE INDEX run_case ON run (case_file_id);
  CREATE INDEX run_protocol ON run (protocol, version, ended);
  CREATE INDEX run_team ON run (team_id, opened_at) INCLUDE (protocol, version, case_file_id);
  CREATE INDEX run_open ON run (team_id, case_file_id) WHERE NOT ended;

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
    ledger_seq bigint NOT NULL,
    -- SHA-256 over the commitments of the act and of its amendments, in the journal's order.
    target_hash bytea,
    PRIMARY KEY (case_file_id, seq),
    UNIQUE (id, entered_by),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (target_id, target_entered_by) REFERENCES journal_entry (id, entered_by),
    CHECK (occurred_from <= occurred_to),
    CHECK (kind NOT IN ('entry-approved','entry-returned') OR (target_id IS NOT NULL AND target_entered_by IS NOT NULL)),
    CONSTRAINT four_eyes CHECK (kind <> 'entry-approved' OR target_entered_by <> entered_by)
  );
  CREATE INDEX journal_entry_run ON journal_entry (run_id, step);
  CREATE INDEX journal_entry_target ON journal_entry (target_id) WHERE target_id IS NOT NULL;

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
    -- By the machine's clock: when its saving was in the record last.
      recorded_at timestamptz NOT NULL DEFAULT '-infinity',
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
    asked_of uuid REFERENCES account (id),
    due_at timestamptz,
    UNIQUE (case_file_id, other_case_file_id),
    CHECK (case_file_id <> other_case_file_id),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (other_case_file_id, other_team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((asked_of IS NULL) = (due_at IS NULL))
  );
  CREATE INDEX duplicate_task_team ON duplicate_task (team_id, raised_at, id) WHERE closed_at IS NULL;
  CREATE INDEX duplicate_task_other_team ON duplicate_task (other_team_id, raised_at, id) WHERE closed_at IS NULL;
  CREATE INDEX duplicate_task_asked_of ON duplicate_task (asked_of, raised_at, id) WHERE closed_at IS NULL;

  -- The index of names under one key after the other; the newest that is finished is searched. \`check_token\` is the keyed
  -- hash of nothing: it tells whether a key of this name is that key.
  CREATE TABLE index_generation (
    generation smallint PRIMARY KEY CHECK (generation > 0),
    key_id text NOT NULL UNIQUE,
    check_token bytea NOT NULL,
    began_at timestamptz NOT NULL,
    finished_at timestamptz
  );

  -- Blind index: keyed hashes of name forms, birth and phones.
  CREATE TABLE child_identity (
    kind text NOT NULL,
    token bytea NOT NULL,
    case_file_id uuid NOT NULL REFERENCES case_file (id),
    generation smallint NOT NULL REFERENCES index_generation (generation),
    team_id uuid NOT NULL,
    PRIMARY KEY (kind, token, case_file_id, generation),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX child_identity_case ON child_identity (case_file_id);

  -- Which parts and sounds a case's names have, as bits; which bit stands for what depends on the row's salt.
  CREATE TABLE child_signature (
    case_file_id uuid NOT NULL,
    generation smallint NOT NULL REFERENCES index_generation (generation),
    team_id uuid NOT NULL,
    salt smallint NOT NULL CHECK (salt BETWEEN 0 AND 63),
    signature bit(1024) NOT NULL,
    PRIMARY KEY (case_file_id, generation),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  -- A team's signatures are read from here alone, one after the other.
  CREATE INDEX child_signature_team ON child_signature (team_id, generation) INCLUDE (salt, signature, case_file_id);
`;

const FUNCTIONS = `
  CREATE FUNCTION app_sees_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    PERFORM app_context();
    RETURN EXISTS (SELECT 1 FROM case_file WHERE id = looked_for);
  END $$;

  -- Every case of it, or none: whoever lost one of them has lost the bundle.
  CREATE FUNCTION app_sees_cases(looked_for uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    PERFORM app_context();
    RETURN NOT EXISTS (SELECT 1 FROM unnest(looked_for) AS wanted (id)
                        WHERE NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = wanted.id));
  END $$;

  -- References of these cases by id, whoever asks: they say nothing of a child, so that two supervisors can speak of the same cases.
  CREATE FUNCTION case_references(ids uuid[]) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE before text := current_setting('app.ctx'); found jsonb;
  BEGIN
    PERFORM set_config('app.ctx', system_context('system:duplicates', app_context() ->> 'now')::text, true);
    SELECT coalesce(jsonb_object_agg(c.id, c.reference), '{}') INTO found FROM case_file c WHERE c.id = ANY (ids);
    PERFORM set_config('app.ctx', before, true);
    RETURN found;
  END $$;

  CREATE FUNCTION require_same_act() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE standing bytea; is_own boolean;
  BEGIN
    IF app_account() IS NOT NULL AND NEW.entered_by IS DISTINCT FROM app_account()::text THEN
      RAISE EXCEPTION 'nobody approves in the name of another' USING ERRCODE = 'RP005';
    END IF;
    SELECT sha256(string_agg(e.commitment, ''::bytea ORDER BY e.seq)), bool_or(e.entered_by = NEW.entered_by)
      INTO standing, is_own
      FROM journal_entry e
     WHERE e.case_file_id = NEW.case_file_id
       AND (e.id = NEW.target_id OR e.kind = 'entry-amended' AND e.target_id = NEW.target_id);
    IF NEW.target_hash IS NULL OR standing IS DISTINCT FROM NEW.target_hash THEN
      RAISE EXCEPTION 'what was approved is not what stands there' USING ERRCODE = 'RP004';
    END IF;
    IF is_own IS NOT FALSE THEN
      RAISE EXCEPTION 'somebody else approves' USING ERRCODE = 'RP005';
    END IF;
    RETURN NULL;
  END $$;
`;

const GRANTS = `
  GRANT SELECT, INSERT ON journal_entry TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON case_file, duplicate_task TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON child_identity, child_signature, draft, index_generation, run TO repere_space;
`;

/** Cases with their journals, runs and drafts, and the index by which one finds them. Everything that names a person is ciphertext. */
export const CASES: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded(
      ...['case_file', 'run', 'journal_entry', 'duplicate_task'],
      ...['index_generation', 'child_identity', 'child_signature'],
    ),
    appendOnly('journal_entry'),
    captured('case_file', ['team_id', 'lead_id'], { namesCase: true }),
    secured(...BOUND),
    forSystem(...BOUND),
    written(...BOUND),
    excluded('run', 'journal_entry', 'child_identity', 'child_signature'),
    audited('run', 'journal_entry', 'child_identity', 'child_signature'),
    policy(['run', 'child_identity', 'child_signature'], 'sees', `USING ${BY_TEAM_OR_GRANT}`),
    // \`system:dry-run\` reads cases and changes none.
    policy(
      ['case_file', 'run', 'journal_entry'],
      'tries',
      'FOR SELECT USING ((SELECT app_system_tries_cases()))',
    ),
    `
      CREATE POLICY sees ON case_file USING ((SELECT app_reads()) AND (team_id = ANY ((SELECT app_case_teams_array())::uuid[])
        OR ${isSelf('lead_id', 'team_id')}
        OR id = ANY ((SELECT app_assigned_cases_array())::uuid[])));
      CREATE POLICY bars ON case_file AS RESTRICTIVE USING (id <> ALL ((SELECT app_barred_cases_array())::uuid[]));
      -- FOR SELECT: no other role that the auditor holds makes such a case writable.
      CREATE POLICY audits ON case_file FOR SELECT USING (id = ANY ((SELECT app_audited_cases_array())::uuid[]));

      -- Asked for each row without a function between: of a long journal that was most of the time. OFFSET keeps PostgreSQL from
      -- reading all cases for the journal of one.
      CREATE POLICY sees ON journal_entry
        USING ((SELECT app_reads()) AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_file_id OFFSET 0));
      -- At once: at COMMIT whoever was asked for the approval alone sees the case no more.
      CREATE TRIGGER same_act AFTER INSERT ON journal_entry
        FOR EACH ROW WHEN (NEW.kind = 'entry-approved') EXECUTE FUNCTION require_same_act();

      CREATE POLICY sees ON draft
        USING ((SELECT app_reads()) AND (account_id = (SELECT app_account()) AND app_sees_case(case_file_id)));

      CREATE POLICY sees ON duplicate_task USING ((SELECT app_reads()) AND (
        (SELECT app_supervises()) AND (team_id = ANY ((SELECT app_teams_array())::uuid[]) OR other_team_id = ANY ((SELECT app_teams_array())::uuid[]))
        OR asked_of = (SELECT app_account()) AND app_sees_case(case_file_id) AND app_sees_case(other_case_file_id)));
      CREATE POLICY bars ON duplicate_task AS RESTRICTIVE USING (case_file_id <> ALL ((SELECT app_barred_cases_array())::uuid[])
        AND other_case_file_id <> ALL ((SELECT app_barred_cases_array())::uuid[]));
      CREATE POLICY shut ON duplicate_task AS RESTRICTIVE USING (case_file_id IS NULL
        OR case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[]) AND other_case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[]));
    `,
  ],
};
