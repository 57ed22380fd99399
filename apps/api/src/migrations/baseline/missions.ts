import { captured, forSystem, type Part, recorded, secured } from './part';

const TABLES = `
  CREATE TABLE mission (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','open','closed')),
    revision integer NOT NULL DEFAULT 1,
    -- Lists, so that the policies of cases look into one table only.
    team_ids uuid[] NOT NULL CHECK (cardinality(team_ids) > 0),
    auditor_ids uuid[] NOT NULL CHECK (cardinality(auditor_ids) > 0),
    period_from date NOT NULL,
    period_to date NOT NULL,
    protocols text[] NOT NULL,
    method text NOT NULL CHECK (method IN ('random','risk','all')),
    size integer CHECK (size > 0),
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- Title, question, checklist.
    content bytea NOT NULL,
    created_by uuid NOT NULL REFERENCES account (id),
    created_at timestamptz NOT NULL,
    opened_by uuid REFERENCES account (id),
    opened_at timestamptz,
    -- Aliases of the cases that could be drawn, sorted; with the seed anyone finds the sample again.
    frame text[],
    frame_hash text,
    seed text,
    seed_given boolean,
    closed_by uuid REFERENCES account (id),
    closed_at timestamptz,
    CHECK (period_from <= period_to),
    CHECK ((method = 'all') = (size IS NULL)),
    CHECK ((state = 'draft') = (opened_at IS NULL)),
    CHECK ((opened_at IS NULL) = (opened_by IS NULL) AND (opened_at IS NULL) = (frame IS NULL)
       AND (opened_at IS NULL) = (frame_hash IS NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    -- Nobody names themselves.
    CONSTRAINT four_eyes CHECK (NOT created_by = ANY (auditor_ids) AND NOT opened_by = ANY (auditor_ids))
  );
  CREATE INDEX mission_auditor ON mission USING gin (auditor_ids);
  CREATE INDEX mission_recent ON mission (created_at DESC, id DESC);

  CREATE TABLE mission_case (
    mission_id uuid NOT NULL REFERENCES mission (id),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    -- As drawn, from 1.
    place integer NOT NULL,
    alias text NOT NULL,
    score integer,
    -- Codes and counts of what the score was given for.
    reasons jsonb NOT NULL DEFAULT '[]',
    revision integer NOT NULL DEFAULT 0,
    -- Answers to the checklist, with notes.
    key_id uuid REFERENCES data_key (id),
    answers bytea,
    examined_by uuid REFERENCES account (id),
    examined_at timestamptz,
    PRIMARY KEY (mission_id, case_file_id),
    UNIQUE (mission_id, place),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((answers IS NULL) = (key_id IS NULL)),
    CHECK ((examined_at IS NULL) = (examined_by IS NULL))
  );
  CREATE INDEX mission_case_case ON mission_case (case_file_id);

  CREATE TABLE mission_finding (
    id uuid PRIMARY KEY,
    mission_id uuid NOT NULL REFERENCES mission (id),
    -- Of the mission, with the finding's number: its owner need not see the mission.
    reference text NOT NULL UNIQUE,
    case_file_id uuid,
    team_id uuid,
    severity text NOT NULL CHECK (severity IN ('minor','serious','critical')),
    due_on date NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- Expected, happened, days, evidence.
    content bytea NOT NULL,
    author_id uuid NOT NULL REFERENCES account (id),
    raised_at timestamptz NOT NULL,
    owner_id uuid NOT NULL REFERENCES account (id),
    answer bytea,
    answered_by uuid REFERENCES account (id),
    answered_at timestamptz,
    closing bytea,
    closed_by uuid REFERENCES account (id),
    closed_at timestamptz,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    -- Else the evidence of the mission would tell of a case that its auditors don't see.
    CONSTRAINT mission_finding_drawn FOREIGN KEY (mission_id, case_file_id) REFERENCES mission_case (mission_id, case_file_id),
    CHECK ((case_file_id IS NULL) = (team_id IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
    CHECK ((closing IS NULL) = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT own_answer CHECK (owner_id <> author_id AND answered_by = owner_id),
    CONSTRAINT four_eyes CHECK (closed_by <> author_id AND closed_by <> owner_id)
  );
  CREATE INDEX mission_finding_mission ON mission_finding (mission_id, raised_at, id);
  CREATE INDEX mission_finding_owner ON mission_finding (owner_id, due_on, id);
  CREATE INDEX mission_finding_case ON mission_finding (case_file_id);
`;

const FUNCTIONS = `
  -- Missions that the account works in now: closing one ends what it shows at the next request.
  CREATE FUNCTION app_open_missions() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL UNSAFE AS
    $$ SELECT id FROM mission WHERE (SELECT app_audits()) AND state = 'open'
         AND auditor_ids @> ARRAY[(SELECT app_account())] $$;

  -- Missions whose cases and findings the account may read.
  CREATE FUNCTION app_missions() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL UNSAFE AS
    $$ SELECT unnest(app_open_missions_array()) UNION
       SELECT id FROM mission WHERE (SELECT app_supervises()) AND team_ids <@ (SELECT app_teams_array())::uuid[] $$;

  CREATE FUNCTION app_audited_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL UNSAFE AS
    $$ SELECT case_file_id FROM mission_case WHERE mission_id = ANY ((SELECT app_open_missions_array())::uuid[])
          AND case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[]) $$;

  -- What was drawn stays drawn, and what is closed stays as it was.
  CREATE FUNCTION keep_mission() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state = 'closed' OR OLD.state = 'open' AND (NEW.state = 'draft'
       OR (NEW.team_ids, NEW.period_from, NEW.period_to, NEW.protocols, NEW.method, NEW.size, NEW.content, NEW.frame,
           NEW.frame_hash, NEW.seed, NEW.opened_by, NEW.opened_at)
          IS DISTINCT FROM (OLD.team_ids, OLD.period_from, OLD.period_to, OLD.protocols, OLD.method, OLD.size, OLD.content,
           OLD.frame, OLD.frame_hash, OLD.seed, OLD.opened_by, OLD.opened_at)) THEN
      RAISE EXCEPTION 'this mission is settled' USING ERRCODE = 'RP002';
    END IF;
    RETURN NEW;
  END $$;
`;

const GRANTS = `
  GRANT SELECT, INSERT, UPDATE ON mission, mission_case, mission_finding TO repere_space;
`;

/** Audit missions with their samples and findings; an auditor sees a case through an open mission, and by nothing else. */
export const MISSIONS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded('mission', 'mission_case', 'mission_finding'),
    secured('mission', 'mission_case', 'mission_finding'),
    forSystem('mission', 'mission_case', 'mission_finding'),
    captured('mission', [
      ...['state', 'team_ids', 'auditor_ids', 'opened_by', 'opened_at', 'closed_by', 'closed_at'],
    ]),
    captured('mission_case', [], { key: ['mission_id', 'case_file_id'], namesCase: true }),
    `
      CREATE TRIGGER kept BEFORE UPDATE ON mission FOR EACH ROW EXECUTE FUNCTION keep_mission();
      CREATE POLICY leads ON mission FOR SELECT USING ((SELECT app_supervises()) AND team_ids <@ (SELECT app_teams_array())::uuid[]);
      CREATE POLICY audits ON mission FOR SELECT
        USING ((SELECT app_audits()) AND state <> 'draft' AND auditor_ids @> ARRAY[(SELECT app_account())]);
      CREATE POLICY drafts ON mission FOR INSERT
        WITH CHECK ((SELECT app_supervises()) AND team_ids <@ (SELECT app_teams_array())::uuid[] AND created_by = (SELECT app_account()));
      CREATE POLICY changes ON mission FOR UPDATE
        USING ((SELECT app_supervises()) AND team_ids <@ (SELECT app_teams_array())::uuid[]);

      CREATE POLICY sees ON mission_case FOR SELECT USING (mission_id = ANY ((SELECT app_missions_array())::uuid[]));
      CREATE POLICY draws ON mission_case FOR INSERT
        WITH CHECK ((SELECT app_supervises()) AND mission_id = ANY ((SELECT app_missions_array())::uuid[]));
      CREATE POLICY examines ON mission_case FOR UPDATE USING (mission_id = ANY ((SELECT app_open_missions_array())::uuid[]));

      CREATE POLICY sees ON mission_finding FOR SELECT
        USING (mission_id = ANY ((SELECT app_missions_array())::uuid[])
          OR owner_id = (SELECT app_account()) AND (case_file_id IS NULL OR app_sees_case(case_file_id)));
      CREATE POLICY raises ON mission_finding FOR INSERT
        WITH CHECK (author_id = (SELECT app_account()) AND mission_id = ANY ((SELECT app_missions_array())::uuid[]));
      CREATE POLICY settles ON mission_finding FOR UPDATE
        USING (mission_id = ANY ((SELECT app_missions_array())::uuid[]) OR owner_id = (SELECT app_account()));
    `,
  ],
};
