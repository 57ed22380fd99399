import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The team's own tables: whom an emergency access lets read the case finds nothing of it there. */
const SHUT = ['assignment', 'duplicate_task', 'erasure', 'access_request'] as const;
/** Read with the case, and written by its team. */
const SHUT_TO_WRITING = ['restriction', 'recusal', 'legal_hold', 'sharing'] as const;

/**
 * Emergency access passes the bar of a circle and gives nothing back of what it took: rows are read through `app_barred_cases`, and
 * what a team member or supervisor does besides asks `app_shut_cases`. An access can be ended.
 */
export class EmergencyEnds0051 implements MigrationInterface {
  readonly name = 'EmergencyEnds1764000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDS);
    await runner.query(CONTEXT);
    for (const table of SHUT) {
      const other =
        table === 'duplicate_task' ? ' AND other_case_file_id <> ALL (ARRAY(SELECT app_shut_cases()))' : '';
      const isOpen = `case_file_id <> ALL (ARRAY(SELECT app_shut_cases()))${other}`;
      // Of an erased case there is none to be shut out of.
      await runner.query(
        `CREATE POLICY shut ON ${table} AS RESTRICTIVE USING (case_file_id IS NULL OR ${isOpen})`,
      );
    }
    for (const table of SHUT_TO_WRITING)
      await runner.query(`
        CREATE POLICY shut_insert ON ${table} AS RESTRICTIVE FOR INSERT WITH CHECK (${OWN_CONFLICT[table] ?? NOT_SHUT});
        CREATE POLICY shut_update ON ${table} AS RESTRICTIVE FOR UPDATE USING (${NOT_SHUT})`);
    await runner.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const NOT_SHUT = `case_file_id <> ALL (ARRAY(SELECT app_shut_cases()))`;
/** Whoever has the case before them may say that they must stay away from it. */
const OWN_CONFLICT: Readonly<Partial<Record<(typeof SHUT_TO_WRITING)[number], string>>> = {
  recusal: 'account_id = (SELECT app_account()) OR (SELECT app_system_sees_cases())',
};

const ENDS = `
  ALTER TABLE break_glass
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by uuid REFERENCES account (id),
    ADD CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    ADD CONSTRAINT ended_by_another CHECK (ended_by <> account_id);
  -- Nobody's act, so that there is no event to go with it, and nobody whose policies would hold.
  ALTER TABLE break_glass DISABLE TRIGGER recorded, NO FORCE ROW LEVEL SECURITY;
  UPDATE break_glass SET ended_at = reviewed_at, ended_by = reviewed_by
   WHERE verdict = 'not-justified' AND until_at > reviewed_at;
  ALTER TABLE break_glass ENABLE TRIGGER recorded, FORCE ROW LEVEL SECURITY;
  ALTER TABLE break_glass ADD CONSTRAINT not_justified_ends
    CHECK (verdict IS DISTINCT FROM 'not-justified' OR ended_at IS NOT NULL OR until_at <= reviewed_at);

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
  CREATE TRIGGER kept BEFORE UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION keep_break_glass();

  ALTER TABLE account_mail
    DROP CONSTRAINT account_mail_kind_check,
    ADD CONSTRAINT account_mail_kind_check CHECK (kind IN ('invitation','reset','emergency-access','circle-told','referral-opened',
      'password-changed','email-changed','email-left','roles-changed','factor-added','factor-removed','factors-reset',
      'recovery-codes-renewed','provider-linked','provider-unlinked','data-gathered'));
`;

const CONTEXT = `
  -- Of which a circle or a conflict of interest takes away every right.
  CREATE FUNCTION app_shut_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'barred') $$;

  -- Those of them that are not open in an emergency: not even read.
  CREATE OR REPLACE FUNCTION app_barred_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'barred')
        WHERE NOT coalesce(app_context() -> 'rescued' ? value, false) $$;

  CREATE OR REPLACE FUNCTION app_assigned_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT case_file_id FROM assignment
        WHERE account_id = (SELECT app_account()) AND app_reads_as(relation) AND ended_at IS NULL
          AND (until_at IS NULL OR until_at > (SELECT app_now()))
       UNION ALL
       SELECT case_file_id FROM assignment
        WHERE account_id = ANY (ARRAY(SELECT app_selves())) AND app_is_self(account_id, team_id)
          AND relation = 'assigned' AND ended_at IS NULL
       UNION ALL
       SELECT case_file_id FROM break_glass
        WHERE account_id = (SELECT app_account()) AND ended_at IS NULL AND until_at > (SELECT app_now())
          AND (SELECT app_reads_as('break-glass')) $$;

  CREATE OR REPLACE FUNCTION app_works_on_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN app_system_sees_cases() OR EXISTS (
      SELECT 1 FROM case_file c WHERE c.id = looked_for AND c.id NOT IN (SELECT app_shut_cases()) AND (
        c.team_id IN (SELECT app_case_teams()) OR app_is_self(c.lead_id, c.team_id)
        OR EXISTS (SELECT 1 FROM assignment a
                    WHERE a.case_file_id = c.id AND a.relation = 'assigned' AND a.ended_at IS NULL
                      AND (a.account_id = app_account() AND app_reads_as('assigned')
                           OR app_is_self(a.account_id, a.team_id)))));
  END $$;
`;

const POLICIES = `
  ALTER POLICY sees ON break_glass USING (account_id = (SELECT app_account())
    OR (SELECT app_reads()) AND team_id = ANY (ARRAY(SELECT app_case_teams()))
       AND case_file_id <> ALL (ARRAY(SELECT app_shut_cases())));
  ALTER POLICY reviews ON break_glass USING ((SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND account_id <> (SELECT app_account())
    AND case_file_id <> ALL (ARRAY(SELECT app_shut_cases())))
    WITH CHECK (reviewed_by = (SELECT app_account()) OR ended_by = (SELECT app_account()));
`;
