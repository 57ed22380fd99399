import { appendOnly, ofCase, type Part, policy } from './part';

const TABLES = `
  -- A letter with its exact bytes.
  CREATE TABLE letter (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    template text NOT NULL,
    classes text[] NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    run_id uuid,
    step text,
    corrects uuid REFERENCES letter (id),
    referral_id uuid,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer NOT NULL CHECK (bytes > 0),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    pdf bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (referral_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((run_id IS NULL) = (step IS NULL)),
    CHECK (corrects <> id),
    CONSTRAINT letter_of_case UNIQUE (id, case_file_id)
  );
  CREATE INDEX letter_case ON letter (case_file_id, at DESC);

  -- That it was sent: once.
  CREATE TABLE letter_sending (
    letter_id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    sent_at timestamptz NOT NULL,
    how text NOT NULL CHECK (how IN ('e-mail','post','hand')),
    sharing_id uuid,
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (letter_id, case_file_id) REFERENCES letter (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK (sent_at <= at)
  );
  CREATE INDEX letter_sending_case ON letter_sending (case_file_id);
`;

const BOTH = ['letter', 'letter_sending'] as const;

/** Written in one's own name by who may protect the child; never changed. */
export const LETTERS: Part = {
  tables: TABLES,
  rights: [
    `GRANT SELECT, INSERT ON letter, letter_sending TO repere_space`,
    ofCase(...BOTH),
    appendOnly(...BOTH),
    policy(
      BOTH,
      'writes',
      `FOR INSERT WITH CHECK ((SELECT app_writes()) AND by_id = (SELECT app_account())
        AND (app_works_on_case(case_file_id) OR app_broke_glass_of(case_file_id)))`,
    ),
  ],
};
