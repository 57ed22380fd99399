/** What policies compare with: sets of ids that functions of the context give. */
const AS_ARRAYS = [
  ...['teams', 'case_teams', 'selves', 'shut_cases', 'barred_cases'],
  ...['audited_cases', 'own_cases', 'open_missions', 'assigned_cases', 'missions'],
] as const;

const asArray = (name: (typeof AS_ARRAYS)[number]): string =>
  `CREATE FUNCTION app_${name}_array() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS
    $$ BEGIN RETURN ARRAY(SELECT it FROM app_${name}() AS it); END $$;`;

/**
 * Who acts, and what they reach: what the application says once a transaction, in `app.ctx`. Each function raises without it; so
 * does every policy that asks one.
 */
export const CONTEXT = `
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

  CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT (app_context() ->> 'now')::timestamptz $$;

  CREATE FUNCTION app_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'teams') $$;

  -- Teams whose cases the account sees: its own, and those that it is on duty for.
  CREATE FUNCTION app_case_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text((app_context() -> 'teams') || (app_context() -> 'dutyTeams')) $$;

  -- Whether some role of the account reads cases through this relation.
  CREATE FUNCTION app_reads_as(relation text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_context() -> 'relations' ? relation $$;

  -- Itself, and those whom it stands in for in some team: found by index first, then looked at by team.
  CREATE FUNCTION app_selves() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_account() WHERE app_reads_as('lead') UNION ALL
       SELECT (it ->> 'accountId')::uuid FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it $$;

  -- Whether what this account holds in this team is one's own: as itself, or by a substitution named for the team.
  CREATE FUNCTION app_is_self(whose uuid, team uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT whose = app_account() AND app_reads_as('lead')
           OR EXISTS (SELECT 1 FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it
                       WHERE it ->> 'accountId' = whose::text AND it -> 'teamIds' ? team::text) $$;

  CREATE FUNCTION app_reads() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((app_context() ->> 'reads')::boolean, false) $$;

  CREATE FUNCTION app_writes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((app_context() ->> 'writes')::boolean, false) $$;

  CREATE FUNCTION app_supervises() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() -> 'roles' ? 'supervisor', false) $$;

  CREATE FUNCTION app_audits() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((app_context() ->> 'audits')::boolean, false) $$;

  -- Of which a circle or a conflict of interest takes away every right.
  CREATE FUNCTION app_shut_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'barred') $$;

  -- Those of them that are not open in an emergency: not even read.
  CREATE FUNCTION app_barred_cases() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'barred')
        WHERE NOT coalesce(app_context() -> 'rescued' ? value, false) $$;

  -- What the policies read of a system actor, at this moment: as \`securityContext\` of the application says it.
  CREATE FUNCTION system_context(actor text, at text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT jsonb_build_object('system', actor, 'now', at) || '{"account": null, "roles": [], "relations": [], "teams": [],
         "dutyTeams": [], "standsInFor": [], "barred": [], "rescued": [], "reads": false, "writes": true, "audits": false}' $$;

  -- System actors that work on cases. The others (system:session, system:access) see none.
  CREATE FUNCTION app_system_sees_cases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' IN
         ('system:record', 'system:refold', 'system:migrate', 'system:seed', 'system:duplicates', 'system:rebuild'), false) $$;

  CREATE FUNCTION app_system_tries_cases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' = 'system:dry-run', false) $$;

  -- Who comes in: finds out what this account reaches, and sees nothing else of a case.
  CREATE FUNCTION app_finds_reach() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' = 'system:session', false) $$;

  CREATE FUNCTION app_erases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' = 'system:erase', false) $$;

  -- What a policy compares with, as arrays. In this language their plans are kept by the connection: a function in SQL is planned
  -- anew in every statement, for every table that it guards.
  ${AS_ARRAYS.map(asArray).join('\n  ')}
`;
