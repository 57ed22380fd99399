import { appendOnly, ofCase, type Part, policy, retiring } from './part';

const TABLES = `
  -- Whether somebody has room for a child whom nothing names. It goes out as it stands here, and in no other words.
  CREATE TABLE capacity_question (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    -- Its line in the register of sharing.
    sharing_id uuid NOT NULL,
    need text NOT NULL,
    -- A band; none: an age in doubt.
    age_from integer,
    age_to integer CHECK (age_to < 18),
    sex text,
    -- Of two or three letters each, and no tag behind: there is no room for words.
    languages text[] NOT NULL CHECK (languages::text ~ '^[{]([a-z]{2,3}(,[a-z]{2,3}){0,2})?[}]$'),
    wanted text NOT NULL CHECK (wanted IN ('at-once','within-a-day','within-a-week')),
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    UNIQUE (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((age_from IS NULL) = (age_to IS NULL))
  );
  CREATE INDEX capacity_question_case ON capacity_question (case_file_id, asked_at DESC);

  -- One service that was asked.
  CREATE TABLE capacity_request (
    id uuid PRIMARY KEY,
    question_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    service_id uuid NOT NULL REFERENCES directory_service (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    UNIQUE (question_id, service_id),
    UNIQUE (id, question_id),
    FOREIGN KEY (question_id, case_file_id) REFERENCES capacity_question (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX capacity_request_case ON capacity_request (case_file_id);
  CREATE INDEX capacity_request_service ON capacity_request (service_id);

  -- What came of it. Of a whole question: no request.
  CREATE TABLE capacity_event (
    id uuid PRIMARY KEY,
    question_id uuid NOT NULL,
    request_id uuid,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('yes','no','other-offer','elsewhere','reminded','referred','told','closed','taken','unmet','met')),
    reason text CHECK (reason IN ('full','age','language','not-our-mission','not-safe-here','refused','silent','no-service')),
    -- Of a yes: how long the place is held.
    held_until timestamptz,
    -- Of a referral: its line in the register of sharing.
    sharing_id uuid,
    at timestamptz NOT NULL,
    -- None: somebody who holds the link of the request.
    by_id uuid REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- What was said with it.
    content bytea NOT NULL,
    FOREIGN KEY (question_id, case_file_id) REFERENCES capacity_question (id, case_file_id),
    FOREIGN KEY (request_id, question_id) REFERENCES capacity_request (id, question_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((kind IN ('closed','taken','unmet','met')) = (request_id IS NULL)),
    CHECK ((kind IN ('no','unmet')) = (reason IS NOT NULL)),
    CHECK ((kind = 'yes') = (held_until IS NOT NULL)),
    CHECK ((kind IN ('referred','told')) = (sharing_id IS NOT NULL)),
    CHECK (by_id IS NOT NULL OR kind IN ('yes','no','other-offer','elsewhere','taken')),
    CHECK (kind <> 'taken' OR by_id IS NULL)
  );
  CREATE INDEX capacity_event_case ON capacity_event (case_file_id, at);
  CREATE INDEX capacity_event_question ON capacity_event (question_id, at);
  CREATE INDEX capacity_event_request ON capacity_event (request_id, at);
  CREATE INDEX capacity_event_held ON capacity_event (held_until) WHERE kind = 'yes';

  -- A link by which a service without account answers. Made when its mail leaves; until then it holds a code alone.
  CREATE TABLE answer_link (
    id uuid PRIMARY KEY,
    -- Of what it asks: a place, or what becomes of a referral.
    request_id uuid,
    question_id uuid,
    sharing_id uuid,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    token_hash bytea UNIQUE,
    expires_at timestamptz,
    wrong_codes integer NOT NULL DEFAULT 0 CHECK (wrong_codes BETWEEN 0 AND 5),
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL REFERENCES account (id),
    sent_at timestamptz,
    ended_at timestamptz,
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- The code, what was tried, and what binds the hash and its end to this row: who writes into the database makes no link.
    content bytea NOT NULL,
    -- SHA-256 of it. One that was replaced or used holds never again, whoever sets the row back.
    binding bytea NOT NULL,
    FOREIGN KEY (request_id, question_id) REFERENCES capacity_request (id, question_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK (num_nonnulls(request_id, sharing_id) = 1 AND (request_id IS NULL) = (question_id IS NULL)),
    CHECK ((token_hash IS NULL) = (expires_at IS NULL))
  );
  -- Of a request or a referral one holds: the newest.
  CREATE UNIQUE INDEX answer_link_now ON answer_link (request_id) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX answer_link_referral ON answer_link (sharing_id) WHERE ended_at IS NULL;
  CREATE INDEX answer_link_case ON answer_link (case_file_id);

  -- That nobody meets a need of a child, and what came of it: found from answers and the clock, or said where nobody was asked. Of a need
  -- in words alone: the first referral that was sent for it.
  CREATE TABLE unmet_need_event (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    need text NOT NULL,
    need_id uuid,
    kind text NOT NULL CHECK (kind IN ('opened','met','recorded','not-needed')),
    reason text CHECK (reason IN ('refused','full','age','language','silent','no-service','not-said','changed','by-mistake')),
    -- The row of the list of the case in which it is noted.
    row_id uuid,
    -- Who said so, where nobody was asked.
    by_id uuid REFERENCES account (id),
    at timestamptz NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (need_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((kind = 'met') = (reason IS NULL)),
    CHECK ((kind = 'not-needed') = (reason IS NOT NULL AND reason IN ('changed','by-mistake'))),
    CHECK (kind <> 'not-needed' OR by_id IS NOT NULL),
    CHECK (by_id IS NULL OR kind <> 'opened' AND need_id IS NULL),
    CHECK ((need = 'other') = (need_id IS NOT NULL))
  );
  -- Those of a team, for the list that goes to the département.
  CREATE INDEX unmet_need_event_team ON unmet_need_event (team_id);
  CREATE INDEX unmet_need_event_case ON unmet_need_event (case_file_id, need, at DESC);

  -- What a need waits for from us. Found from answers and the clock as well, and gone once it is done.
  CREATE TABLE need_task (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ask-first','ask-next','receive','read-message','age-gap')),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    need text NOT NULL,
    need_id uuid,
    -- Who asked last.
    asker_id uuid REFERENCES account (id),
    since timestamptz NOT NULL,
    -- By when it is to be done, and from when supervisors are told.
    due_at timestamptz NOT NULL,
    late_at timestamptz NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (need_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((need = 'other') = (need_id IS NOT NULL)),
    CHECK (due_at <= late_at)
  );
  CREATE INDEX need_task_case ON need_task (case_file_id);
  -- Of the case and its need once, however often somebody looks.
  CREATE UNIQUE INDEX need_task_age_gap ON need_task (case_file_id, need) WHERE kind = 'age-gap';
  CREATE INDEX need_task_team ON need_task (team_id, late_at);
`;

const ALL = [
  ...['capacity_question', 'capacity_request', 'capacity_event', 'answer_link', 'unmet_need_event'],
  'need_task',
] as const;
/** What goes out to services. */
const SENT = ['capacity_question', 'capacity_request', 'capacity_event'] as const;

const REFERS = `(SELECT app_writes()) AND (app_works_on_case(case_file_id) OR app_rescues_case(case_file_id))`;
/** Of the services that the account is a member of. */
const OF_OWN_SERVICE = `(SELECT id FROM capacity_request WHERE service_id IN (
    SELECT service_id FROM service_member WHERE account_id = (SELECT app_account()) AND removed_at IS NULL))`;

/** Who refers asks; who is of a service that was asked answers for it, in their own name. A link is the system's to open. */
export const CAPACITY: Part = {
  tables: TABLES,
  rights: [
    ...SENT.map((table) => `GRANT SELECT, INSERT ON ${table} TO repere_space`),
    `GRANT SELECT, INSERT, UPDATE ON answer_link TO repere_space`,
    `GRANT SELECT, INSERT ON unmet_need_event TO repere_space`,
    // Written by answers and the clock alone, which no account is.
    `GRANT SELECT, INSERT, DELETE ON need_task TO repere_space`,
    ofCase(...ALL),
    appendOnly(...SENT, 'unmet_need_event'),
    retiring('answer_link', 'binding', 'ended_at'),
    policy(
      ['capacity_question'],
      'refers',
      `FOR INSERT WITH CHECK (${REFERS} AND by_id = (SELECT app_account()))`,
    ),
    policy(['capacity_request'], 'refers', `FOR INSERT WITH CHECK (${REFERS})`),
    policy(
      ['capacity_event'],
      'refers',
      `FOR INSERT WITH CHECK (${REFERS} AND by_id = (SELECT app_account()))`,
    ),
    policy(
      ['unmet_need_event'],
      'refers',
      `FOR INSERT WITH CHECK (${REFERS} AND by_id = (SELECT app_account()))`,
    ),
    policy(
      ['answer_link'],
      'refers',
      `FOR INSERT WITH CHECK (${REFERS} AND made_by = (SELECT app_account()))`,
    ),
    policy(['answer_link'], 'renews', `FOR UPDATE USING (${REFERS}) WITH CHECK (${REFERS})`),
    policy(
      ['capacity_request'],
      'receives',
      `FOR SELECT USING (service_id IN (
        SELECT service_id FROM service_member WHERE account_id = (SELECT app_account()) AND removed_at IS NULL))`,
    ),
    policy(
      ['capacity_question'],
      'receives',
      `FOR SELECT USING (id IN (SELECT question_id FROM capacity_request WHERE service_id IN (
        SELECT service_id FROM service_member WHERE account_id = (SELECT app_account()) AND removed_at IS NULL)))`,
    ),
    policy(['capacity_event'], 'receives', `FOR SELECT USING (request_id IN ${OF_OWN_SERVICE})`),
    policy(
      ['capacity_event'],
      'answers',
      `FOR INSERT WITH CHECK (by_id = (SELECT app_account()) AND kind IN ('yes','no','other-offer','elsewhere') AND request_id IN ${OF_OWN_SERVICE})`,
    ),
  ],
};
