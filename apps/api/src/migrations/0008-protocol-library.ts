import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the protocol library whose change is recorded. Jobs are outside: what they bring about is not. */
export const PROTOCOL_WORK_TABLES = [
  'protocol_draft',
  'draft_comment',
  'protocol_exploration',
  'protocol_proof',
  'protocol_dry_run',
  'dry_run_trial',
] as const;

/** Versions with their files and second person, drafts, explorations, dry runs, and the jobs that work on them. */
export class ProtocolLibrary0008 implements MigrationInterface {
  readonly name = 'ProtocolLibrary1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VERSIONS);
    await runner.query(DRAFTS);
    await runner.query(JOBS);
    await runner.query(DRY_RUNS);
    await runner.query(READER);
    for (const table of PROTOCOL_WORK_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
    await runner.query(`
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON protocol_proof
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const VERSIONS = `
  ALTER TABLE protocol_version
    -- By path inside the version's folder. NULL: published before files were kept.
    ADD COLUMN files jsonb,
    ADD COLUMN change_notes jsonb,
    -- NULL: since it was published.
    ADD COLUMN in_force_from timestamptz,
    ADD COLUMN approved_by text,
    -- Of what a territory runs, \`1.0.0+93\`: the version under the overlay.
    ADD COLUMN base text,
    ADD COLUMN territory text,
    ADD CONSTRAINT overlay CHECK ((base IS NULL) = (territory IS NULL)),
    ADD CONSTRAINT overlay_base FOREIGN KEY (name, base) REFERENCES protocol_version (name, version),
    ADD CONSTRAINT four_eyes CHECK (approved_by <> published_by),
    ADD CONSTRAINT second_person CHECK (published_by LIKE 'system:%' OR approved_by IS NOT NULL);

  -- What exploring found, of the versions that were explored together.
  CREATE TABLE protocol_proof (
    id uuid PRIMARY KEY,
    subjects jsonb NOT NULL,
    report jsonb NOT NULL,
    explored_at timestamptz NOT NULL
  );
  CREATE INDEX protocol_proof_subjects ON protocol_proof USING gin (subjects jsonb_path_ops);

  GRANT SELECT, INSERT ON protocol_proof TO repere_space;
`;

const DRAFTS = `
  CREATE TABLE protocol_draft (
    id uuid PRIMARY KEY,
    protocol text NOT NULL,
    from_version text,
    -- As its protocol.yaml says; NULL while it can't be read.
    version text,
    title jsonb,
    files jsonb NOT NULL,
    change_notes jsonb,
    in_force_from timestamptz,
    -- Of the files and change notes.
    hash text NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'drafting' CHECK (state IN ('drafting','in-review','approved','published','abandoned')),
    author_id uuid NOT NULL REFERENCES account (id),
    -- Everybody whose words are in it: none of them is the second person.
    saved_by uuid[] NOT NULL,
    changed_by uuid NOT NULL REFERENCES account (id),
    changed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    approved_by uuid REFERENCES account (id),
    approved_at timestamptz,
    approved_hash text,
    CONSTRAINT four_eyes CHECK (approved_by <> author_id AND NOT approved_by = ANY (saved_by)),
    CONSTRAINT approved_as_it_is CHECK (approved_hash = hash),
    CONSTRAINT second_person CHECK ((state IN ('approved','published')) = (approved_by IS NOT NULL)),
    CHECK ((approved_by IS NULL) = (approved_hash IS NULL))
  );
  CREATE INDEX protocol_draft_recent ON protocol_draft (changed_at DESC, id DESC);

  CREATE TABLE draft_comment (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES protocol_draft (id),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    revision integer NOT NULL,
    place jsonb,
    text text NOT NULL,
    settled_at timestamptz,
    settled_by uuid REFERENCES account (id),
    CHECK ((settled_at IS NULL) = (settled_by IS NULL))
  );
  CREATE INDEX draft_comment_draft ON draft_comment (draft_id, at);

  -- Of one revision of a draft, or (no draft) of the versions in force together.
  CREATE TABLE protocol_exploration (
    id uuid PRIMARY KEY,
    draft_id uuid REFERENCES protocol_draft (id),
    revision integer,
    -- Of everything that is explored together.
    hash text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    finished_at timestamptz,
    report jsonb,
    CHECK ((draft_id IS NULL) = (revision IS NULL)),
    CHECK ((finished_at IS NULL) = (report IS NULL))
  );
  CREATE INDEX protocol_exploration_draft ON protocol_exploration (draft_id, asked_at DESC);
  CREATE UNIQUE INDEX protocol_exploration_library ON protocol_exploration (hash) WHERE draft_id IS NULL;

  GRANT SELECT, INSERT, UPDATE ON protocol_draft, draft_comment, protocol_exploration TO repere_space;
`;

const JOBS = `
  -- Work that goes on by itself. Machine time, never the space's clock. \`subject\` is the row that it works on.
  CREATE TABLE job (
    kind text NOT NULL,
    subject uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','running','done','failed','cancelled')),
    progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    attempts integer NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Who works on it, and until when that is believed without a sign of life.
    lease uuid,
    leased_until timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (kind, subject),
    CHECK ((state = 'running') = (lease IS NOT NULL)),
    CHECK ((lease IS NULL) = (leased_until IS NULL))
  );
  CREATE INDEX job_to_do ON job (kind, run_at) WHERE state IN ('waiting','running');
  GRANT SELECT, INSERT, UPDATE, DELETE ON job TO repere_space;
`;

const DRY_RUNS = `
  CREATE TABLE protocol_dry_run (
    id uuid PRIMARY KEY,
    protocol text NOT NULL,
    to_version text NOT NULL,
    draft_id uuid REFERENCES protocol_draft (id),
    -- Of the document that is tried.
    hash text NOT NULL,
    document jsonb NOT NULL,
    asked_by uuid NOT NULL REFERENCES account (id),
    asked_at timestamptz NOT NULL,
    finished_at timestamptz,
    total integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    -- Runs up to this one were tried.
    last_run_id uuid,
    counts jsonb NOT NULL
  );
  CREATE INDEX protocol_dry_run_recent ON protocol_dry_run (asked_at DESC);

  -- Of runs that would change. Codes and times only: words come from the protocol.
  CREATE TABLE dry_run_trial (
    dry_run_id uuid NOT NULL REFERENCES protocol_dry_run (id),
    run_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    trial jsonb NOT NULL,
    PRIMARY KEY (dry_run_id, run_id),
    FOREIGN KEY (run_id, case_file_id) REFERENCES run (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX dry_run_trial_case ON dry_run_trial (case_file_id);
  CREATE INDEX dry_run_trial_team ON dry_run_trial (dry_run_id, team_id, run_id);

  GRANT SELECT, INSERT, UPDATE ON protocol_dry_run TO repere_space;
  GRANT SELECT, INSERT ON dry_run_trial TO repere_space;

  ALTER TABLE dry_run_trial ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON dry_run_trial FOR SELECT USING ((SELECT app_reads()) AND
    (team_id = ANY (ARRAY(SELECT app_teams())) OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))));
  CREATE POLICY system_actor ON dry_run_trial USING ((SELECT app_system_sees_cases()));
`;

/** \`system:dry-run\` reads cases and changes none; what it finds is all that it writes. */
const READER = `
  CREATE FUNCTION app_system_tries_cases() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(app_context() ->> 'system' = 'system:dry-run', false) $$;
  CREATE POLICY tries ON case_file FOR SELECT USING ((SELECT app_system_tries_cases()));
  CREATE POLICY tries ON journal_entry FOR SELECT USING ((SELECT app_system_tries_cases()));
  CREATE POLICY tries ON run FOR SELECT USING ((SELECT app_system_tries_cases()));
  CREATE POLICY tries ON assignment FOR SELECT USING ((SELECT app_system_tries_cases()));
  CREATE POLICY tries ON dry_run_trial USING ((SELECT app_system_tries_cases()));
`;
