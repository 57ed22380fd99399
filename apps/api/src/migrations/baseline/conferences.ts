import { appendOnly, ofCase, type Part, policy } from './part';

const TABLES = `
  -- A conference as it was said at one moment; its highest version is what stands. When and where it is, its appointment says.
  CREATE TABLE case_conference (
    id uuid PRIMARY KEY,
    appointment_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('prepared','written','agreed','sent-back')),
    member_ids uuid[] NOT NULL,
    at timestamptz NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (appointment_id, case_file_id) REFERENCES appointment (id, case_file_id),
    UNIQUE (appointment_id, version)
  );
  CREATE INDEX case_conference_case ON case_conference (case_file_id);
  CREATE INDEX case_conference_members ON case_conference USING gin (member_ids);
  CREATE INDEX case_conference_written ON case_conference (team_id) WHERE state = 'written';

  -- What was agreed to be done, as it was said at one moment.
  CREATE TABLE conference_action (
    id uuid PRIMARY KEY,
    action_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    appointment_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    owner_id uuid NOT NULL REFERENCES account (id),
    due_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('open','done','undone')),
    at timestamptz NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (appointment_id, case_file_id) REFERENCES appointment (id, case_file_id),
    UNIQUE (action_id, version),
    CONSTRAINT conference_action_of_case UNIQUE (id, case_file_id),
    FOREIGN KEY (action_id, case_file_id) REFERENCES conference_action (id, case_file_id),
    -- It begins with itself, and open.
    CHECK ((version = 1) = (id = action_id)),
    CHECK ((version = 1) = (state = 'open'))
  );
  CREATE INDEX conference_action_case ON conference_action (case_file_id);
  CREATE INDEX conference_action_owner ON conference_action (owner_id, due_at) WHERE state = 'open';
  CREATE INDEX conference_action_team ON conference_action (team_id, due_at) WHERE state = 'open';
`;

const WRITERS = (table: string): string => `(SELECT app_writes()) AND by_id = (SELECT app_account())
        AND (app_works_on_case(case_file_id) OR (SELECT app_reads_as('break-glass')) AND EXISTS (
          SELECT 1 FROM break_glass b WHERE b.case_file_id = ${table}.case_file_id AND b.account_id = (SELECT app_account())
             AND b.ended_at IS NULL AND b.until_at > (SELECT app_now())))`;

/** Written in one's own name by who may protect the child; never changed. Whoever wrote minutes agrees to none. */
export const CONFERENCES: Part = {
  tables: TABLES,
  functions: `
  -- Who wrote the minutes: a function, since a policy that looks at its own table has no end.
  CREATE FUNCTION conference_said_by(wanted uuid, said integer) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT by_id FROM case_conference WHERE appointment_id = wanted AND version = said AND state = 'written' $$;`,
  rights: [
    `GRANT SELECT, INSERT ON case_conference, conference_action TO repere_space`,
    ofCase('case_conference', 'conference_action'),
    appendOnly('case_conference', 'conference_action'),
    policy(['case_conference'], 'writes', `FOR INSERT WITH CHECK (${WRITERS('case_conference')})`),
    policy(['conference_action'], 'writes', `FOR INSERT WITH CHECK (${WRITERS('conference_action')})`),
    policy(
      ['case_conference'],
      'two_people',
      `AS RESTRICTIVE FOR INSERT WITH CHECK (state NOT IN ('agreed','sent-back')
        OR conference_said_by(appointment_id, version - 1) <> (SELECT app_account()))`,
    ),
  ],
};
