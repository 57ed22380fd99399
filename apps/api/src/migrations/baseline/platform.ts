import { type Part, recorded } from './part';

const TABLES = `
  -- A clone belongs to the provisioner; migrations go on as the owner.
  GRANT ALL ON SCHEMA public TO repere_owner;
  GRANT USAGE ON SCHEMA public TO repere_space, repere_recorder;

  -- Keys that encrypt: one a case, one for the space itself. Erasure empties \`wrapped\`.
  CREATE TABLE data_key (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    purpose text NOT NULL CHECK (purpose IN ('case','space')),
    wrapped bytea,
    kek_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX data_key_space ON data_key (purpose) WHERE purpose = 'space' AND destroyed_at IS NULL;
  -- What rotation still has to do, and which key-encryption keys are needed at all, without reading every row.
  CREATE INDEX data_key_wrapped_by ON data_key (kek_id, id) WHERE wrapped IS NOT NULL;

  -- Work that goes on by itself. Machine time, but for \`due_at\`. \`subject\` is the row that it works on.
  CREATE TABLE job (
    kind text NOT NULL,
    subject uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','running','done','failed','cancelled','stopped')),
    progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    attempts integer NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL DEFAULT now(),
    -- Not before this moment of the space's clock, which may be moved or stand still.
    due_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Who works on it, and until when that is believed without a sign of life.
    lease uuid,
    leased_until timestamptz,
    finished_at timestamptz,
    -- Beyond which limit it went; 'worker': the process that had it in hand is gone.
    stopped_because text CHECK (stopped_because IN ('time','memory','steps','crash','worker')),
    PRIMARY KEY (kind, subject),
    CHECK ((state = 'running') = (lease IS NOT NULL)),
    CHECK ((lease IS NULL) = (leased_until IS NULL)),
    CHECK ((state = 'stopped') = (stopped_because IS NOT NULL))
  );
  CREATE INDEX job_to_do ON job (kind, greatest(run_at, due_at)) WHERE state IN ('waiting','running');

  -- Live updates read this number; nothing of the content is here.
  CREATE TABLE outbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    case_file_id uuid,
    at timestamptz NOT NULL DEFAULT now()
  );

  -- Tries that count against a limit, from before they are made until they are given back; for a day at most. Keys are keyed
  -- hashes: neither a login that was mistyped nor an address is kept.
  CREATE TABLE rate_limit_hit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    counted text NOT NULL,
    key bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX rate_limit_hit_key ON rate_limit_hit (counted, key, at);
  CREATE INDEX rate_limit_hit_at ON rate_limit_hit (at);

  -- Empty but within a transaction: what it changed, until its event tells of it. Hashes only.
  CREATE TABLE captured_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    table_name text NOT NULL,
    row_name text NOT NULL,
    -- NULL: the row went.
    digest text
  );
  CREATE INDEX captured_change_xid ON captured_change (xid);
`;

const FUNCTIONS = `
  CREATE FUNCTION capture_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
  DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    of_key text[] := string_to_array(TG_ARGV[0], ',');
    told text[] := string_to_array(TG_ARGV[2], ',');
    old_key text := (SELECT string_agg(old_row ->> c, ' ' ORDER BY n) FROM unnest(of_key) WITH ORDINALITY AS k (c, n));
    new_key text := (SELECT string_agg(new_row ->> c, ' ' ORDER BY n) FROM unnest(of_key) WITH ORDINALITY AS k (c, n));
    old_told text := coalesce((SELECT jsonb_strip_nulls(jsonb_object_agg(c, old_row -> c)) FROM unnest(told) AS c), '{}')::text;
    new_told text := coalesce((SELECT jsonb_strip_nulls(jsonb_object_agg(c, new_row -> c)) FROM unnest(told) AS c), '{}')::text;
  BEGIN
    IF TG_ARGV[1] = 'true' THEN
      old_key := encode(sha256(convert_to(old_key, 'UTF8')), 'hex');
      new_key := encode(sha256(convert_to(new_key, 'UTF8')), 'hex');
    END IF;
    IF old_key IS NOT NULL AND old_key IS DISTINCT FROM new_key THEN
      INSERT INTO captured_change (table_name, row_name, digest) VALUES (TG_TABLE_NAME, old_key, NULL);
    END IF;
    IF new_key IS NOT NULL AND (old_key IS DISTINCT FROM new_key OR old_told <> new_told) THEN
      INSERT INTO captured_change (table_name, row_name, digest)
        VALUES (TG_TABLE_NAME, new_key, encode(sha256(convert_to(new_told, 'UTF8')), 'hex'));
    END IF;
    RETURN NULL;
  END $$;
`;

const GRANTS = `
  GRANT SELECT, DELETE ON captured_change TO repere_space;
  GRANT SELECT, INSERT ON outbox TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON data_key TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON job, rate_limit_hit TO repere_space;
`;

/** What every part stands on: keys, jobs, limits, what goes out, and what a transaction changed until its event tells of it. */
export const PLATFORM: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [GRANTS, recorded('data_key')],
};
