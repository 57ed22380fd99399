import { appendOnly, ofCase, type Part, policy } from './part';

const TABLES = `
  -- That the child of this case is tied to another. Each of the two cases has lines of its own, which go with it; the other's are there
  -- for whoever reads that one.
  CREATE TABLE case_link (
    link_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    act text NOT NULL CHECK (act IN ('asked','told','agreed','refused','ended')),
    team_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('sibling','co-victim','same-facilitator')),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    other_reference text,
    PRIMARY KEY (link_id, case_file_id, act),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((act = 'asked') = (other_reference IS NOT NULL))
  );
  CREATE INDEX case_link_case ON case_link (case_file_id, at DESC);
  CREATE INDEX case_link_told ON case_link (team_id, at) WHERE act = 'told';
`;

/** Written in one's own name by who works on the case; in the other case by the system alone. */
export const CASE_LINKS: Part = {
  tables: TABLES,
  rights: [
    `GRANT SELECT, INSERT ON case_link TO repere_space`,
    ofCase('case_link'),
    appendOnly('case_link'),
    policy(
      ['case_link'],
      'writes',
      `FOR INSERT WITH CHECK ((SELECT app_writes()) AND act <> 'told' AND by_id = (SELECT app_account())
        AND app_works_on_case(case_file_id))`,
    ),
  ],
};
