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
    -- To whom: an account, or a service without one.
    partner_id uuid REFERENCES account (id),
    service_id uuid REFERENCES directory_service (id),
    kind text NOT NULL CHECK (kind IN ('sent','received','accepted','refused','other-offer','elsewhere','first-appointment','feedback','ended',
      'reminded','answer-asked','escalated','feedback-asked','feedback-missing','unmet','withdrawn','kept-away',
      -- Beside these: what is written, and that the other side has seen it.
      'message','messages-read')),
    reason text CHECK (reason IN ('full','age','language','not-our-mission','not-safe-here','refused','silent','no-service','met','partly-met','not-met','offer-taken')),
    at timestamptz NOT NULL,
    by_id uuid REFERENCES account (id),
    due_at timestamptz,
    -- Of a yes: when the child is expected there.
    expected_at timestamptz CHECK (expected_at IS NULL OR kind = 'accepted'),
    -- Of what a service without account was told: when it is over by itself. What was opened to an account ends with its grant.
    until_at timestamptz,
    -- Of what was sent: which need of the directory, where it is one.
    need text CHECK (need IS NULL OR kind = 'sent'),
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- What was said with it.
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
    FOREIGN KEY (need_id, case_file_id) REFERENCES sharing (id, case_file_id),
    CHECK ((kind = 'sent') = (due_at IS NOT NULL)),
    CHECK (CASE WHEN kind = 'accepted' THEN coalesce(reason = 'offer-taken', true)
      ELSE (kind IN ('refused','unmet','ended')) = (reason IS NOT NULL) AND coalesce(reason <> 'offer-taken', true) END),
    CHECK ((kind = 'ended') = coalesce(reason IN ('met','partly-met','not-met'), false)),
    CHECK (num_nonnulls(partner_id, service_id) = 1),
    CHECK ((kind = 'sent' AND service_id IS NOT NULL) = (until_at IS NOT NULL)),
    CHECK (kind <> 'withdrawn' OR service_id IS NOT NULL),
    CHECK (kind <> 'kept-away' OR partner_id IS NOT NULL),
    -- The clock is nobody, and so is a service that answers by its link.
    CHECK (kind NOT IN ('answer-asked','escalated','feedback-asked','feedback-missing','kept-away') OR by_id IS NULL),
    CHECK (by_id IS NOT NULL OR kind IN ('answer-asked','escalated','feedback-asked','feedback-missing','kept-away')
      OR service_id IS NOT NULL AND kind IN ('received','accepted','refused','other-offer','elsewhere','feedback','message','messages-read'))
  );
  CREATE INDEX referral_event_case ON referral_event (case_file_id, at);
  CREATE INDEX referral_event_referral ON referral_event (sharing_id, at);
  -- Whether a need is met, or was said to be met by nobody, is asked of each that is silent.
  CREATE INDEX referral_event_need ON referral_event (need_id, kind);
  CREATE INDEX referral_event_partner ON referral_event (partner_id, at DESC);
  -- How many places a service gave since it said how many are free.
  CREATE INDEX referral_event_service ON referral_event (service_id, at) WHERE kind = 'accepted';
  -- It is sent and received once, and what the clock says is said once.
  CREATE UNIQUE INDEX referral_event_once ON referral_event (sharing_id, kind)
    WHERE kind IN ('sent','received','answer-asked','escalated','feedback-asked','feedback-missing','withdrawn','kept-away');
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

  -- What is composed and not sent. It goes when it is sent or dropped; from when it is due it stands in lists of work.
  CREATE TABLE prepared_referral (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    partner_id uuid REFERENCES account (id),
    service_id uuid REFERENCES directory_service (id),
    version integer NOT NULL CHECK (version > 0),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK (num_nonnulls(partner_id, service_id) = 1)
  );
  CREATE INDEX prepared_referral_case ON prepared_referral (case_file_id);
  CREATE INDEX prepared_referral_team ON prepared_referral (team_id, due_at);
  CREATE INDEX prepared_referral_by ON prepared_referral (by_id, due_at);
`;

const FUNCTIONS = `
  -- Who said last that it is not for them reads nothing of the child any more, until they answer otherwise.
  CREATE FUNCTION referral_is_closed(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN coalesce((SELECT kind IN ('refused','elsewhere') FROM referral_event
                      WHERE sharing_id = looked_for AND kind IN ('accepted','refused','other-offer','elsewhere','first-appointment','ended')
                      ORDER BY at DESC, id DESC LIMIT 1), false);
  END $$;

  -- The classes of fields that a grant opens now; NULL: those of its relation.
  CREATE FUNCTION grant_carries(given assignment) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN CASE WHEN given.relation = 'partner' AND referral_is_closed(given.sharing_id) THEN '{}' ELSE given.classes END;
  END $$;
`;

const BOTH = ['referral_event', 'referral_copy'] as const;

const REFERS = `(SELECT app_writes()) AND (app_works_on_case(case_file_id) OR app_rescues_case(case_file_id))`;

/** The referral that a row of this table is about is open to who asks. */
const openTo = (table: (typeof BOTH)[number]): string => `EXISTS (
  SELECT 1 FROM assignment a WHERE a.sharing_id = ${table}.sharing_id AND a.account_id = (SELECT app_account())
     AND a.ended_at IS NULL AND a.until_at > (SELECT app_now()))`;

/** A partner reads the copy that was sent to them, and answers it in their own name; everything else is written by who refers. */
export const REFERRALS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    `GRANT SELECT, INSERT ON referral_event, referral_copy TO repere_space`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON prepared_referral TO repere_space`,
    ofCase(...BOTH, 'prepared_referral'),
    // Whoever may refer goes on from it, sends it or drops it.
    policy(
      ['prepared_referral'],
      'keeps',
      `FOR INSERT WITH CHECK (by_id = (SELECT app_account()) AND ${REFERS})`,
    ),
    policy(
      ['prepared_referral'],
      'goes_on',
      `FOR UPDATE USING (${REFERS}) WITH CHECK (by_id = (SELECT app_account()) AND ${REFERS})`,
    ),
    policy(['prepared_referral'], 'goes', `FOR DELETE USING (${REFERS})`),
    appendOnly(...BOTH),
    policy(
      ['referral_copy'],
      'closed',
      `AS RESTRICTIVE FOR SELECT USING (partner_id IS DISTINCT FROM (SELECT app_account()) OR NOT referral_is_closed(sharing_id))`,
    ),
    // A case may be open to a partner by one referral: of others, to them or to anybody else, they read nothing.
    ...BOTH.map((table) =>
      policy(
        [table],
        'received_alone',
        `AS RESTRICTIVE FOR SELECT USING (NOT (SELECT app_reads_as('partner'))
          OR partner_id = (SELECT app_account()) AND ${openTo(table)})`,
      ),
    ),
    // What is over, or was taken back, is read no more.
    ...BOTH.map((table) =>
      policy(
        [table],
        'receives',
        `FOR SELECT USING (partner_id = (SELECT app_account()) AND ${openTo(table)})`,
      ),
    ),
    policy(BOTH, 'refers', `FOR INSERT WITH CHECK (by_id = (SELECT app_account()) AND ${REFERS})`),
    policy(
      ['referral_event'],
      'answers',
      `FOR INSERT WITH CHECK (partner_id = (SELECT app_account()) AND by_id = (SELECT app_account())
        AND kind IN ('received','accepted','refused','other-offer','elsewhere','feedback','message','messages-read') AND ${openTo('referral_event')})`,
    ),
  ],
};
