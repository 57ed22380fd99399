import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cover is kept by the database too: who stands in and who is on duty is written by a supervisor of the team alone, and a
 * substitution lends the supervision of the teams that it was named for. Who only advises, approves or rescues gives no case away.
 */
export class CoverBarriers0027 implements MigrationInterface {
  readonly name = 'CoverBarriers1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEAMS);
    await runner.query(COVER);
    await runner.query(WORKERS);
    await runner.query(BARS);
    await runner.query(FOUR_EYES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TEAMS = `
  -- The teams whose supervision is lent; none unless said.
  ALTER TABLE substitution ADD COLUMN team_ids uuid[] NOT NULL DEFAULT '{}';
  -- Nobody's act, so that there is no event to go with it.
  ALTER TABLE substitution DISABLE TRIGGER recorded;
  UPDATE substitution s SET team_ids = ARRAY(SELECT m.team_id FROM team_member m WHERE m.account_id = s.absent_id);
  ALTER TABLE substitution ENABLE TRIGGER recorded;
`;

const COVER = `
  ALTER TABLE substitution ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_actor ON substitution USING ((SELECT app_system_sees_cases()));
  CREATE POLICY reads ON substitution FOR SELECT
    USING ((SELECT app_account()) IS NOT NULL OR (SELECT app_finds_reach()));
  CREATE POLICY names ON substitution FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND named_by = (SELECT app_account()) AND team_ids <@ ARRAY(SELECT app_teams())
    AND EXISTS (SELECT 1 FROM team_member m WHERE m.account_id = absent_id AND m.team_id = ANY (team_ids)));
  CREATE POLICY ends ON substitution FOR UPDATE
    USING ((SELECT app_supervises()) AND team_ids && ARRAY(SELECT app_teams()))
    WITH CHECK (ended_by = (SELECT app_account()));

  ALTER TABLE duty ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY system_actor ON duty USING ((SELECT app_system_sees_cases()));
  CREATE POLICY reads ON duty FOR SELECT USING ((SELECT app_account()) IS NOT NULL OR (SELECT app_finds_reach()));
  CREATE POLICY names ON duty FOR INSERT WITH CHECK ((SELECT app_supervises())
    AND named_by = (SELECT app_account()) AND team_id = ANY (ARRAY(SELECT app_teams())));
  CREATE POLICY ends ON duty FOR UPDATE
    USING ((SELECT app_supervises()) AND team_id = ANY (ARRAY(SELECT app_teams())))
    WITH CHECK (ended_by = (SELECT app_account()));
`;

const WORKERS = `
  -- Who works on the case, not who was asked for an opinion or an approval, was told of it, or broke the glass.
  CREATE FUNCTION app_works_on_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN app_system_sees_cases() OR EXISTS (
      SELECT 1 FROM case_file c WHERE c.id = looked_for AND (
        c.team_id IN (SELECT app_case_teams()) OR c.lead_id IN (SELECT app_selves())
        OR EXISTS (SELECT 1 FROM assignment a
                    WHERE a.case_file_id = c.id AND a.relation = 'assigned' AND a.ended_at IS NULL
                      AND (a.account_id = app_account() AND app_reads_as('assigned')
                           OR a.account_id IN (SELECT app_selves())))));
  END $$;

  CREATE POLICY works_insert ON assignment AS RESTRICTIVE FOR INSERT WITH CHECK (app_works_on_case(case_file_id));
  -- One's own tie may be ended, never widened.
  CREATE POLICY works_update ON assignment AS RESTRICTIVE FOR UPDATE USING (true)
    WITH CHECK (ended_at IS NOT NULL OR app_works_on_case(case_file_id));
  CREATE POLICY works_insert ON person AS RESTRICTIVE FOR INSERT WITH CHECK (app_works_on_case(case_file_id));
  CREATE POLICY works_update ON person AS RESTRICTIVE FOR UPDATE USING (app_works_on_case(case_file_id));
`;

const BARS = `
  -- A circle is widened by who may restrict, a handover included.
  ALTER POLICY changes ON restriction USING (ended_at IS NULL AND (SELECT app_supervises())
    AND team_id = ANY (ARRAY(SELECT app_teams())) AND app_sees_case(case_file_id));
  ALTER POLICY lifts ON recusal USING ((SELECT app_supervises()) AND team_id = ANY (ARRAY(SELECT app_teams()))
    AND account_id <> (SELECT app_account()) AND case_file_id <> ALL (ARRAY(SELECT app_barred_cases())));
`;

const FOUR_EYES = `
  CREATE OR REPLACE FUNCTION require_same_act() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE standing bytea; is_own boolean;
  BEGIN
    IF app_account() IS NOT NULL AND NEW.entered_by IS DISTINCT FROM app_account()::text THEN
      RAISE EXCEPTION 'nobody approves in the name of another' USING ERRCODE = 'RP005';
    END IF;
    SELECT sha256(string_agg(e.commitment, ''::bytea ORDER BY e.seq)), bool_or(e.entered_by = NEW.entered_by)
      INTO standing, is_own
      FROM journal_entry e
     WHERE e.case_file_id = NEW.case_file_id
       AND (e.id = NEW.target_id OR e.kind = 'entry-amended' AND e.target_id = NEW.target_id);
    IF NEW.target_hash IS NULL OR standing IS DISTINCT FROM NEW.target_hash THEN
      RAISE EXCEPTION 'what was approved is not what stands there' USING ERRCODE = 'RP004';
    END IF;
    IF is_own IS NOT FALSE THEN
      RAISE EXCEPTION 'somebody else approves' USING ERRCODE = 'RP005';
    END IF;
    RETURN NULL;
  END $$;
`;
