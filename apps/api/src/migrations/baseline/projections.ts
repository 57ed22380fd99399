import {
  audited,
  excluded,
  BY_CASE,
  BY_TEAM_OR_GRANT,
  forSystem,
  type Part,
  policy,
  recorded,
  secured,
  written,
} from './part';

const OF_TEAM = ['step_state', 'deadline', 'work_line', 'case_fact', 'alert'];

const TABLES = `
  CREATE TABLE step_state (
    run_id uuid NOT NULL,
    step text NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    state text NOT NULL,
    to_approve uuid,
    approver_role text,
    opens_at timestamptz,
    rests boolean NOT NULL DEFAULT false,
    protocol text NOT NULL,
    is_over boolean NOT NULL DEFAULT false,
    counted text,
    PRIMARY KEY (run_id, step),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX step_state_case ON step_state (case_file_id);
  CREATE INDEX step_state_work ON step_state (team_id, state, case_file_id);
  CREATE INDEX step_state_approval ON step_state (team_id, to_approve) WHERE to_approve IS NOT NULL;
  CREATE INDEX step_state_night ON step_state (team_id, case_file_id) WHERE counted = 'no-place-tonight';

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
    rests boolean NOT NULL DEFAULT false,
    protocol text NOT NULL,
    waits_for text CHECK (waits_for IN ('doing','opening','approval')),
    PRIMARY KEY (run_id, step, of),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX deadline_case ON deadline (case_file_id);
  CREATE INDEX deadline_team_open ON deadline (team_id, due_at, case_file_id) WHERE met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_lead_open ON deadline (lead_id, due_at, case_file_id) WHERE met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_team_undone ON deadline (team_id, late_from)
    INCLUDE (case_file_id, lead_id, protocol, origin, due_at, waits_for)
    WHERE owner = 'ours' AND met_at IS NULL AND NOT rests AND waits_for IN ('doing','opening');

  -- A line of the lists of work: its lane is what no clock changes, \`sorted_at\` its place there. A list is one range after the
  -- other of one of these indexes. No foreign key to the run, which never goes before its case: one check less a row.
  CREATE TABLE work_line (
    run_id uuid NOT NULL,
    step text NOT NULL,
    of text NOT NULL CHECK (of IN ('step','approval')),
    lane text NOT NULL CHECK (lane IN ('now','window','law','tool','shut','outside','ahead','slack',
      'confirm','approve','protects','idle','quiet','dated')),
    rank smallint NOT NULL,
    place integer NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    lead_id uuid,
    protocol text NOT NULL,
    version text NOT NULL,
    state text NOT NULL,
    origin text CHECK (origin IN ('LEGAL','REPORT','MEDICAL','TOOL')),
    owner text NOT NULL CHECK (owner IN ('ours','outside')),
    at_once boolean NOT NULL,
    approver_role text,
    entered_by text,
    -- \`-infinity\`: without a date.
    sorted_at timestamptz NOT NULL,
    due_at timestamptz,
    late_from timestamptz,
    quiet_until timestamptz,
    PRIMARY KEY (run_id, step, of, lane),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  -- As if all lines were in one lane: PostgreSQL does not know which is asked for, and takes a range for as long as the longest, so that
  -- it reads it in its order and stops in time, instead of sorting it.
  ALTER TABLE work_line ALTER COLUMN lane SET (n_distinct = 1), ALTER COLUMN rank SET (n_distinct = 1);
  CREATE INDEX work_line_case ON work_line (case_file_id);
  CREATE INDEX work_line_lead ON work_line (lead_id, lane, rank, sorted_at, case_file_id, place, of);
  CREATE INDEX work_line_team ON work_line (team_id, lane, rank, sorted_at, case_file_id, place, of);

  -- Coded, non-identifying facts only.
  CREATE TABLE case_fact (
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    run_id uuid,
    fact text NOT NULL,
    value jsonb NOT NULL,
    seq bigint NOT NULL,
    role text,
    counted text[] NOT NULL DEFAULT '{}',
    UNIQUE NULLS NOT DISTINCT (case_file_id, run_id, fact),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  -- Answers that say a child may be exploited or in danger, and those of nobody being told.
  CREATE INDEX case_fact_sign ON case_fact (team_id, case_file_id) WHERE run_id IS NULL AND 'sign' = ANY (counted);
  CREATE INDEX case_fact_not_referred ON case_fact (team_id, case_file_id) WHERE 'not-referred' = ANY (counted);

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
  CREATE INDEX alert_incident ON alert (team_id, at, case_file_id) WHERE kind = 'rights-incident';

  -- No foreign key to the projection, which comes and goes.
  CREATE TABLE alert_seen (
    alert_id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES case_file (id),
    seen_by uuid NOT NULL REFERENCES account (id),
    seen_at timestamptz NOT NULL
  );
  CREATE INDEX alert_seen_case ON alert_seen (case_file_id);

  -- Of runs that would change. Codes and times only: words come from the protocol.
  CREATE TABLE dry_run_trial (
    dry_run_id uuid NOT NULL REFERENCES protocol_dry_run (id),
    run_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    trial jsonb NOT NULL,
    PRIMARY KEY (dry_run_id, run_id),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX dry_run_trial_case ON dry_run_trial (case_file_id);
  CREATE INDEX dry_run_trial_team ON dry_run_trial (dry_run_id, team_id, run_id);
`;

const GRANTS = `
  GRANT SELECT, INSERT ON alert_seen, dry_run_trial TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON alert, case_fact, deadline, step_state, work_line TO repere_space;
`;

/** What the journals say, kept where lists read it; rebuilt, it is the same. And what is tried of a version on cases. */
export const PROJECTIONS: Part = {
  tables: TABLES,
  rights: [
    GRANTS,
    recorded(...OF_TEAM, 'alert_seen', 'dry_run_trial'),
    secured(...OF_TEAM, 'alert_seen', 'dry_run_trial'),
    forSystem(...OF_TEAM, 'alert_seen', 'dry_run_trial'),
    written(...OF_TEAM, 'alert_seen'),
    excluded(...OF_TEAM, 'alert_seen', 'dry_run_trial'),
    audited(...OF_TEAM, 'alert_seen'),
    policy(OF_TEAM, 'sees', `USING ${BY_TEAM_OR_GRANT}`),
    policy(['alert_seen'], 'sees', `USING ${BY_CASE}`),
    policy(['dry_run_trial'], 'sees', `FOR SELECT USING ${BY_TEAM_OR_GRANT}`),
    `
      -- Only a supervisor, and in their own name.
      CREATE POLICY sees_insert ON alert_seen AS RESTRICTIVE FOR INSERT
        WITH CHECK ((SELECT app_supervises()) AND seen_by = (SELECT app_account()));
      -- What it finds is all that it writes.
      CREATE POLICY tries ON dry_run_trial USING ((SELECT app_system_tries_cases()));
    `,
  ],
};
