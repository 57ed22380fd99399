/**
 * Who has a relation to a case, said once: `case_relation` with its past, `case_relation_now` as it holds at the space's clock. Relations of
 * people to a whole team stands below it, in `team_relation` and `team_relation_now`.
 */
export const relations = (): readonly string[] => [
  view('team_relation', Object.values(BY_TEAM).map(inTeam)),
  view('case_relation', CASE_ARMS),
  ASKED_BY_ROW,
  NOW,
  `GRANT SELECT ON team_relation, team_relation_now, case_relation, case_relation_now TO repere_space`,
];

/** Columns of a view after the first. `since`: unless said, not kept by the space's clock; `until`: unless said, no end is set. */
interface RelationArm {
  readonly account: string;
  /** A name, or a column. */
  readonly relation: string;
  readonly since?: string;
  readonly until?: string;
  readonly insteadOf?: string;
  /** Id of the row by which. */
  readonly via?: string;
  readonly from: string;
  readonly where?: string;
}

/** A relation to a whole team, whose id is `team`. */
interface TeamRelationArm extends RelationArm {
  readonly team: string;
}

const OF_SUBSTITUTION = {
  account: 's.substitute_id',
  since: 'greatest(s.from_at, s.named_at)',
  until: 'least(s.ended_at, s.until_at)',
  insteadOf: 's.absent_id',
  via: 's.id',
} as const;

/** Roles are those of now. */
const BY_TEAM = {
  member: { team: 'm.team_id', account: 'm.account_id', relation: `'team'`, from: 'team_member m' },
  supervisor: {
    ...{ team: 'm.team_id', account: 'm.account_id', relation: `'supervisor'` },
    from: `team_member m JOIN account a ON a.id = m.account_id AND 'supervisor' = ANY (a.roles)`,
  },
  duty: {
    ...{ team: 'd.team_id', account: 'd.account_id', relation: `'on-duty'`, via: 'd.id' },
    ...{ since: 'greatest(d.from_at, d.named_at)', until: 'least(d.ended_at, d.until_at)' },
    from: 'duty d',
  },
  /** Of the team's cases, of those only that the absent person leads or works on. */
  substitute: {
    ...{ ...OF_SUBSTITUTION, team: 't.id', relation: `'substitute'` },
    from: 'substitution s CROSS JOIN unnest(s.team_ids) AS t (id)',
  },
  /** A supervisor lends another one the teams that are theirs and that the substitution was named for. */
  lent: {
    ...{ ...OF_SUBSTITUTION, team: 'm.team_id', relation: 'k.relation' },
    from: `substitution s JOIN team_member m ON m.account_id = s.absent_id AND m.team_id = ANY (s.team_ids)
             JOIN account a ON a.id = s.absent_id AND 'supervisor' = ANY (a.roles)
             JOIN account b ON b.id = s.substitute_id AND 'supervisor' = ANY (b.roles)
            CROSS JOIN (VALUES ('team'), ('supervisor')) AS k (relation)`,
  },
} as const satisfies Record<string, TeamRelationArm>;

const arm = (first: string, { account, relation, from, where, ...it }: RelationArm): string =>
  `SELECT ${first}, ${account} AS account_id, ${relation} AS relation, ${it.since ?? 'NULL::timestamptz'} AS since,
          ${it.until ?? 'NULL::timestamptz'} AS until, ${it.insteadOf ?? 'NULL::uuid'} AS instead_of, ${it.via ?? 'NULL::uuid'} AS via
     FROM ${from}${where === undefined ? '' : ` WHERE ${where}`}`;

const inTeam = (it: TeamRelationArm): string => arm(`${it.team} AS team_id`, it);

/** Joined here, and not through `team_relation`: PostgreSQL looks nothing up by index in a view of several tables that it joins. */
const inCases = (it: TeamRelationArm): string =>
  arm('c.id AS case_id', { ...it, from: `${it.from} JOIN case_file c ON c.team_id = ${it.team}` });

const { substitute, ...WHOLE_TEAM } = BY_TEAM;

const CASE_ARMS: readonly string[] = [
  arm('c.id AS case_id', {
    ...{ account: 'c.lead_id', relation: `'lead'`, from: 'case_file c', where: 'c.lead_id IS NOT NULL' },
  }),
  // An approver by the act to approve, a partner by the line in the register of sharing.
  arm('g.case_file_id AS case_id', {
    ...{ account: 'g.account_id', relation: 'g.relation', since: 'g.since', from: 'assignment g' },
    ...{ until: 'least(g.ended_at, g.until_at)', via: 'coalesce(g.entry_id, g.sharing_id)' },
  }),
  arm('g.case_file_id AS case_id', {
    ...{ account: 'g.account_id', relation: `'break-glass'`, from: 'break_glass g', via: 'g.id' },
    ...{ since: 'g.opened_at', until: 'least(g.ended_at, g.until_at)' },
  }),
  arm('c.id AS case_id', {
    ...substitute,
    from: `${substitute.from} JOIN case_file c ON c.team_id = ${substitute.team} AND c.lead_id = s.absent_id`,
  }),
  arm('g.case_file_id AS case_id', {
    ...substitute,
    ...{
      since: `greatest(${substitute.since}, g.since)`,
      until: `least(${substitute.until}, g.ended_at, g.until_at)`,
    },
    from: `${substitute.from} JOIN assignment g ON g.team_id = ${substitute.team} AND g.account_id = s.absent_id`,
    where: `g.relation = 'assigned'`,
  }),
  ...Object.values(WHOLE_TEAM).map(inCases),
  arm('k.case_file_id AS case_id', {
    ...{ account: 'a.id', relation: `'mission'`, since: 'm.opened_at', until: 'm.closed_at', via: 'm.id' },
    from: `mission_case k JOIN mission m ON m.id = k.mission_id
            CROSS JOIN unnest(m.auditor_ids) AS t (id) JOIN account a ON a.id = t.id AND 'auditor' = ANY (a.roles)`,
    where: `m.state <> 'draft'`,
  }),
];

/** Read with the policies of whoever asks. */
const view = (name: string, arms: readonly string[]): string =>
  `CREATE VIEW ${name} WITH (security_invoker) AS ${arms.join('\nUNION ALL\n')}`;

/** Of a row `r`: by the space's clock, and between accounts that are open. Who is not has no relation, and lends none. */
const HOLDS = `coalesce(r.since <= (SELECT app_now()), true) AND coalesce(r.until > (SELECT app_now()), true)
       AND is_open_account(r.account_id) AND (r.instead_of IS NULL OR is_open_account(r.instead_of))`;

/**
 * Functions, and not conditions in the views: there PostgreSQL plans them once for each kind of relation, which took longer
 * than to ask them of the few rows that are left.
 */
const ASKED_BY_ROW = `
  CREATE FUNCTION is_open_account(looked_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
  BEGIN
    RETURN EXISTS (SELECT 1 FROM account a WHERE a.id = looked_for AND account_is_open(a));
  END $$;

  CREATE FUNCTION is_in_conflict(looked_for uuid, who uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  BEGIN
    RETURN EXISTS (SELECT 1 FROM recusal x WHERE x.case_file_id = looked_for AND x.account_id = who AND x.lifted_at IS NULL);
  END $$;

  CREATE FUNCTION is_outside_circle(looked_for uuid, who uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
  BEGIN
    RETURN EXISTS (SELECT 1 FROM restriction x WHERE x.case_file_id = looked_for AND x.ended_at IS NULL AND who <> ALL (x.circle));
  END $$;
`;

const NOW = `
  CREATE VIEW team_relation_now WITH (security_invoker) AS SELECT r.* FROM team_relation r WHERE ${HOLDS};

  -- Whom a conflict of interest or a circle bars has no relation; breaking the glass passes the circle, as a relation of its own.
  -- Whoever asks and is barred does not even see what bars them, hence their own lists.
  CREATE VIEW case_relation_now WITH (security_invoker) AS
    SELECT r.* FROM case_relation r
     WHERE ${HOLDS} AND NOT is_in_conflict(r.case_id, r.account_id) AND NOT is_outside_circle(r.case_id, r.account_id)
       AND r.case_id <> ALL ((SELECT app_shut_cases_array())::uuid[])
    UNION ALL
    SELECT r.case_id, r.account_id, 'break-glass-restricted', r.since, r.until, r.instead_of, r.via FROM case_relation r
     WHERE r.relation = 'break-glass'
       AND ${HOLDS} AND NOT is_in_conflict(r.case_id, r.account_id) AND is_outside_circle(r.case_id, r.account_id)
       AND r.case_id <> ALL ((SELECT app_barred_cases_array())::uuid[]);
`;
