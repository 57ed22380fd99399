/**
 * How a case goes: two functions of the owner's, in one transaction with the event between them. `destroy_case_key` checks what
 * two persons agreed to and empties the key, so that the event is sealed under the space's; `forget_case` takes every row away.
 * The application's role may call them and delete none of this itself.
 */
export const ERASING = `
  -- Each table with row-level security lets the erasing context in. Call it again after making one that is bound to a case.
  CREATE FUNCTION let_erasure_in() RETURNS void LANGUAGE plpgsql AS $$
  DECLARE t regclass;
  BEGIN
    FOR t IN SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity
                AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'erases') LOOP
      EXECUTE format('CREATE POLICY erases ON %s USING ((SELECT app_erases()))', t);
    END LOOP;
  END $$;

  CREATE FUNCTION become_erasing() RETURNS void LANGUAGE sql AS $$
    SELECT set_config('app.ctx', jsonb_build_object('account', NULL, 'system', 'system:erase', 'now', app_context() -> 'now',
      'roles', '[]'::jsonb, 'relations', '[]'::jsonb, 'teams', '[]'::jsonb, 'dutyTeams', '[]'::jsonb, 'standsInFor', '[]'::jsonb,
      'barred', '[]'::jsonb, 'reads', false, 'writes', true, 'audits', false)::text, true) $$;

  -- Whether an open mission's sample holds the case: a yes or no, of missions that the asker may not see.
  CREATE FUNCTION case_in_open_mission(looked_for uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    found boolean;
    before text := current_setting('app.ctx');
  BEGIN
    PERFORM become_erasing();
    found := EXISTS (SELECT 1 FROM mission_case c JOIN mission m ON m.id = c.mission_id
                      WHERE c.case_file_id = looked_for AND m.state = 'open');
    PERFORM set_config('app.ctx', before, true);
    RETURN found;
  END $$;

  -- What an approval is bound to: the case with its last entry, and its child.
  CREATE FUNCTION erasure_hash(looked_for uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws('|', c.id, c.seq, encode(sha256(c.child), 'hex'),
             (SELECT count(*) FROM letter l WHERE l.case_file_id = c.id), (SELECT count(*) FROM case_document d WHERE d.case_file_id = c.id),
             (SELECT count(*) FROM appointment a WHERE a.case_file_id = c.id),
             (SELECT count(*) FROM case_conference f WHERE f.case_file_id = c.id),
             (SELECT count(*) FROM conference_action f WHERE f.case_file_id = c.id)), 'UTF8')), 'hex')
      FROM case_file c WHERE c.id = looked_for $$;

  -- Gives how many events lose their content, and the SHA-256 over their numbers, one a line, ascending.
  CREATE FUNCTION destroy_case_key(wanted uuid, OUT events integer, OUT events_hash text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    asked erasure%ROWTYPE;
    approver uuid := app_account();
    before text := current_setting('app.ctx');
  BEGIN
    SELECT * INTO asked FROM erasure WHERE id = wanted AND outcome IS NULL FOR UPDATE;
    IF NOT FOUND OR approver IS NULL OR NOT app_supervises() OR NOT app_sees_case(asked.case_file_id) THEN
      RAISE EXCEPTION 'no such erasure for this account' USING ERRCODE = 'RP010';
    END IF;
    IF approver = asked.proposed_by THEN
      RAISE EXCEPTION 'an erasure takes two persons' USING ERRCODE = 'RP011';
    END IF;
    PERFORM become_erasing();
    PERFORM 1 FROM case_file WHERE id = asked.case_file_id FOR UPDATE;
    IF erasure_hash(asked.case_file_id) IS DISTINCT FROM asked.hash THEN
      RAISE EXCEPTION 'the case is not what was proposed' USING ERRCODE = 'RP012';
    END IF;
    IF case_in_open_mission(asked.case_file_id)
       OR EXISTS (SELECT 1 FROM legal_hold WHERE case_file_id = asked.case_file_id AND lifted_at IS NULL)
       OR EXISTS (SELECT 1 FROM case_file WHERE id = asked.case_file_id AND closed_on IS NULL) THEN
      RAISE EXCEPTION 'the case is held, examined, or not closed' USING ERRCODE = 'RP013';
    END IF;
    INSERT INTO erased_event (event_seq, erasure_id)
      SELECT ledger_seq, wanted FROM journal_entry WHERE case_file_id = asked.case_file_id
      UNION SELECT event_seq, wanted FROM ledger_payload WHERE key_id = asked.case_key_id;
    SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(event_seq::text, E'\\n' ORDER BY event_seq), ''), 'UTF8')), 'hex')
      INTO events, events_hash FROM erased_event WHERE erasure_id = wanted;
    UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = asked.case_key_id;
    PERFORM set_config('app.ctx', before, true);
  END $$;

  CREATE FUNCTION forget_case(wanted uuid, event bigint, at timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    gone erasure%ROWTYPE;
    approver uuid := app_account();
    before text := current_setting('app.ctx');
    bundles uuid[];
    left_over text[];
    again text[];
    statement text;
  BEGIN
    PERFORM become_erasing();
    SELECT * INTO gone FROM erasure WHERE id = wanted AND outcome IS NULL FOR UPDATE;
    IF NOT FOUND OR NOT EXISTS (SELECT 1 FROM data_key WHERE id = gone.case_key_id AND wrapped IS NULL) THEN
      RAISE EXCEPTION 'its key is not destroyed' USING ERRCODE = 'RP010';
    END IF;
    UPDATE erasure SET case_file_id = NULL, outcome = 'done', settled_by = approver, settled_at = at, approved_hash = hash,
                       event_seq = event WHERE id = wanted;
    bundles := ARRAY(SELECT id FROM audit_bundle WHERE case_file_ids @> ARRAY[gone.case_file_id]);
    DELETE FROM audit_bundle_file WHERE bundle_id = ANY (bundles);
    DELETE FROM audit_bundle WHERE id = ANY (bundles);
    DELETE FROM job WHERE subject = gone.case_file_id OR subject = ANY (bundles);
    DELETE FROM alias WHERE kind = 'case' AND subject = gone.case_file_id::text;
    -- Everything that is bound to the case, or sealed under its key, also in tables made after this was written.
    SELECT array_agg(format('DELETE FROM %s WHERE %I = %L', c.attrelid::regclass, c.attname,
                            CASE WHEN c.attname = 'key_id' THEN gone.case_key_id ELSE gone.case_file_id END))
      INTO left_over
      FROM pg_attribute c JOIN pg_class t ON t.oid = c.attrelid
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND c.atttypid = 'uuid'::regtype AND NOT c.attisdropped
       AND (c.attname ~ '(^|_)case_file_id$' OR c.attname = 'key_id');
    WHILE cardinality(left_over) > 0 LOOP
      again := '{}';
      FOREACH statement IN ARRAY left_over LOOP
        BEGIN
          EXECUTE statement;
        EXCEPTION WHEN foreign_key_violation THEN
          again := again || statement;
        END;
      END LOOP;
      IF cardinality(again) = cardinality(left_over) THEN
        RAISE EXCEPTION 'rows of the case hold each other: %', again[1];
      END IF;
      left_over := again;
    END LOOP;
    DELETE FROM case_file WHERE id = gone.case_file_id;
    PERFORM set_config('app.ctx', before, true);
  END $$;

  REVOKE EXECUTE ON FUNCTION destroy_case_key, forget_case, case_in_open_mission, let_erasure_in FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION destroy_case_key, forget_case, case_in_open_mission TO repere_space;
`;
