import type { MigrationInterface, QueryRunner } from 'typeorm';

export const RELATION_TABLES = ['substitution', 'duty', 'restriction', 'recusal', 'break_glass'] as const;

/** Case-bound tables with the team beside them, as far as the first barriers know them. */
const BY_TEAM = [
  'run',
  'step_state',
  'deadline',
  'case_fact',
  'alert',
  'step_conformance',
  'deviation',
  'deviation_judgement',
  'stopped_act',
  'dry_run_trial',
] as const;

/** With those that an auditor reads by a mission, and not through the case. The others look at the case, and so behind its bar. */
const BARRED = [
  ...BY_TEAM,
  'assignment',
  'journal_entry',
  'person',
  'child_identity',
  'alert_seen',
  'ledger_shown',
] as const;

/**
 * What else ties people to cases: substitution, the rota, a second opinion, an approval asked for, a referral, breaking the
 * glass; and what bars them: a restricted case, a conflict of interest.
 */
export class Relations0015 implements MigrationInterface {
  readonly name = 'Relations1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CONTEXT);
    const ofTeam = `team_id = ANY (ARRAY(SELECT app_case_teams()))`;
    const own = `case_file_id = ANY (ARRAY(SELECT app_own_cases()))`;
    for (const table of BY_TEAM)
      await runner.query(
        `ALTER POLICY sees ON ${table} USING ((SELECT app_reads()) AND (${ofTeam} OR ${own}))`,
      );
    await runner.query(`
      ALTER POLICY sees ON case_file USING ((SELECT app_reads()) AND (${ofTeam}
        OR lead_id = ANY (ARRAY(SELECT app_selves())) OR id = ANY (ARRAY(SELECT app_assigned_cases()))));
      ALTER POLICY sees ON assignment USING ((SELECT app_reads()) AND (${ofTeam}
        OR account_id = (SELECT app_account()) OR account_id = ANY (ARRAY(SELECT app_selves()))));
      CREATE POLICY bars ON case_file AS RESTRICTIVE USING (id <> ALL (ARRAY(SELECT app_barred_cases())));
      CREATE POLICY bars ON duplicate_task AS RESTRICTIVE USING (case_file_id <> ALL (ARRAY(SELECT app_barred_cases()))
        AND other_case_file_id <> ALL (ARRAY(SELECT app_barred_cases())));
    `);
    for (const table of BARRED)
      await runner.query(`
        CREATE POLICY bars ON ${table} AS RESTRICTIVE USING (case_file_id <> ALL (ARRAY(SELECT app_barred_cases())))`);
    await runner.query(POLICIES);
    for (const table of RELATION_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TABLES = `
  ALTER TABLE account DROP CONSTRAINT account_roles_check,
    ADD CONSTRAINT account_roles_check CHECK (roles <@ ARRAY['caseworker','ase-referent','assessor','supervisor','auditor',
      'trainer','protocol-editor','administrator','partner']);

  ALTER TABLE assignment
    ADD COLUMN relation text NOT NULL DEFAULT 'assigned' CHECK (relation IN ('assigned','second-opinion','approver','partner')),
    ADD COLUMN until_at timestamptz,
    ADD COLUMN given_by uuid REFERENCES account (id),
    -- approver: the act to approve.
    ADD COLUMN entry_id uuid REFERENCES journal_entry (id),
    -- partner: what the referral carries.
    ADD COLUMN classes text[],
    DROP CONSTRAINT assignment_pkey,
    ADD PRIMARY KEY (case_file_id, account_id, relation, since),
    ADD CHECK (since < until_at),
    ADD CHECK ((relation = 'approver') = (entry_id IS NOT NULL)),
    ADD CHECK ((relation = 'partner') = (classes IS NOT NULL)),
    -- Only those who work on the case stay without an end.
    ADD CHECK (relation = 'assigned' OR until_at IS NOT NULL);

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
    CHECK (absent_id <> substitute_id),
    CHECK (from_at < until_at),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  );
  CREATE INDEX substitution_substitute ON substitution (substitute_id, until_at) WHERE ended_at IS NULL;
  CREATE INDEX substitution_absent ON substitution (absent_id, until_at) WHERE ended_at IS NULL;

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
  CREATE INDEX duty_account ON duty (account_id, until_at) WHERE ended_at IS NULL;
  CREATE INDEX duty_team ON duty (team_id, until_at) WHERE ended_at IS NULL;

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

  -- A case opened in an emergency by somebody whom nothing ties to it.
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
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CHECK (until_at > opened_at AND until_at <= opened_at + interval '60 minutes'),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)
       AND (reviewed_at IS NULL) = (review IS NULL)),
    CONSTRAINT four_eyes CHECK (reviewed_by <> account_id)
  );
  CREATE INDEX break_glass_account ON break_glass (account_id, until_at);
  CREATE INDEX break_glass_case ON break_glass (case_file_id, opened_at);
  CREATE INDEX break_glass_to_review ON break_glass (team_id, review_due_at, id) WHERE reviewed_at IS NULL;

  GRANT SELECT, INSERT, UPDATE ON substitution, duty, restriction, recusal, break_glass TO repere_space;
`;

const CONTEXT = `
  CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT (app_context() ->> 'now')::timestamptz $$;

  -- Teams whose cases the account sees: its own, and those that it is on duty for.
  CREATE FUNCTION app_case_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text((app_context() -> 'teams') || (app_context() -> 'dutyTeams')) $$;

  -- Whether some role of the account reads cases through this relation.
  CREATE FUNCTION app_reads_as(relation text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_context() -> 'relations' ? relation $$;

  -- Whose cases it has: its own, and those of whom it stands in for.
  CREATE FUNCTION app_selves() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_account() WHERE app_reads_as('lead') UNION ALL
       SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'standsInFor') $$;

  CREATE FUNCTION app_barred_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'barred') $$;

  -- One's own ties, the work of those one stands in for, and the glass one broke.
  CREATE OR REPLACE FUNCTION app_assigned_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT case_file_id FROM assignment
        WHERE account_id = (SELECT app_account()) AND app_reads_as(relation) AND ended_at IS NULL
          AND (until_at IS NULL OR until_at > (SELECT app_now()))
       UNION ALL
       SELECT case_file_id FROM assignment
        WHERE account_id = ANY (ARRAY(SELECT app_selves())) AND relation = 'assigned' AND ended_at IS NULL
       UNION ALL
       SELECT case_file_id FROM break_glass
        WHERE account_id = (SELECT app_account()) AND until_at > (SELECT app_now()) AND (SELECT app_reads_as('break-glass')) $$;

  CREATE OR REPLACE FUNCTION app_own_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_assigned_cases() UNION
       SELECT id FROM case_file WHERE lead_id = ANY (ARRAY(SELECT app_selves())) $$;

  -- Who comes in: finds out what this account reaches, and sees nothing else of a case.
  CREATE FUNCTION app_finds_reach() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' = 'system:session', false) $$;
`;

const POLICIES = `
  -- A lead of another team names who works on the case too. Seeing the case looks here, so that reading must not look there.
  CREATE POLICY gives ON assignment FOR INSERT WITH CHECK ((SELECT app_writes()) AND app_sees_case(case_file_id));

  ALTER TABLE restriction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_actor ON restriction USING ((SELECT app_system_sees_cases()));
  CREATE POLICY reach ON restriction FOR SELECT USING ((SELECT app_finds_reach()));
  CREATE POLICY sees ON restriction FOR SELECT USING (app_sees_case(case_file_id));
  CREATE POLICY sets ON restriction FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND set_by = (SELECT app_account()) AND app_sees_case(case_file_id));
  -- The circle follows a handover, so whoever names the lead may widen it.
  CREATE POLICY changes ON restriction FOR UPDATE USING (ended_at IS NULL AND (SELECT app_writes()) AND app_sees_case(case_file_id))
    WITH CHECK (app_sees_case(case_file_id));

  ALTER TABLE recusal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_actor ON recusal USING ((SELECT app_system_sees_cases()));
  CREATE POLICY reach ON recusal FOR SELECT USING ((SELECT app_finds_reach()));
  CREATE POLICY sees ON recusal FOR SELECT USING (account_id = (SELECT app_account()) OR app_sees_case(case_file_id));
  CREATE POLICY declares ON recusal FOR INSERT WITH CHECK (account_id = (SELECT app_account()) AND app_sees_case(case_file_id));
  CREATE POLICY lifts ON recusal FOR UPDATE USING ((SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND account_id <> (SELECT app_account()));

  ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_actor ON break_glass USING ((SELECT app_system_sees_cases()));
  CREATE POLICY reach ON break_glass FOR SELECT USING ((SELECT app_finds_reach()));
  -- Not through the case, whose policy looks here.
  CREATE POLICY sees ON break_glass FOR SELECT USING (account_id = (SELECT app_account())
    OR (SELECT app_reads()) AND team_id = ANY (ARRAY(SELECT app_case_teams()))
       AND case_file_id <> ALL (ARRAY(SELECT app_barred_cases())));
  CREATE POLICY breaks ON break_glass FOR INSERT WITH CHECK ((SELECT app_reads()) AND account_id = (SELECT app_account()));
  CREATE POLICY reviews ON break_glass FOR UPDATE USING ((SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND account_id <> (SELECT app_account()) AND reviewed_at IS NULL
    AND case_file_id <> ALL (ARRAY(SELECT app_barred_cases()))) WITH CHECK (reviewed_by = (SELECT app_account()));
`;
