import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A substitution carries the cases of the teams that it was named for: who plans for one team opens no other. */
export class SubstitutionByTeam0032 implements MigrationInterface {
  readonly name = 'SubstitutionByTeam1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SELF);
    await runner.query(CASES);
    await runner.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const SELF = `
  -- Itself, and those whom it stands in for in some team: found by index first, then looked at by team.
  CREATE OR REPLACE FUNCTION app_selves() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_account() WHERE app_reads_as('lead') UNION ALL
       SELECT (it ->> 'accountId')::uuid FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it $$;

  -- Whether what this account holds in this team is one's own: as itself, or by a substitution named for the team.
  CREATE FUNCTION app_is_self(whose uuid, team uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT whose = app_account() AND app_reads_as('lead')
           OR EXISTS (SELECT 1 FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it
                       WHERE it ->> 'accountId' = whose::text AND it -> 'teamIds' ? team::text) $$;
`;

const CASES = `
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
        WHERE account_id = (SELECT app_account()) AND until_at > (SELECT app_now()) AND (SELECT app_reads_as('break-glass')) $$;

  CREATE OR REPLACE FUNCTION app_own_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_assigned_cases() UNION
       SELECT id FROM case_file WHERE lead_id = ANY (ARRAY(SELECT app_selves())) AND app_is_self(lead_id, team_id) $$;

  CREATE OR REPLACE FUNCTION app_works_on_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN app_system_sees_cases() OR EXISTS (
      SELECT 1 FROM case_file c WHERE c.id = looked_for AND (
        c.team_id IN (SELECT app_case_teams()) OR app_is_self(c.lead_id, c.team_id)
        OR EXISTS (SELECT 1 FROM assignment a
                    WHERE a.case_file_id = c.id AND a.relation = 'assigned' AND a.ended_at IS NULL
                      AND (a.account_id = app_account() AND app_reads_as('assigned')
                           OR app_is_self(a.account_id, a.team_id)))));
  END $$;
`;

const POLICIES = `
  ALTER POLICY sees ON case_file USING ((SELECT app_reads()) AND (team_id = ANY (ARRAY(SELECT app_case_teams()))
    OR lead_id = ANY (ARRAY(SELECT app_selves())) AND app_is_self(lead_id, team_id)
    OR id = ANY (ARRAY(SELECT app_assigned_cases()))));
  ALTER POLICY sees ON assignment USING ((SELECT app_reads()) AND (team_id = ANY (ARRAY(SELECT app_case_teams()))
    OR account_id = (SELECT app_account())
    OR account_id = ANY (ARRAY(SELECT app_selves())) AND app_is_self(account_id, team_id)));
`;
