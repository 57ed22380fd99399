import {
  excluded,
  BY_CASE,
  BY_TEAM_OR_GRANT,
  captured,
  forSystem,
  type Part,
  policy,
  recorded,
  retiring,
  secured,
  written,
} from './part';

const OWN = `((SELECT app_account()) = account_id)`;

const TABLES = `
  -- What somebody must be told of at once. Written with the deadline that it is about, in the same statement.
  CREATE TABLE reminder (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    run_id uuid NOT NULL,
    step text NOT NULL,
    of text NOT NULL CHECK (of IN ('step','approval')),
    -- When the deadline began: a duty that comes back is told of again.
    starts_at timestamptz NOT NULL,
    remind_at timestamptz NOT NULL,
    reminded_at timestamptz,
    answered_at timestamptz,
    answered_by uuid REFERENCES account (id),
    -- To whoever is on duty, as nobody had answered.
    passed_on_at timestamptz,
    -- Done, or due no more.
    over_at timestamptz,
    UNIQUE (run_id, step, of, starts_at),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
  );
  CREATE INDEX reminder_case ON reminder (case_file_id) WHERE over_at IS NULL;
  CREATE INDEX reminder_due ON reminder (remind_at) WHERE reminded_at IS NULL AND over_at IS NULL;
  CREATE INDEX reminder_unanswered ON reminder (reminded_at)
    WHERE reminded_at IS NOT NULL AND passed_on_at IS NULL AND answered_at IS NULL AND over_at IS NULL;

  -- Who was told, and why they.
  CREATE TABLE reminder_notice (
    reminder_id uuid NOT NULL REFERENCES reminder (id),
    account_id uuid NOT NULL REFERENCES account (id),
    case_file_id uuid NOT NULL REFERENCES case_file (id),
    why text NOT NULL CHECK (why IN ('follows','approves','on-duty')),
    at timestamptz NOT NULL,
    PRIMARY KEY (reminder_id, account_id)
  );
  CREATE INDEX reminder_notice_account ON reminder_notice (account_id, at DESC);
  CREATE INDEX reminder_notice_case ON reminder_notice (case_file_id);

  -- The day's word to somebody: one a day, with nothing in it but numbers.
  CREATE TABLE reminder_digest (
    account_id uuid NOT NULL REFERENCES account (id),
    day date NOT NULL,
    made_at timestamptz NOT NULL,
    late integer NOT NULL,
    today integer NOT NULL,
    approvals integer NOT NULL,
    PRIMARY KEY (account_id, day)
  );

  CREATE TABLE reminder_choice (
    account_id uuid PRIMARY KEY REFERENCES account (id),
    -- Where the person works.
    digest_hour smallint NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
    digest_by_mail boolean NOT NULL,
    chosen_at timestamptz NOT NULL
  );

  -- The secret address of somebody's calendar: by hash, one at a time.
  CREATE TABLE calendar_feed (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    token_hash bytea NOT NULL UNIQUE,
    made_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    fetches integer NOT NULL DEFAULT 0,
    fetched_at timestamptz,
    mac bytea
  );
  CREATE UNIQUE INDEX calendar_feed_open ON calendar_feed (account_id) WHERE revoked_at IS NULL;
`;

const GRANTS = `
  GRANT SELECT, INSERT ON reminder_digest TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON reminder, reminder_notice, reminder_choice, calendar_feed TO repere_space;
`;

/** Who is told what is due, when, and by what address a calendar is fetched. */
export const REMINDERS: Part = {
  tables: TABLES,
  rights: [
    GRANTS,
    recorded('reminder', 'reminder_notice', 'reminder_digest', 'reminder_choice', 'calendar_feed'),
    captured('calendar_feed', ['account_id', 'token_hash', 'revoked_at']),
    retiring('calendar_feed', 'mac', 'revoked_at'),
    secured('reminder', 'reminder_notice', 'reminder_digest'),
    forSystem('reminder', 'reminder_notice', 'reminder_digest'),
    written('reminder', 'reminder_notice', 'reminder_digest'),
    excluded('reminder', 'reminder_notice'),
    policy(['reminder'], 'sees', `USING ${BY_TEAM_OR_GRANT}`),
    policy(['reminder_notice'], 'sees', `FOR SELECT USING (${OWN} AND ${BY_CASE})`),
    policy(['reminder_digest'], 'sees', `FOR SELECT USING ${OWN}`),
  ],
};
