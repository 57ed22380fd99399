import { appendOnly, forSystem, ofCase, type Part, policy, secured, written } from './part';

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
    -- Open again it is passed on to somebody else.
    CHECK (version > 1 OR state = 'open')
  );
  CREATE INDEX conference_action_case ON conference_action (case_file_id);

  -- Who is invited as it stands, and what conferences leave to do: minutes that wait for another person, actions that are open. Kept by
  -- triggers, so that a list reads what waits and nothing that was said before.
  CREATE TABLE conference_member (
    appointment_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    PRIMARY KEY (account_id, appointment_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX conference_member_case ON conference_member (case_file_id);
  CREATE INDEX conference_member_appointment ON conference_member (appointment_id);

  CREATE TABLE conference_task (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('minutes','action')),
    appointment_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    owner_id uuid REFERENCES account (id),
    due_at timestamptz,
    writer_ids uuid[] NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((kind = 'action') = (owner_id IS NOT NULL) AND (kind = 'action') = (due_at IS NOT NULL))
  );
  CREATE INDEX conference_task_case ON conference_task (case_file_id);
  CREATE INDEX conference_task_owner ON conference_task (owner_id, due_at) WHERE kind = 'action';
  CREATE INDEX conference_task_team ON conference_task (team_id, kind, due_at);

  -- Minutes as somebody types them: theirs alone, and no part of what was said.
  CREATE TABLE minutes_draft (
    account_id uuid NOT NULL REFERENCES account (id),
    appointment_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    version integer NOT NULL,
    content bytea NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    saved_at timestamptz NOT NULL,
    -- By the machine's clock: when its saving was in the record last.
    recorded_at timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (account_id, appointment_id),
    FOREIGN KEY (appointment_id, case_file_id) REFERENCES appointment (id, case_file_id)
  );
  CREATE INDEX minutes_draft_case ON minutes_draft (case_file_id);
`;

const WORKS = `(SELECT app_writes()) AND app_works_on_case(case_file_id)`;

const IN_OWN_NAME = `by_id = (SELECT app_account()) AND ${WORKS}`;

const KEPT = ['conference_member', 'conference_task'] as const;

/** Written in one's own name by who works on the case; never changed. Whoever wrote minutes agrees to none. */
export const CONFERENCES: Part = {
  tables: TABLES,
  functions: `
  -- Who wrote minutes since another person said something of them: a function, since a policy that looks at its own table has no end.
  CREATE FUNCTION conference_writers(wanted uuid, said integer) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(by_id) FROM case_conference c WHERE appointment_id = wanted AND version <= said AND state = 'written' AND NOT EXISTS (
      SELECT 1 FROM case_conference v WHERE v.appointment_id = wanted AND v.version > c.version AND v.version <= said
         AND v.state IN ('agreed','sent-back')) $$;

  CREATE FUNCTION follow_conference() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM conference_task WHERE id = NEW.appointment_id;
    IF NEW.state = 'written' THEN
      INSERT INTO conference_task (id, kind, appointment_id, case_file_id, team_id, writer_ids)
      VALUES (NEW.appointment_id, 'minutes', NEW.appointment_id, NEW.case_file_id, NEW.team_id, conference_writers(NEW.appointment_id, NEW.version));
    END IF;
    DELETE FROM conference_member WHERE appointment_id = NEW.appointment_id AND account_id <> ALL (NEW.member_ids);
    INSERT INTO conference_member (appointment_id, account_id, case_file_id, team_id)
    SELECT NEW.appointment_id, it, NEW.case_file_id, NEW.team_id FROM unnest(NEW.member_ids) AS it ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;

  CREATE FUNCTION follow_action() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM conference_task WHERE id = NEW.action_id;
    -- What is over is not taken up again.
    IF NEW.version > 1 AND NEW.state = 'open' AND NOT FOUND THEN
      RAISE EXCEPTION 'an action that is over is not passed on';
    END IF;
    IF NEW.state = 'open' THEN
      INSERT INTO conference_task (id, kind, appointment_id, case_file_id, team_id, owner_id, due_at, writer_ids)
      VALUES (NEW.action_id, 'action', NEW.appointment_id, NEW.case_file_id, NEW.team_id, NEW.owner_id, NEW.due_at, '{}');
    END IF;
    RETURN NULL;
  END $$;

  CREATE TRIGGER follows AFTER INSERT ON case_conference FOR EACH ROW EXECUTE FUNCTION follow_conference();
  CREATE TRIGGER follows AFTER INSERT ON conference_action FOR EACH ROW EXECUTE FUNCTION follow_action();`,
  rights: [
    `GRANT SELECT, INSERT ON case_conference, conference_action TO repere_space`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON minutes_draft TO repere_space`,
    secured('minutes_draft'),
    forSystem('minutes_draft'),
    written('minutes_draft'),
    policy(
      ['minutes_draft'],
      'sees',
      `USING ((SELECT app_reads()) AND account_id = (SELECT app_account()) AND app_works_on_case(case_file_id))`,
    ),
    `GRANT SELECT, INSERT, DELETE ON conference_member, conference_task TO repere_space`,
    ofCase('case_conference', 'conference_action', ...KEPT),
    appendOnly('case_conference', 'conference_action'),
    policy(['case_conference', 'conference_action'], 'writes', `FOR INSERT WITH CHECK (${IN_OWN_NAME})`),
    policy(KEPT, 'writes', `FOR INSERT WITH CHECK (${WORKS})`),
    policy(KEPT, 'goes', `FOR DELETE USING (${WORKS})`),
    policy(
      ['case_conference'],
      'two_people',
      `AS RESTRICTIVE FOR INSERT WITH CHECK (state NOT IN ('agreed','sent-back')
        OR (SELECT app_account()) <> ALL (conference_writers(appointment_id, version - 1)))`,
    ),
  ],
};
