import { appendOnly, ofCase, type Part, policy } from './part';

const TABLES = `
  -- What becomes of a referral. Its state is found from these and the clock; nothing of it is kept.
  CREATE TABLE referral_event (
    id uuid PRIMARY KEY,
    sharing_id uuid NOT NULL,
    -- The first referral that was sent for the same need.
    need_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    partner_id uuid NOT NULL REFERENCES account (id),
    kind text NOT NULL CHECK (kind IN ('sent','received','accepted','refused','other-offer','elsewhere','first-appointment','feedback','ended',
      'reminded','escalated','feedback-asked','feedback-missing','unmet')),
    reason text CHECK (reason IN ('full','age','language','not-our-mission','not-safe-here','refused','silent','no-service','met','partly-met','not-met')),
    at timestamptz NOT NULL,
    by_id uuid REFERENCES account (id),
    due_at timestamptz,
    -- Of what was sent: which need of the directory, where it is one.
    need text CHECK (need IS NULL OR kind = 'sent'),
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- What was said with it.
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    FOREIGN KEY (need_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((kind = 'sent') = (due_at IS NOT NULL)),
    CHECK ((kind IN ('refused','unmet','ended')) = (reason IS NOT NULL)),
    CHECK ((kind = 'ended') = coalesce(reason IN ('met','partly-met','not-met'), false)),
    -- Only the clock is nobody.
    CHECK ((kind IN ('escalated','feedback-asked','feedback-missing')) = (by_id IS NULL))
  );
  CREATE INDEX referral_event_case ON referral_event (case_file_id, at);
  CREATE INDEX referral_event_referral ON referral_event (sharing_id, at);
  -- Whether a need is met, or was said to be met by nobody, is asked of each that is silent.
  CREATE INDEX referral_event_need ON referral_event (need_id, kind);
  CREATE INDEX referral_event_partner ON referral_event (partner_id, at DESC);
  -- It is sent and received once, and what the clock says is said once.
  CREATE UNIQUE INDEX referral_event_once ON referral_event (sharing_id, kind)
    WHERE kind IN ('sent','received','escalated','feedback-asked','feedback-missing');
  -- Those whose supervisors were told of the silence, by team.
  CREATE INDEX referral_event_escalated ON referral_event (team_id, at DESC) WHERE kind IN ('escalated','feedback-missing');

  -- What a partner was sent, as it stood: what is recorded later is sent by itself.
  CREATE TABLE referral_copy (
    id uuid PRIMARY KEY,
    sharing_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    partner_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id)
  );
  CREATE INDEX referral_copy_referral ON referral_copy (case_file_id, sharing_id, at);
`;

const BOTH = ['referral_event', 'referral_copy'] as const;

/** The referral that a row of this table is about is open to who asks. */
const openTo = (table: (typeof BOTH)[number]): string => `EXISTS (
  SELECT 1 FROM assignment a WHERE a.sharing_id = ${table}.sharing_id AND a.account_id = (SELECT app_account())
     AND a.ended_at IS NULL AND a.until_at > (SELECT app_now()))`;

/** A partner reads the copy that was sent to them, and answers it in their own name; everything else is written by who refers. */
export const REFERRALS: Part = {
  tables: TABLES,
  rights: [
    `GRANT SELECT, INSERT ON referral_event, referral_copy TO repere_space`,
    ofCase(...BOTH),
    appendOnly(...BOTH),
    // What is over, or was taken back, is read no more.
    ...BOTH.map((table) =>
      policy(
        [table],
        'receives',
        `FOR SELECT USING (partner_id = (SELECT app_account()) AND ${openTo(table)})`,
      ),
    ),
    policy(
      BOTH,
      'refers',
      `FOR INSERT WITH CHECK ((SELECT app_writes()) AND by_id = (SELECT app_account())
        AND (app_works_on_case(case_file_id) OR app_rescues_case(case_file_id)))`,
    ),
    policy(
      ['referral_event'],
      'answers',
      `FOR INSERT WITH CHECK (partner_id = (SELECT app_account()) AND by_id = (SELECT app_account())
        AND kind IN ('received','accepted','refused','other-offer','elsewhere','feedback') AND ${openTo('referral_event')})`,
    ),
  ],
};
