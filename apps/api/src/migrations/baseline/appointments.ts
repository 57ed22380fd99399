import { appendOnly, ofCase, type Part, policy } from './part';

const TABLES = `
  -- An appointment as it was said at one moment; its highest version is what stands.
  CREATE TABLE appointment (
    id uuid PRIMARY KEY,
    appointment_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('hearing','confrontation','authority','medical','placement','transport','meeting','case-conference','other')),
    state text NOT NULL CHECK (state IN ('planned','moved','held','cancelled','missed-by-child','missed-by-service')),
    reason text CHECK (reason IN ('authority','service','child-refuses','child-not-well','child-absent','no-interpreter','no-escort',
      'not-safe','by-mistake')),
    starts_at timestamptz NOT NULL,
    is_whole_day boolean NOT NULL,
    minutes integer CHECK (minutes > 0),
    has_escort boolean NOT NULL,
    escort_id uuid REFERENCES account (id),
    interpreter text NOT NULL CHECK (interpreter IN ('yes','no','unknown')),
    interpreter_found text NOT NULL CHECK (interpreter_found IN ('yes','no','unknown')),
    third text CHECK (third IN ('named','by-decision','not-settled')),
    told text NOT NULL CHECK (told IN ('yes','no','not-yet')),
    at timestamptz NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    UNIQUE (appointment_id, version),
    CONSTRAINT appointment_of_case UNIQUE (id, case_file_id),
    FOREIGN KEY (appointment_id, case_file_id) REFERENCES appointment (id, case_file_id),
    -- It begins with itself.
    CHECK ((version = 1) = (id = appointment_id)),
    CHECK ((state = 'cancelled') = (reason IS NOT NULL)),
    CHECK (escort_id IS NULL OR has_escort),
    -- Whether somebody is beside the child is never left unsaid (S34).
    CHECK (kind NOT IN ('hearing','confrontation') OR third IS NOT NULL)
  );
  CREATE INDEX appointment_case ON appointment (case_file_id, starts_at);
  CREATE INDEX appointment_escort ON appointment (escort_id, starts_at) WHERE escort_id IS NOT NULL;
`;

/** Written in one's own name by who may protect the child, emergency access included; never changed. */
export const APPOINTMENTS: Part = {
  tables: TABLES,
  rights: [
    `GRANT SELECT, INSERT ON appointment TO repere_space`,
    ofCase('appointment'),
    appendOnly('appointment'),
    policy(
      ['appointment'],
      'writes',
      `FOR INSERT WITH CHECK ((SELECT app_writes()) AND by_id = (SELECT app_account())
        AND (app_works_on_case(case_file_id) OR (SELECT app_reads_as('break-glass')) AND EXISTS (
          SELECT 1 FROM break_glass b WHERE b.case_file_id = appointment.case_file_id AND b.account_id = (SELECT app_account())
             AND b.ended_at IS NULL AND b.until_at > (SELECT app_now()))))`,
    ),
  ],
};
