/** Tables whose rows, or these columns of them, say what somebody reaches. `UPDATE` alone: a new one gives nobody anything. */
const GIVES_REACH = {
  account: 'UPDATE OF roles, disabled_at, starts_on, ends_on',
  team: 'UPDATE OF name, territory',
  team_member: 'INSERT OR UPDATE OR DELETE',
  duty: 'INSERT OR UPDATE OR DELETE',
  substitution: 'INSERT OR UPDATE OR DELETE',
  restriction: 'INSERT OR UPDATE OR DELETE',
  recusal: 'INSERT OR UPDATE OR DELETE',
  break_glass: 'INSERT OR UPDATE OR DELETE',
  // A name in the record is made once; it goes with an erasure.
  alias: 'UPDATE OR DELETE',
} as const;

/**
 * The mark of what everybody reaches: another one after each transaction that changed any of it, and from the same moment. Moved as
 * that transaction commits, so that its lock waits for no other.
 */
const SCOPE_MARK = `
  CREATE TABLE scope_mark (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    mark uuid NOT NULL DEFAULT gen_random_uuid(),
    -- The transaction that moved it.
    xid xid8 NOT NULL DEFAULT pg_current_xact_id()
  );
  INSERT INTO scope_mark DEFAULT VALUES;
  GRANT SELECT ON scope_mark TO repere_space;

  CREATE FUNCTION move_scope_mark() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- Once a transaction. Not by \`xid\` alone: a restored database counts anew.
    UPDATE scope_mark SET mark = gen_random_uuid(), xid = pg_current_xact_id()
     WHERE NOT (xid = pg_current_xact_id() AND xmin = pg_current_xact_id()::xid);
    RETURN NULL;
  END $$;
  ${Object.entries(GIVES_REACH)
    .map(
      ([table, changes]) => `
  CREATE CONSTRAINT TRIGGER moves_scope_mark AFTER ${changes} ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_scope_mark();`,
    )
    .join('')}
`;

/** Who comes in: what a transaction is told of before anything is done in it. */
export const ENTERING = `
  ${SCOPE_MARK}
  -- Finds out what this account reaches, as system:session, and tells the transaction that it acts. \`rights\`: of each role what
  -- the policies ask; as \`securityContext\` of the application says it, which a test compares.
  CREATE FUNCTION enter_account(who uuid, its_roles text[], its_teams uuid[], at text, rights jsonb) RETURNS jsonb
    LANGUAGE plpgsql AS $$
  DECLARE
    reach jsonb;
    relations jsonb;
    is_of_teams boolean;
    may_write boolean;
    told text;
  BEGIN
    -- Each statement is planned once a connection, for everybody: to plan a list of work takes longer than to run it, and with its
    -- parameters in sight PostgreSQL would plan it anew each time.
    told := set_config('plan_cache_mode', 'force_generic_plan', true);
    told := set_config('app.ctx', system_context('system:session', at)::text, true);
    SELECT coalesce(jsonb_agg(DISTINCT relation) FILTER (WHERE relation IS NOT NULL), '[]'),
           coalesce(bool_or((rights -> role ->> 'isOfTeams')::boolean), false),
           coalesce(bool_or((rights -> role ->> 'writes')::boolean), false)
      INTO relations, is_of_teams, may_write
      FROM unnest(its_roles) AS role LEFT JOIN LATERAL jsonb_array_elements_text(rights -> role -> 'relations') AS relation ON true;
    WITH related AS (SELECT team_id, relation, instead_of FROM team_relation_now WHERE account_id = who)
    SELECT jsonb_build_object(
      'dutyTeamIds', ARRAY(SELECT DISTINCT team_id FROM related WHERE relation = 'on-duty'),
      'standsInFor', (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', instead_of, 'teamIds', team_ids)), '[]')
                        FROM (SELECT instead_of, array_agg(DISTINCT team_id) AS team_ids FROM related
                               WHERE relation = 'substitute' GROUP BY instead_of) AS absent),
      'supervisedTeamIds', ARRAY(SELECT DISTINCT team_id FROM related WHERE relation = 'supervisor' AND instead_of IS NOT NULL),
      'barredIds', ARRAY(SELECT case_file_id FROM recusal WHERE account_id = who AND lifted_at IS NULL
                         UNION
                         SELECT r.case_file_id FROM restriction r WHERE r.ended_at IS NULL AND who <> ALL (r.circle)),
      'isOfCircle', EXISTS (SELECT 1 FROM restriction r WHERE r.ended_at IS NULL AND who = ANY (r.circle)),
      -- Of whom no role reads what was opened in an emergency, a broken glass passes no circle.
      'rescuedIds', ARRAY(SELECT b.case_file_id FROM break_glass b
                           WHERE relations ? 'break-glass-restricted' AND b.account_id = who AND b.ended_at IS NULL AND b.until_at > at::timestamptz
                             AND NOT EXISTS (SELECT 1 FROM recusal c WHERE c.account_id = who AND c.case_file_id = b.case_file_id
                                                                       AND c.lifted_at IS NULL)))
      INTO reach;
    told := set_config('app.ctx', jsonb_build_object('account', who, 'system', NULL, 'now', at, 'roles', its_roles,
      'relations', relations,
      'teams', CASE WHEN is_of_teams THEN to_jsonb(its_teams) || (reach -> 'supervisedTeamIds') ELSE '[]' END,
      'dutyTeams', CASE WHEN is_of_teams THEN reach -> 'dutyTeamIds' ELSE '[]' END,
      'standsInFor', CASE WHEN relations ? 'substitute' THEN reach -> 'standsInFor' ELSE '[]' END,
      'barred', reach -> 'barredIds', 'rescued', reach -> 'rescuedIds',
      'reads', jsonb_array_length(relations - 'mission') > 0, 'writes', may_write, 'audits', relations ? 'mission')::text, true);
    RETURN reach;
  END $$;

  -- Until when what somebody reaches is as at this moment, as far as time alone changes it. Days of accounts begin and end at a
  -- quarter of an hour, in whatever zone.
  CREATE FUNCTION scope_lasts_until(who uuid, at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT least(date_bin('15 minutes', at, '2000-01-01Z') + interval '15 minutes', min(moment))
      FROM (SELECT unnest(ARRAY[greatest(from_at, named_at), least(ended_at, until_at)]) AS moment FROM duty WHERE account_id = who
            UNION ALL
            SELECT unnest(ARRAY[greatest(from_at, named_at), least(ended_at, until_at)]) FROM substitution WHERE substitute_id = who
            UNION ALL
            SELECT unnest(ARRAY[ended_at, until_at]) FROM break_glass WHERE account_id = who) AS moments
     WHERE moment > at $$;

  -- The session of this token with its account, which acts from here on; no row: none, or not of an open account. Whether the
  -- session is open and was opened by us, the application asks before it goes on. Whoever knows what this account reaches, at the
  -- mark that still stands, says so, and it is not found again: \`known\` is the context, \`known_scope\` what
  -- policies compare with by it; \`teams\`, \`reach\` and \`scope\` are NULL then.
  CREATE FUNCTION enter_session(hash bytea, at text, rights jsonb, known_mark uuid, known_account uuid, known text,
                                known_scope text[]) RETURNS TABLE (
    id uuid, name text, roles text[], language text, session_id uuid, strength text, strengthened_at timestamptz, browser text,
    system text, token_hash bytea, created_at timestamptz, last_seen_at timestamptz, challenge bytea, challenge_at timestamptz,
    mac bytea, provider text, teams jsonb, alias text, reach jsonb, mark uuid, lasts_until timestamptz, scope text[]) LANGUAGE plpgsql ROWS 1 AS $$
  #variable_conflict use_column
  DECLARE told text;
  BEGIN
    -- The mark is read before what it stands for, never after.
    SELECT a.id, a.name, a.roles, a.language, s.id, s.strength, s.strengthened_at, s.browser, s.system, s.token_hash, s.created_at,
           s.last_seen_at, s.challenge, s.challenge_at, CASE WHEN NOT EXISTS (SELECT FROM retired_mac r WHERE r.mac = s.mac) THEN s.mac END,
           (SELECT p.provider FROM provider_session p WHERE p.session_hash = s.token_hash), (SELECT m.mark FROM scope_mark m)
      INTO id, name, roles, language, session_id, strength, strengthened_at, browser, system, token_hash, created_at, last_seen_at,
           challenge, challenge_at, mac, provider, mark
      FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.token_hash = hash AND account_is_open(a);
    IF NOT FOUND THEN RETURN; END IF;
    IF mark = known_mark AND id = known_account THEN
      told := set_config('plan_cache_mode', 'force_generic_plan', true);
      PERFORM enter_scope(known, known_scope);
      RETURN NEXT;
      RETURN;
    END IF;
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'territory', t.territory) ORDER BY t.name)
                       FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]'),
           (SELECT n.alias FROM alias n WHERE n.kind = 'account' AND n.subject = a.id::text)
      INTO teams, alias
      FROM (SELECT id) AS a;
    reach := enter_account(id, roles, ARRAY(SELECT (team ->> 'id')::uuid FROM jsonb_array_elements(teams) AS team), at, rights);
    lasts_until := scope_lasts_until(id, at::timestamptz);
    scope := lasting_scope();
    RETURN NEXT;
  END $$;
`;
