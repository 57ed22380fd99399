/** What policies compare with: sets of ids that functions give. These find theirs in the context, */
const TOLD = ['teams', 'case_teams', 'selves', 'shut_cases', 'barred_cases'] as const;
/** And these in rows, which other transactions change. */
const FOUND = ['audited_cases', 'cases_elsewhere', 'open_missions', 'assigned_cases', 'missions'] as const;

/** What policies ask of who acts, by name: its type, and where the context has it. */
const FACTS = {
  account: ['uuid', `(app_context() ->> 'account')::uuid`],
  now: ['timestamptz', `(app_context() ->> 'now')::timestamptz`],
  // The account itself, where some role of it reads what it leads.
  self: ['uuid', `CASE WHEN app_reads_as('lead') THEN (app_context() ->> 'account')::uuid END`],
  reads: ['boolean', `coalesce((app_context() ->> 'reads')::boolean, false)`],
  writes: ['boolean', `coalesce((app_context() ->> 'writes')::boolean, false)`],
  audits: ['boolean', `coalesce((app_context() ->> 'audits')::boolean, false)`],
  supervises: ['boolean', `coalesce(app_context() -> 'roles' ? 'supervisor', false)`],
  // The roles with `review-protocol`, which a test compares.
  reviews_protocols: [
    'boolean',
    `coalesce(app_context() -> 'roles' ?| ARRAY['supervisor', 'protocol-editor'], false)`,
  ],
  // A draft of a protocol is told on what trainers wrote.
  tells_lessons: ['boolean', `coalesce(app_context() ->> 'system' = 'system:lessons', false)`],
  // System actors that work on cases. The others (system:session, system:access) see none.
  system_sees_cases: [
    'boolean',
    `coalesce(app_context() ->> 'system' IN
       ('system:record', 'system:recompute', 'system:migrate', 'system:seed', 'system:duplicates', 'system:rebuild'), false)`,
  ],
  system_tries_cases: ['boolean', `coalesce(app_context() ->> 'system' = 'system:dry-run', false)`],
  // Who comes in: finds out what this account reaches, and sees nothing else of a case.
  finds_reach: ['boolean', `coalesce(app_context() ->> 'system' = 'system:session', false)`],
  erases: ['boolean', `coalesce(app_context() ->> 'system' = 'system:erase', false)`],
} as const;

/**
 * A function that finds its value once for each `app.ctx` of a transaction, and keeps it in a setting of that transaction. The
 * values belong to the context whose text stands in `app.scope_of`: with another context there are none, whoever set it and however.
 * In this language its plan is kept by the connection. It writes a setting, which PostgreSQL refuses while a
 * statement runs in parallel: none does that asks it.
 *
 * What is found in `rows` is kept as long as the transaction has neither locked nor changed any: whoever waited for a row may have
 * lost meanwhile what they had before, and a transaction sees what it changed itself. From then on each statement finds it anew.
 * `none`: where there can be none, whatever the rows say.
 */
const once = (
  name: string,
  type: string,
  value: string,
  {
    rows = false,
    quick,
    none,
  }: { readonly rows?: boolean; readonly quick?: Quick; readonly none?: string | undefined } = {},
): string => `
  CREATE FUNCTION ${name}() RETURNS ${type} LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  DECLARE known text; found ${type};
  BEGIN${rows ? `${none === undefined ? '' : `\n    IF ${none} THEN RETURN '{}'; END IF;`}\n    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN ${value}; END IF;` : ''}
    IF current_setting('app.scope_of', true) = nullif(current_setting('app.ctx', true), '') THEN
      known := current_setting('app.scope.${name}', true);
      IF known <> '' THEN RETURN nullif(known, '-')::${type}; END IF;
    ELSE
      known := begin_scope();
    END IF;
    ${quick ? `IF ${quick.where} THEN found := ${quick.value}; ELSE found := ${value}; END IF;` : `found := ${value};`}
    known := set_config('app.scope.${name}', coalesce(found::text, '-'), true);
    RETURN found;
  END $$;`;

/** Who has no right to what is found in rows finds none: no row is looked for. */
const NONE: Readonly<Partial<Record<(typeof FOUND)[number], string>>> = {
  audited_cases: 'NOT app_audits()',
  open_missions: 'NOT app_audits()',
  missions: 'NOT app_audits() AND NOT app_supervises()',
};

/** The same value where this holds, by an expression without a query: what PL/pgSQL computes by itself, it computes ten times as fast. */
interface Quick {
  readonly where: string;
  readonly value: string;
}

/** An array of ids in the context, as it stands there. */
const idsIn = (json: string): string => `translate((${json})::text, '[]"', '{}')::uuid[]`;

/** Of those that are told, what is as it stands in the context, for most people at least. */
const QUICK: Readonly<Record<(typeof TOLD)[number], Quick>> = {
  teams: { where: 'true', value: idsIn(`app_context() -> 'teams'`) },
  case_teams: { where: 'true', value: idsIn(`(app_context() -> 'teams') || (app_context() -> 'dutyTeams')`) },
  selves: {
    where: `app_context() -> 'standsInFor' = '[]'`,
    value: `CASE WHEN app_reads_as('lead') THEN ARRAY[(app_context() ->> 'account')::uuid] ELSE '{}' END`,
  },
  shut_cases: { where: 'true', value: idsIn(`app_context() -> 'barred'`) },
  barred_cases: { where: `app_context() -> 'rescued' = '[]'`, value: idsIn(`app_context() -> 'barred'`) },
};

const asArray = (name: string) =>
  [`app_${name}_array`, 'uuid[]', `ARRAY(SELECT it FROM app_${name}() AS it)`] as const;

/** Names of the settings that hold a scope. */
const KEPT = [
  ...Object.keys(FACTS).map((name) => `app_${name}`),
  ...['substitutions', ...TOLD, ...FOUND].map((name) => `app_${name}_array`),
];

/** Of these what follows from the context alone, whatever the hour: it is the same for each request of somebody, as long as the context is. */
const LASTING = KEPT.filter((name) => name !== 'app_now' && !FOUND.some((it) => name === `app_${it}_array`));

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

  -- Nothing is known yet of the context that stands there now. The first one of a transaction finds nothing to forget.
  CREATE FUNCTION begin_scope() RETURNS text LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  DECLARE context jsonb := app_context(); cleared text;
  BEGIN
    IF current_setting('app.scope_of', true) <> '' THEN
      ${KEPT.map(
        (name) =>
          `IF current_setting('app.scope.${name}', true) <> '' THEN cleared := set_config('app.scope.${name}', '', true); END IF;`,
      ).join('\n      ')}
    END IF;
    RETURN set_config('app.scope_of', current_setting('app.ctx'), true);
  END $$;

  -- Whether some role of the account reads cases through this relation.
  CREATE FUNCTION app_reads_as(relation text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT app_context() -> 'relations' ? relation $$;
  ${Object.entries(FACTS)
    .map(([name, [type, value]]) => once(`app_${name}`, type, value))
    .join('')}

  CREATE FUNCTION app_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text(app_context() -> 'teams') $$;

  -- Teams whose cases the account sees: its own, and those that it is on duty for.
  CREATE FUNCTION app_case_teams() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT value::uuid FROM jsonb_array_elements_text((app_context() -> 'teams') || (app_context() -> 'dutyTeams')) $$;

  -- Itself, and those whom it stands in for in some team: found by index first, then looked at by team.
  CREATE FUNCTION app_selves() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT (app_context() ->> 'account')::uuid WHERE app_reads_as('lead') UNION ALL
       SELECT (it ->> 'accountId')::uuid FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it $$;

  -- Each absent person with each team that the substitution was named for, as one text.
  ${once(
    'app_substitutions_array',
    'text[]',
    `ARRAY(SELECT (it ->> 'accountId') || team FROM jsonb_array_elements(app_context() -> 'standsInFor') AS it,
             jsonb_array_elements_text(it -> 'teamIds') AS team)`,
  )}

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

  -- What a policy compares with, as arrays.
  ${TOLD.map((name) => once(...asArray(name), { quick: QUICK[name] })).join('')}
  ${FOUND.map((name) => once(...asArray(name), { rows: true, none: NONE[name] })).join('')}

  -- What follows from the context alone, as its settings hold it: for who hands it in with the same context again.
  CREATE FUNCTION lasting_scope() RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  BEGIN
    RETURN ARRAY[${LASTING.map((name) => `coalesce(${name}()::text, '-')`).join(', ')}];
  END $$;

  -- Tells the transaction the context with what follows from it, as it was found before: once, before anything was asked of another.
  CREATE FUNCTION enter_scope(context text, scope text[]) RETURNS void LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  DECLARE told text;
  BEGIN
    told := set_config('app.ctx', context, true);
    IF current_setting('app.scope_of', true) <> '' OR cardinality(scope) IS DISTINCT FROM ${String(LASTING.length)} THEN RETURN; END IF;
    told := set_config('app.scope_of', context, true)${LASTING.map(
      (name, at) => `\n      || set_config('app.scope.${name}', scope[${String(at + 1)}], true)`,
    ).join('')};
  END $$;
`;

/** Whether what somebody holds in this team is one's own: as oneself, or by a substitution named for the team. Columns of a row. */
export const isSelf = (whose: string, team: string): string =>
  `(${whose} = ANY ((SELECT app_selves_array())::uuid[]) AND (${whose} = (SELECT app_self())
      OR ${whose}::text || ${team}::text = ANY ((SELECT app_substitutions_array())::text[])))`;
