import { command } from '../../platform/data/statement';

// Each writes a case's rows of one table ($1 case, $2 team, $3 rows as JSON): only what has changed.

export const WRITE_RUNS = command(`
  INSERT INTO run AS old (id, case_file_id, team_id, protocol, version, hash, opened_at, ended, outcome)
  SELECT n.id, $1, $2, n.protocol, n.version, n.hash, n.opened_at, n.ended, n.outcome
    FROM jsonb_to_recordset($3::jsonb) AS n (id uuid, protocol text, version text, hash text, opened_at timestamptz,
                                             ended boolean, outcome text)
  ON CONFLICT (id) DO UPDATE
     SET (version, hash, opened_at, ended, outcome) = (excluded.version, excluded.hash, excluded.opened_at, excluded.ended, excluded.outcome)
   WHERE (old.version, old.hash, old.opened_at, old.ended, old.outcome)
         IS DISTINCT FROM (excluded.version, excluded.hash, excluded.opened_at, excluded.ended, excluded.outcome)`);

export const WRITE_STEPS = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb)
               AS n (run_id uuid, step text, protocol text, state text, to_approve uuid, approver_role text, opens_at timestamptz,
                     rests boolean, is_over boolean, place integer, stands_first text)),
       gone AS (DELETE FROM step_state o WHERE o.case_file_id = $1
                   AND NOT EXISTS (SELECT 1 FROM n WHERE n.run_id = o.run_id AND n.step = o.step))
  INSERT INTO step_state AS old (run_id, step, protocol, case_file_id, team_id, state, to_approve, approver_role, opens_at, rests, is_over, place,
                                 stands_first)
  SELECT run_id, step, protocol, $1, $2, state, to_approve, approver_role, opens_at, rests, is_over, place, stands_first FROM n
  ON CONFLICT (run_id, step) DO UPDATE
     SET (state, to_approve, approver_role, opens_at, rests, is_over, place, stands_first)
       = (excluded.state, excluded.to_approve, excluded.approver_role, excluded.opens_at, excluded.rests, excluded.is_over,
          excluded.place, excluded.stands_first)
   WHERE (old.state, old.to_approve, old.approver_role, old.opens_at, old.rests, old.is_over, old.place, old.stands_first)
         IS DISTINCT FROM (excluded.state, excluded.to_approve, excluded.approver_role, excluded.opens_at, excluded.rests,
                           excluded.is_over, excluded.place, excluded.stands_first)`);

export const WRITE_DEADLINES = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb)
               AS n (run_id uuid, step text, of text, protocol text, origin text, owner text, starts_at timestamptz, due_at timestamptz,
                     late_from timestamptz, at_once boolean, met_at timestamptz, rests boolean, waits_for text, urgency text, rank smallint, place integer)),
       gone AS (DELETE FROM deadline o WHERE o.case_file_id = $1
                   AND NOT EXISTS (SELECT 1 FROM n WHERE n.run_id = o.run_id AND n.step = o.step AND n.of = o.of))
  INSERT INTO deadline AS old (run_id, step, of, protocol, case_file_id, team_id, lead_id, origin, owner, starts_at, due_at, late_from,
                               at_once, met_at, rests, waits_for, urgency, rank, place)
  SELECT run_id, step, of, protocol, $1, $2, $4, origin, owner, starts_at, due_at, late_from, at_once, met_at, rests, waits_for, urgency,
         rank, place FROM n
  ON CONFLICT (run_id, step, of) DO UPDATE
     SET (lead_id, origin, owner, starts_at, due_at, late_from, at_once, met_at, rests, waits_for, urgency, rank, place)
       = (excluded.lead_id, excluded.origin, excluded.owner, excluded.starts_at, excluded.due_at, excluded.late_from,
          excluded.at_once, excluded.met_at, excluded.rests, excluded.waits_for, excluded.urgency, excluded.rank, excluded.place)
   WHERE (old.lead_id, old.origin, old.owner, old.starts_at, old.due_at, old.late_from, old.at_once, old.met_at, old.rests, old.waits_for,
          old.urgency, old.rank, old.place)
         IS DISTINCT FROM (excluded.lead_id, excluded.origin, excluded.owner, excluded.starts_at, excluded.due_at,
                           excluded.late_from, excluded.at_once, excluded.met_at, excluded.rests, excluded.waits_for, excluded.urgency,
                           excluded.rank, excluded.place)`);

export const WRITE_FACTS = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS n (run_id uuid, fact text, value jsonb, seq bigint)),
       gone AS (DELETE FROM case_fact o WHERE o.case_file_id = $1
                   AND NOT EXISTS (SELECT 1 FROM n WHERE n.run_id IS NOT DISTINCT FROM o.run_id AND n.fact = o.fact))
  INSERT INTO case_fact AS old (case_file_id, team_id, run_id, fact, value, seq)
  SELECT $1, $2, run_id, fact, value, seq FROM n
  ON CONFLICT (case_file_id, run_id, fact) DO UPDATE SET (value, seq) = (excluded.value, excluded.seq)
   WHERE (old.value, old.seq) IS DISTINCT FROM (excluded.value, excluded.seq)`);

export const WRITE_ALERTS = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb)
               AS n (id uuid, run_id uuid, step text, entry_id uuid, kind text, at timestamptz)),
       gone AS (DELETE FROM alert o WHERE o.case_file_id = $1 AND NOT EXISTS (SELECT 1 FROM n WHERE n.id = o.id))
  INSERT INTO alert AS old (id, case_file_id, team_id, run_id, step, entry_id, kind, at)
  SELECT id, $1, $2, run_id, step, entry_id, kind, at FROM n
  ON CONFLICT (id) DO UPDATE SET at = excluded.at WHERE old.at IS DISTINCT FROM excluded.at`);

/** The case itself; when it was changed never goes back. */
export const WRITE_CASE = command(`
  UPDATE case_file SET seq = $2, changed_at = greatest(changed_at, $3), next_change_at = $4, next_due_at = $5, closed_on = $6
   WHERE id = $1`);

/** Everything that is projected of a case beside its runs, to be written anew. */
export const DELETE_PROJECTED = command(`
  WITH steps AS (DELETE FROM step_state WHERE case_file_id = $1),
       deadlines AS (DELETE FROM deadline WHERE case_file_id = $1),
       facts AS (DELETE FROM case_fact WHERE case_file_id = $1),
       alerts AS (DELETE FROM alert WHERE case_file_id = $1),
       conformance AS (DELETE FROM step_conformance WHERE case_file_id = $1)
  DELETE FROM deviation WHERE case_file_id = $1`);
