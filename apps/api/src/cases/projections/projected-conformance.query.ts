import { command } from '../../platform/data/statement';

/** Writes a case's rows of `step_conformance` ($1 case, $2 team, $3 rows as JSON): only what has changed. */
export const WRITE_CONFORMANCE = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb)
               AS n (run_id uuid, step text, protocol text, version text, opened_at timestamptz, weight smallint, expected
                     boolean, met boolean, times integer, possible_at timestamptz, done_at timestamptz, waited_ms bigint,
                     late_ms bigint, origin text, late_from timestamptz, late_after uuid, unapproved_from timestamptz,
                     unapproved_entry uuid, unweighed_from timestamptz, unweighed_entry uuid)),
       gone AS (DELETE FROM step_conformance o WHERE o.case_file_id = $1 AND NOT EXISTS (SELECT 1 FROM n WHERE n.run_id = o.run_id AND n.step = o.step))
  INSERT INTO step_conformance AS old (case_file_id, team_id, run_id, step, protocol, version, opened_at, weight, expected, met, times, possible_at, done_at,
    waited_ms, late_ms, origin, late_from, late_after, unapproved_from, unapproved_entry, unweighed_from, unweighed_entry)
  SELECT $1, $2, run_id, step, protocol, version, opened_at, weight, expected, met, times, possible_at, done_at,
    waited_ms, late_ms, origin, late_from, late_after, unapproved_from, unapproved_entry, unweighed_from, unweighed_entry FROM n
  ON CONFLICT (run_id, step) DO UPDATE
     SET (protocol, version, opened_at, weight, expected, met, times, possible_at, done_at, waited_ms, late_ms,
          origin, late_from, late_after, unapproved_from, unapproved_entry, unweighed_from, unweighed_entry)
       = (excluded.protocol, excluded.version, excluded.opened_at, excluded.weight, excluded.expected,
          excluded.met, excluded.times, excluded.possible_at, excluded.done_at, excluded.waited_ms,
          excluded.late_ms, excluded.origin, excluded.late_from, excluded.late_after, excluded.unapproved_from, excluded.unapproved_entry, excluded.unweighed_from, excluded.unweighed_entry)
   WHERE (old.protocol, old.version, old.opened_at, old.weight, old.expected, old.met, old.times, old.possible_at,
          old.done_at, old.waited_ms, old.late_ms, old.origin, old.late_from, old.late_after, old.unapproved_from, old.unapproved_entry,
          old.unweighed_from, old.unweighed_entry)
         IS DISTINCT FROM (excluded.protocol, excluded.version, excluded.opened_at, excluded.weight, excluded.expected,
          excluded.met, excluded.times, excluded.possible_at, excluded.done_at, excluded.waited_ms,
          excluded.late_ms, excluded.origin, excluded.late_from, excluded.late_after, excluded.unapproved_from, excluded.unapproved_entry, excluded.unweighed_from, excluded.unweighed_entry)`);

/** The same for `deviation`. */
export const WRITE_DEVIATIONS = command(`
  WITH n AS (SELECT * FROM jsonb_to_recordset($3::jsonb)
               AS n (key text, kind text, run_id uuid, step text, protocol text, version text, opened_at timestamptz, rank
                     smallint, since timestamptz, origin text, by_ms bigint, entry_id uuid, entered_by text)),
       gone AS (DELETE FROM deviation o WHERE o.case_file_id = $1 AND NOT EXISTS (SELECT 1 FROM n WHERE n.key = o.key))
  INSERT INTO deviation AS old (case_file_id, team_id, key, kind, run_id, step, protocol, version, opened_at, rank, since, origin, by_ms, entry_id, entered_by)
  SELECT $1, $2, key, kind, run_id, step, protocol, version, opened_at, rank, since, origin, by_ms, entry_id, entered_by FROM n
  ON CONFLICT (key) DO UPDATE
     SET (kind, run_id, step, protocol, version, opened_at, rank, since, origin, by_ms, entry_id, entered_by)
       = (excluded.kind, excluded.run_id, excluded.step, excluded.protocol, excluded.version, excluded.opened_at,
          excluded.rank, excluded.since, excluded.origin, excluded.by_ms, excluded.entry_id, excluded.entered_by)
   WHERE (old.kind, old.run_id, old.step, old.protocol, old.version, old.opened_at, old.rank, old.since,
          old.origin, old.by_ms, old.entry_id, old.entered_by)
         IS DISTINCT FROM (excluded.kind, excluded.run_id, excluded.step, excluded.protocol, excluded.version, excluded.opened_at,
          excluded.rank, excluded.since, excluded.origin, excluded.by_ms, excluded.entry_id, excluded.entered_by)`);
