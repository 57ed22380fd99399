import { isSelf } from './context';
import {
  audited,
  excluded,
  captured,
  forSystem,
  NOT_SHUT,
  type Part,
  policy,
  recorded,
  secured,
  SHUT,
  written,
} from './part';

const ALL = ['assignment', 'substitution', 'duty', 'restriction', 'recusal', 'break_glass'];

const ASSIGNMENT = `
  -- Not through the case, which looks here itself.
  CREATE POLICY sees ON assignment USING ((SELECT app_reads()) AND (team_id = ANY ((SELECT app_case_teams_array())::uuid[])
    OR account_id = (SELECT app_account())
    OR ${isSelf('account_id', 'team_id')}));
  -- A lead of another team names who works on the case too. Seeing the case looks here, so that reading must not look there.
  CREATE POLICY gives ON assignment FOR INSERT WITH CHECK ((SELECT app_writes()) AND app_sees_case(case_file_id));
  -- One's own assignments are visible, so without these anybody could give themselves a case or take an ended one up again.
  CREATE POLICY sees_case_insert ON assignment AS RESTRICTIVE FOR INSERT WITH CHECK (app_sees_case(case_file_id));
  CREATE POLICY sees_case_update ON assignment AS RESTRICTIVE FOR UPDATE USING (app_sees_case(case_file_id));
  CREATE POLICY works_insert ON assignment AS RESTRICTIVE FOR INSERT WITH CHECK (app_works_on_case(case_file_id)
    OR relation = 'partner' AND app_rescues_case(case_file_id));
  -- One's own grant may be ended, never widened.
  CREATE POLICY works_update ON assignment AS RESTRICTIVE FOR UPDATE USING (true)
    WITH CHECK (ended_at IS NOT NULL OR app_works_on_case(case_file_id));
  CREATE TRIGGER keep_referral BEFORE UPDATE ON assignment
    FOR EACH ROW WHEN (OLD.relation = 'partner') EXECUTE FUNCTION keep_referral();
  CREATE TRIGGER settles_need AFTER UPDATE OF ended_at ON assignment
    FOR EACH ROW WHEN (OLD.relation = 'partner' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION settle_after_referral();
`;

const EXCLUSIONS = `
  CREATE POLICY sees ON restriction FOR SELECT USING (app_sees_case(case_file_id));
  CREATE POLICY sets ON restriction FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND team_id = ANY ((SELECT app_teams_array())::uuid[]) AND set_by = (SELECT app_account()) AND app_sees_case(case_file_id));
  -- A circle is widened by who may restrict, a handover included.
  CREATE POLICY changes ON restriction FOR UPDATE USING (ended_at IS NULL AND (SELECT app_supervises())
    AND team_id = ANY ((SELECT app_teams_array())::uuid[]) AND app_sees_case(case_file_id))
    WITH CHECK (app_sees_case(case_file_id));

  CREATE POLICY sees ON recusal FOR SELECT USING (account_id = (SELECT app_account()) OR app_sees_case(case_file_id));
  CREATE POLICY declares ON recusal FOR INSERT WITH CHECK (account_id = (SELECT app_account()) AND app_sees_case(case_file_id));
  CREATE POLICY lifts ON recusal FOR UPDATE USING ((SELECT app_supervises()) AND team_id = ANY ((SELECT app_teams_array())::uuid[])
    AND account_id <> (SELECT app_account()) AND case_file_id <> ALL ((SELECT app_barred_cases_array())::uuid[]));
  -- Whoever has the case before them may say that they must stay away from it.
  CREATE POLICY shut_insert ON recusal AS RESTRICTIVE FOR INSERT
    WITH CHECK (account_id = (SELECT app_account()) OR (SELECT app_system_sees_cases()));
`;

const BREAK_GLASS = `
  -- Not through the case, whose policy looks here.
  CREATE POLICY sees ON break_glass FOR SELECT USING (account_id = (SELECT app_account())
    OR (SELECT app_reads()) AND team_id = ANY ((SELECT app_case_teams_array())::uuid[])
       AND case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[]));
  -- Who only receives a part of a case breaks no glass.
  CREATE POLICY breaks ON break_glass FOR INSERT
    WITH CHECK ((SELECT app_reads_as('break-glass')) AND account_id = (SELECT app_account()));
  CREATE POLICY reviews ON break_glass FOR UPDATE USING ((SELECT app_supervises())
    AND team_id = ANY ((SELECT app_teams_array())::uuid[]) AND account_id <> (SELECT app_account())
    AND case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[]))
    WITH CHECK (reviewed_by = (SELECT app_account()) OR ended_by = (SELECT app_account()));
  CREATE TRIGGER kept BEFORE UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION keep_break_glass();
`;

/** Who stands in and who is on duty is written by a supervisor of the team alone. */
const COVER = `
  CREATE POLICY names ON substitution FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND named_by = (SELECT app_account()) AND team_ids <@ (SELECT app_teams_array())::uuid[]
    AND EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = absent_id AND m.team_id = ANY (team_ids)));
  CREATE POLICY ends ON substitution FOR UPDATE
    USING ((SELECT app_supervises()) AND team_ids && (SELECT app_teams_array())::uuid[])
    WITH CHECK (ended_by = (SELECT app_account()));

  CREATE POLICY names ON duty FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND named_by = (SELECT app_account()) AND team_id = ANY ((SELECT app_teams_array())::uuid[]));
  CREATE POLICY ends ON duty FOR UPDATE
    USING ((SELECT app_supervises()) AND team_id = ANY ((SELECT app_teams_array())::uuid[]))
    WITH CHECK (ended_by = (SELECT app_account()));
`;

const TABLES = `
  CREATE TABLE assignment (
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id),
    since timestamptz NOT NULL,
    ended_at timestamptz,
    relation text NOT NULL DEFAULT 'assigned' CHECK (relation IN ('assigned','second-opinion','approver','partner')),
    until_at timestamptz,
    given_by uuid REFERENCES account (id),
    -- approver: the act to approve.
    entry_id uuid REFERENCES journal_entry (id),
    -- partner: what the referral carries.
    classes text[],
    sharing_id uuid UNIQUE,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    PRIMARY KEY (case_file_id, account_id, relation, since),
    CHECK (since < until_at),
    CHECK ((relation = 'approver') = (entry_id IS NOT NULL)),
    CHECK ((relation = 'partner') = (classes IS NOT NULL)),
    -- Only those who work on the case stay without an end.
    CHECK (relation = 'assigned' OR until_at IS NOT NULL),
    CONSTRAINT referral_has_its_line CHECK ((relation = 'partner') = (sharing_id IS NOT NULL)),
    CONSTRAINT referral_carries CHECK (relation <> 'partner' OR cardinality(classes) > 0
      AND classes <@ ARRAY['identity','contact','places','health','situation','narrative']),
    CONSTRAINT referral_ends CHECK (relation <> 'partner' OR until_at <= since + interval '2568 hours')
  );
  CREATE INDEX assignment_account ON assignment (account_id, ended_at) INCLUDE (case_file_id);
  -- What is referred to one account, the nearest end first.
  CREATE INDEX assignment_referred ON assignment (account_id, until_at) WHERE relation = 'partner' AND ended_at IS NULL;

  -- Who stands in for whom during leave. By the space's clock, as all that follows.
  CREATE TABLE substitution (
    id uuid PRIMARY KEY,
    absent_id uuid NOT NULL REFERENCES account (id),
    substitute_id uuid NOT NULL REFERENCES account (id),
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    named_by uuid NOT NULL REFERENCES account (id),
    named_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid REFERENCES account (id),
    -- The teams whose supervision is lent; none unless said.
    team_ids uuid[] NOT NULL DEFAULT '{}',
    CHECK (absent_id <> substitute_id),
    CHECK (from_at < until_at),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  );
  CREATE INDEX substitution_substitute ON substitution (substitute_id, until_at);
  CREATE INDEX substitution_absent ON substitution (absent_id, until_at);

  -- The rota: who is on duty for a team.
  CREATE TABLE duty (
    id uuid PRIMARY KEY,
    team_id uuid NOT NULL REFERENCES team (id),
    account_id uuid NOT NULL REFERENCES account (id),
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    named_by uuid NOT NULL REFERENCES account (id),
    named_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid REFERENCES account (id),
    CHECK (from_at < until_at),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  );
  CREATE INDEX duty_account ON duty (account_id, until_at);
  CREATE INDEX duty_team ON duty (team_id, until_at);

  -- A case that is there for named people only. The list stands in one row, so that finding out who is barred looks at one table.
  CREATE TABLE restriction (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    circle uuid[] NOT NULL CHECK (cardinality(circle) > 0),
    reason text NOT NULL CHECK (reason IN ('colleague','press','threat','other')),
    key_id uuid NOT NULL REFERENCES data_key (id),
    words bytea NOT NULL,
    since timestamptz NOT NULL,
    set_by uuid NOT NULL REFERENCES account (id),
    ended_at timestamptz,
    ended_by uuid REFERENCES account (id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  );
  CREATE UNIQUE INDEX restriction_case ON restriction (case_file_id) WHERE ended_at IS NULL;

  -- A conflict of interest that somebody declared.
  CREATE TABLE recusal (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    words bytea NOT NULL,
    declared_at timestamptz NOT NULL,
    lifted_at timestamptz,
    lifted_by uuid REFERENCES account (id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
    CONSTRAINT four_eyes CHECK (lifted_by <> account_id)
  );
  CREATE UNIQUE INDEX recusal_account ON recusal (account_id, case_file_id) WHERE lifted_at IS NULL;
  CREATE INDEX recusal_case ON recusal (case_file_id);

  -- A case opened in an emergency by somebody who has no relation to it.
  CREATE TABLE break_glass (
    id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id),
    reason text NOT NULL CHECK (reason IN ('child-present','immediate-danger','missing-child','authority-request','other')),
    key_id uuid NOT NULL REFERENCES data_key (id),
    words bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    review_due_at timestamptz NOT NULL,
    reviewed_at timestamptz,
    reviewed_by uuid REFERENCES account (id),
    verdict text CHECK (verdict IN ('justified','not-justified')),
    review bytea,
    ended_at timestamptz,
    ended_by uuid REFERENCES account (id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK (until_at > opened_at AND until_at <= opened_at + interval '60 minutes'),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)
       AND (reviewed_at IS NULL) = (review IS NULL)),
    CONSTRAINT four_eyes CHECK (reviewed_by <> account_id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT ended_by_another CHECK (ended_by <> account_id),
    CONSTRAINT not_justified_ends
      CHECK (verdict IS DISTINCT FROM 'not-justified' OR ended_at IS NOT NULL OR until_at <= reviewed_at)
  );
  CREATE INDEX break_glass_account ON break_glass (account_id, until_at);
  CREATE INDEX break_glass_case ON break_glass (case_file_id, opened_at);
  CREATE INDEX break_glass_to_review ON break_glass (team_id, review_due_at, id) WHERE reviewed_at IS NULL;
`;

const FUNCTIONS = `
  -- One's own relations, the work of those one stands in for, and the glass one broke.
  CREATE FUNCTION app_assigned_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL UNSAFE AS
    $$ SELECT case_file_id FROM assignment
        WHERE account_id = (SELECT app_account()) AND app_reads_as(relation) AND ended_at IS NULL
          AND (until_at IS NULL OR until_at > (SELECT app_now()))
       UNION ALL
       SELECT case_file_id FROM assignment
        WHERE ${isSelf('account_id', 'team_id')} AND relation = 'assigned' AND ended_at IS NULL
       UNION ALL
       SELECT case_file_id FROM break_glass
        WHERE account_id = (SELECT app_account()) AND ended_at IS NULL AND until_at > (SELECT app_now())
          AND (SELECT app_reads_as('break-glass')) $$;

  -- Those that are its own without being of its teams, so that there are few of them whatever somebody leads.
  CREATE FUNCTION app_cases_elsewhere() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL UNSAFE AS
    $$ SELECT it FROM unnest(app_assigned_cases_array()) AS it UNION
       SELECT id FROM case_file WHERE ${isSelf('lead_id', 'team_id')}
          AND team_id <> ALL ((SELECT app_case_teams_array())::uuid[]) $$;

  -- Who works on the case, not who was asked for an opinion or an approval, was told of it, or broke the glass.
  CREATE FUNCTION app_works_on_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN app_system_sees_cases() OR EXISTS (
      SELECT 1 FROM case_file c WHERE c.id = looked_for AND c.id <> ALL (app_shut_cases_array()) AND (
        c.team_id = ANY (app_case_teams_array()) OR ${isSelf('c.lead_id', 'c.team_id')}
        OR EXISTS (SELECT 1 FROM assignment a
                    WHERE a.case_file_id = c.id AND a.relation = 'assigned' AND a.ended_at IS NULL
                      AND (a.account_id = app_account() AND app_reads_as('assigned')
                           OR ${isSelf('a.account_id', 'a.team_id')}))));
  END $$;

  -- Who broke the glass works on nothing, and tells who must know; out of a circle as well.
  CREATE FUNCTION app_broke_glass_of(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN app_reads_as('break-glass') AND EXISTS (
      SELECT 1 FROM break_glass b WHERE b.case_file_id = looked_for AND b.account_id = app_account()
         AND b.ended_at IS NULL AND b.until_at > app_now());
  END $$;

  -- And refers the child who stands there; never out of a circle.
  CREATE FUNCTION app_rescues_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN looked_for <> ALL (app_shut_cases_array()) AND app_broke_glass_of(looked_for);
  END $$;

  -- What its line says was told is what is told: less, sooner, or no more; never wider, longer or again.
  CREATE FUNCTION keep_referral() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT NEW.classes <@ OLD.classes OR NEW.until_at > OLD.until_at OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL)
       OR (NEW.relation, NEW.account_id, NEW.sharing_id) IS DISTINCT FROM (OLD.relation, OLD.account_id, OLD.sharing_id) THEN
      RAISE EXCEPTION 'a referral is not widened' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;

  -- What its end leaves of the need is looked at when it runs out; whoever ends it before, it is looked at then.
  CREATE FUNCTION settle_after_referral() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE job SET due_at = app_now() WHERE kind = 'need.settle' AND subject = NEW.sharing_id AND state = 'waiting';
    RETURN NULL;
  END $$;

  -- Said once: who opened it, why and until when; a review; an end. The system moves cases between keys and teams.
  CREATE FUNCTION keep_break_glass() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF app_account() IS NOT NULL AND (
         (NEW.id, NEW.case_file_id, NEW.account_id, NEW.reason, NEW.words, NEW.opened_at, NEW.until_at, NEW.review_due_at)
           IS DISTINCT FROM (OLD.id, OLD.case_file_id, OLD.account_id, OLD.reason, OLD.words, OLD.opened_at, OLD.until_at, OLD.review_due_at)
         OR OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_by) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by)
         OR OLD.reviewed_at IS NOT NULL AND (NEW.reviewed_at, NEW.reviewed_by, NEW.verdict, NEW.review)
              IS DISTINCT FROM (OLD.reviewed_at, OLD.reviewed_by, OLD.verdict, OLD.review)
         OR NEW.ended_at IS DISTINCT FROM OLD.ended_at AND NEW.ended_by IS DISTINCT FROM app_account()
         OR NEW.reviewed_at IS DISTINCT FROM OLD.reviewed_at AND NEW.reviewed_by IS DISTINCT FROM app_account()) THEN
      RAISE EXCEPTION 'what was said of an emergency access stays' USING ERRCODE = 'RP005';
    END IF;
    RETURN NEW;
  END $$;
`;

const GRANTS = `
  GRANT SELECT, INSERT, UPDATE ON assignment, break_glass, duty, recusal, restriction, substitution TO repere_space;
`;

/** Who has a relation to a case, who stands in for whom, and who must stay away. */
export const CASE_GRANTS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded(...ALL),
    secured(...ALL),
    forSystem(...ALL),
    captured('assignment', ['classes', 'given_by', 'entry_id', 'sharing_id', 'until_at', 'ended_at'], {
      key: ['case_file_id', 'account_id', 'relation', 'since'],
      namesCase: true,
    }),
    captured('substitution', [
      ...[
        'absent_id',
        'substitute_id',
        'team_ids',
        'named_by',
        'from_at',
        'until_at',
        'ended_at',
        'ended_by',
      ],
    ]),
    captured('duty', ['team_id', 'account_id', 'named_by', 'from_at', 'until_at', 'ended_at', 'ended_by']),
    captured('restriction', ['case_file_id', 'circle', 'set_by', 'since', 'ended_at', 'ended_by']),
    captured('recusal', ['case_file_id', 'account_id', 'declared_at', 'lifted_at', 'lifted_by']),
    captured('break_glass', [
      ...['case_file_id', 'account_id', 'opened_at', 'until_at', 'reviewed_at', 'reviewed_by', 'verdict'],
      ...['ended_at', 'ended_by', 'team_id', 'review_due_at'],
    ]),
    written('assignment'),
    excluded('assignment'),
    audited('assignment'),
    policy(['assignment'], 'tries', 'FOR SELECT USING ((SELECT app_system_tries_cases()))'),
    policy(['assignment'], 'shut', SHUT),
    ASSIGNMENT,
    // Who comes in finds out what bars and opens.
    policy(
      ['restriction', 'recusal', 'break_glass'],
      'reach',
      'FOR SELECT USING ((SELECT app_finds_reach()))',
    ),
    policy(['restriction'], 'shut_insert', `AS RESTRICTIVE FOR INSERT WITH CHECK (${NOT_SHUT})`),
    policy(['restriction', 'recusal'], 'shut_update', `AS RESTRICTIVE FOR UPDATE USING (${NOT_SHUT})`),
    EXCLUSIONS,
    BREAK_GLASS,
    policy(
      ['substitution', 'duty'],
      'reads',
      'FOR SELECT USING ((SELECT app_account()) IS NOT NULL OR (SELECT app_finds_reach()))',
    ),
    COVER,
  ],
};
