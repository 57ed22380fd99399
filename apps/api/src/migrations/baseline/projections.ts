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

const OF_TEAM = ['step_state', 'deadline', 'case_fact', 'alert'];

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
    place integer NOT NULL DEFAULT 0,
    stands_first text CHECK (stands_first IN ('protects','other')),
    is_over boolean NOT NULL DEFAULT false,
    counted text,
    lead_id uuid,
    -- Of the step that stands first: when something of its case presses more. NULL: nothing does.
    quiet_until timestamptz,
    PRIMARY KEY (run_id, step),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX step_state_case ON step_state (case_file_id);
  CREATE INDEX step_state_work ON step_state (team_id, state, case_file_id);
  CREATE INDEX step_state_approval ON step_state (team_id, to_approve) WHERE to_approve IS NOT NULL;
  CREATE INDEX step_state_first ON step_state (team_id, stands_first, case_file_id, place) WHERE stands_first IS NOT NULL AND NOT rests;
  CREATE INDEX step_state_quiet ON step_state (team_id, (CASE WHEN quiet_until IS NULL THEN 'infinity' ELSE quiet_until END)) WHERE stands_first = 'other' AND NOT rests;
  CREATE INDEX step_state_lead_confirm ON step_state (lead_id, case_file_id) WHERE state = 'to-confirm' AND NOT rests;
  CREATE INDEX step_state_lead_approval ON step_state (lead_id, to_approve) WHERE to_approve IS NOT NULL;
  CREATE INDEX step_state_lead_first ON step_state (lead_id, stands_first, case_file_id, place) WHERE stands_first IS NOT NULL AND NOT rests;
  CREATE INDEX step_state_lead_quiet ON step_state (lead_id, (CASE WHEN quiet_until IS NULL THEN 'infinity' ELSE quiet_until END)) WHERE stands_first = 'other' AND NOT rests;
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
    urgency text CHECK (urgency IN ('always','until-late')),
    rank smallint NOT NULL DEFAULT 0,
    place integer NOT NULL DEFAULT 0,
    -- It stands for its case, of which nothing comes before it and everything has a date.
    stands_first boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run_id, step, of),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX deadline_case ON deadline (case_file_id);
  CREATE INDEX deadline_team_open ON deadline (team_id, due_at, case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_lead_open ON deadline (lead_id, due_at, case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
  -- A stretch of the list of work is a lane and a time: each is read from its beginning, and only as far as it is shown. CASE, since
  -- PostgreSQL takes no COALESCE for leakproof: under a policy no index would be read by it.
  CREATE FUNCTION deadline_lane(owner text, waits_for text, urgency text, origin text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN owner = 'outside' THEN 'outside'
    WHEN waits_for = 'doing' THEN CASE
      WHEN urgency = 'always' THEN 'now'
      WHEN urgency = 'until-late' THEN 'care'
      WHEN origin IN ('LEGAL','MEDICAL') THEN 'law'
      ELSE 'tool' END
    WHEN waits_for = 'opening' AND origin = 'LEGAL' THEN 'shut' END;
  CREATE INDEX deadline_team_lane ON deadline (team_id, deadline_lane(owner, waits_for, urgency, origin), rank,
    (CASE WHEN due_at IS NULL THEN '-infinity' ELSE due_at END), case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_lead_lane ON deadline (lead_id, deadline_lane(owner, waits_for, urgency, origin), rank,
    (CASE WHEN due_at IS NULL THEN '-infinity' ELSE due_at END), case_file_id, place, of) WHERE met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_team_first ON deadline (team_id, due_at) WHERE stands_first AND met_at IS NULL AND NOT rests;
  CREATE INDEX deadline_lead_first ON deadline (lead_id, due_at) WHERE stands_first AND met_at IS NULL AND NOT rests;
  -- Long after its date and not late yet: a child who was away.
  CREATE INDEX deadline_team_slack ON deadline (team_id, late_from)
    WHERE met_at IS NULL AND NOT rests AND late_from - due_at > interval '96 hours';
  CREATE INDEX deadline_lead_slack ON deadline (lead_id, late_from)
    WHERE met_at IS NULL AND NOT rests AND late_from - due_at > interval '96 hours';
  CREATE INDEX deadline_team_undone ON deadline (team_id, late_from)
    INCLUDE (case_file_id, lead_id, protocol, origin, due_at, waits_for)
    WHERE owner = 'ours' AND met_at IS NULL AND NOT rests AND waits_for IN ('doing','opening');

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
  GRANT SELECT, INSERT, UPDATE, DELETE ON alert, case_fact, deadline, step_state TO repere_space;
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
