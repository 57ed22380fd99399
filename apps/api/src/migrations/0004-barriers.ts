import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose change needs a ledger event in the same transaction. Outside: drafts, sessions, attempts, idempotency keys, jobs. */
export const BUSINESS_TABLES = [
  'account',
  'team',
  'team_member',
  'data_key',
  'protocol_version',
  'case_file',
  'assignment',
  'run',
  'journal_entry',
  'step_state',
  'deadline',
  'case_fact',
  'person',
  'child_identity',
  'duplicate_task',
] as const;

/** Case-bound tables with the team beside them, kept right by the foreign key: one comparison a row. */
const BY_TEAM = ['assignment', 'run', 'step_state', 'deadline', 'case_fact'] as const;

/** Case-bound tables that are always read for one case: a look at the case per row. */
const BY_CASE = ['journal_entry', 'person', 'child_identity', 'draft', 'ledger_shown'] as const;

export const CASE_BOUND_TABLES = ['case_file', ...BY_TEAM, ...BY_CASE, 'duplicate_task'] as const;

/** Row-level security that raises without context, and the record that can't be bypassed. */
export class Barriers0004 implements MigrationInterface {
  readonly name = 'Barriers1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTEXT);
    const ofTeam = `team_id = ANY (ARRAY(SELECT app_teams()))`;
    const sees: Record<string, string> = {
      case_file: `${ofTeam} OR lead_id = (SELECT app_account()) OR id = ANY (ARRAY(SELECT app_assigned_cases()))`,
      duplicate_task: `(SELECT app_supervises()) AND (${ofTeam} OR other_team_id = ANY (ARRAY(SELECT app_teams())))`,
    };
    for (const table of BY_TEAM)
      sees[table] = `${ofTeam} OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))`;
    for (const table of BY_CASE) sees[table] = `app_sees_case(case_file_id)`;
    // Not through the case, which looks here itself.
    sees['assignment'] = `${ofTeam} OR account_id = (SELECT app_account())`;
    sees['draft'] = `account_id = (SELECT app_account()) AND app_sees_case(case_file_id)`;
    for (const [table, condition] of Object.entries(sees)) await secure(runner, table, condition);
    for (const table of BUSINESS_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

async function secure(runner: QueryRunner, table: string, sees: string): Promise<void> {
  // Which cases a list showed may be recorded by every reader, an auditor included.
  const writes = table === 'ledger_shown' ? 'true' : '(SELECT app_writes())';
  await runner.query(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY sees ON ${table} USING ((SELECT app_reads()) AND (${sees}));
    CREATE POLICY system_actor ON ${table} USING ((SELECT app_system_sees_cases()));
    CREATE POLICY writes_insert ON ${table} AS RESTRICTIVE FOR INSERT WITH CHECK (${writes});
    CREATE POLICY writes_update ON ${table} AS RESTRICTIVE FOR UPDATE USING (${writes});
    CREATE POLICY writes_delete ON ${table} AS RESTRICTIVE FOR DELETE USING (${writes});
  `);
}

const CONTEXT = `
  -- After COMMIT the setting is '', not NULL.
  CREATE FUNCTION app_context() RETURNS jsonb LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
  DECLARE context text := nullif(current_setting('app.ctx', true), '');
  BEGIN
    IF context IS NULL THEN
      RAISE EXCEPTION 'no security context' USING ERRCODE = 'RP003';
    END IF;
    RETURN context::jsonb;
  END $$;

  CREATE FUNCTION app_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT (app_context() ->> 'account')::uuid $$;

  CREATE FUNCTION app_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'teams') $$;

  CREATE FUNCTION app_assigned_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT case_file_id FROM assignment WHERE account_id = (SELECT app_account()) AND ended_at IS NULL $$;

  CREATE FUNCTION app_own_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_assigned_cases() UNION SELECT id FROM case_file WHERE lead_id = (SELECT app_account()) $$;

  CREATE FUNCTION app_reads() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((app_context() ->> 'reads')::boolean, false) $$;

  CREATE FUNCTION app_writes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((app_context() ->> 'writes')::boolean, false) $$;

  CREATE FUNCTION app_supervises() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() -> 'roles' ? 'supervisor', false) $$;

  -- System actors that work on cases. The others (system:session, system:access) see none.
  CREATE FUNCTION app_system_sees_cases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' IN
         ('system:record', 'system:refold', 'system:migrate', 'system:seed', 'system:duplicates', 'system:rebuild'), false) $$;

  CREATE FUNCTION app_sees_case(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    PERFORM app_context();
    RETURN EXISTS (SELECT 1 FROM case_file WHERE id = looked_for);
  END $$;
`;
