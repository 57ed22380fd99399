import { ofCase, type Part, policy, written } from './part';

const TABLES = `
  -- That somebody is asked to lead a case. One waits at a time; until it is accepted, whoever leads the case leads it.
  CREATE TABLE lead_proposal (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    to_id uuid NOT NULL REFERENCES account (id),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    words bytea NOT NULL,
    outcome text CHECK (outcome IN ('accepted','refused','withdrawn','replaced','overtaken')),
    refusal text CHECK (refusal IN ('too-many','away-soon','better-placed','not-trained','other')),
    answer bytea,
    settled_by uuid REFERENCES account (id),
    settled_at timestamptz,
    noted_at timestamptz,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK (until_at > at),
    CHECK ((outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL) = (settled_at IS NULL)),
    CHECK ((refusal IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'refused') AND (answer IS NULL OR refusal IS NOT NULL)),
    CHECK (noted_at IS NULL OR refusal IS NOT NULL),
    -- Nobody says yes to what is over.
    CONSTRAINT answered_in_time CHECK (outcome IS NULL OR outcome NOT IN ('accepted','refused') OR settled_at < until_at),
    CONSTRAINT answered_by_who_is_asked CHECK (outcome IS NULL OR outcome NOT IN ('accepted','refused') OR settled_by = to_id)
  );
  CREATE INDEX lead_proposal_case ON lead_proposal (case_file_id, at DESC);
  CREATE UNIQUE INDEX lead_proposal_open ON lead_proposal (case_file_id) WHERE outcome IS NULL;
  CREATE INDEX lead_proposal_asked ON lead_proposal (to_id, until_at) WHERE outcome IS NULL;
  CREATE INDEX lead_proposal_standing ON lead_proposal (team_id) WHERE outcome IS NULL OR outcome = 'refused' AND noted_at IS NULL;
`;

/** Said once: whom, by whom, why and until when; an answer. Nobody answers for another. */
const KEPT = `
  CREATE FUNCTION keep_lead_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF app_account() IS NOT NULL AND (
         (NEW.id, NEW.case_file_id, NEW.to_id, NEW.by_id, NEW.at, NEW.until_at, NEW.words)
           IS DISTINCT FROM (OLD.id, OLD.case_file_id, OLD.to_id, OLD.by_id, OLD.at, OLD.until_at, OLD.words)
         OR OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.refusal, NEW.answer, NEW.settled_by, NEW.settled_at)
              IS DISTINCT FROM (OLD.outcome, OLD.refusal, OLD.answer, OLD.settled_by, OLD.settled_at)
         OR OLD.outcome IS NULL AND NEW.outcome IS NOT NULL AND NEW.settled_by IS DISTINCT FROM app_account()) THEN
      RAISE EXCEPTION 'what was said of a proposal stays' USING ERRCODE = 'RP005';
    END IF;
    RETURN NEW;
  END $$;
`;

/** Written by who works on the case, answered by who is asked. */
export const LEAD_PROPOSALS: Part = {
  tables: TABLES,
  functions: KEPT,
  rights: [
    `GRANT SELECT, INSERT, UPDATE ON lead_proposal TO repere_space`,
    ofCase('lead_proposal'),
    written('lead_proposal'),
    policy(
      ['lead_proposal'],
      'proposes',
      `FOR INSERT WITH CHECK (by_id = (SELECT app_account()) AND app_works_on_case(case_file_id))`,
    ),
    policy(
      ['lead_proposal'],
      'settles',
      `FOR UPDATE USING ((to_id = (SELECT app_account()) AND app_sees_case(case_file_id)) OR app_works_on_case(case_file_id))`,
    ),
    `CREATE TRIGGER kept BEFORE UPDATE ON lead_proposal FOR EACH ROW EXECUTE FUNCTION keep_lead_proposal()`,
  ],
};
