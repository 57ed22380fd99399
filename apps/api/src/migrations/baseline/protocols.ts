import { type Part, recorded } from './part';

const TABLES = `
  CREATE TABLE protocol_version (
    name text NOT NULL,
    version text NOT NULL,
    hash text NOT NULL,
    document jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    -- By path inside the version's folder. NULL: published before files were kept.
      files jsonb,
    change_notes jsonb,
    -- NULL: since it was published.
    in_force_from timestamptz,
    approved_by text,
    -- Of what a territory runs, \`1.0.0+93\`: the version under the overlay.
    base text,
    territory text,
    -- Titles of the promises that were proven of the version before it, and are not of this one.
      lost_proofs jsonb,
    loss_accepted_by text,
    loss_reason text,
    PRIMARY KEY (name, version),
    CONSTRAINT overlay CHECK ((base IS NULL) = (territory IS NULL)),
    CONSTRAINT overlay_base FOREIGN KEY (name, base) REFERENCES protocol_version (name, version),
    CONSTRAINT four_eyes CHECK (approved_by <> published_by),
    CONSTRAINT second_person CHECK (published_by LIKE 'system:%' OR approved_by IS NOT NULL),
    CHECK (num_nonnulls(lost_proofs, loss_accepted_by, loss_reason) IN (0, 3)),
    CHECK (loss_accepted_by IS NULL OR (btrim(loss_reason) <> '' AND loss_accepted_by <> published_by
               AND loss_accepted_by IS DISTINCT FROM approved_by))
  );

  -- What exploring found, of the versions that were explored together.
  CREATE TABLE protocol_proof (
    id uuid PRIMARY KEY,
    subjects jsonb NOT NULL,
    report jsonb NOT NULL,
    explored_at timestamptz NOT NULL
  );
  CREATE INDEX protocol_proof_subjects ON protocol_proof USING gin (subjects jsonb_path_ops);

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
    -- The exploration, by what it explored, whose lost proofs were accepted.
      loss_hash text,
    loss_accepted_by uuid REFERENCES account (id),
    loss_reason text,
    CONSTRAINT four_eyes CHECK (approved_by <> author_id AND NOT approved_by = ANY (saved_by)),
    CONSTRAINT approved_as_it_is CHECK (approved_hash = hash),
    CONSTRAINT second_person CHECK ((state IN ('approved','published')) = (approved_by IS NOT NULL)),
    CHECK ((approved_by IS NULL) = (approved_hash IS NULL)),
    CHECK (num_nonnulls(loss_hash, loss_accepted_by, loss_reason) IN (0, 3)),
    CHECK (loss_accepted_by IS NULL OR (btrim(loss_reason) <> '' AND loss_accepted_by <> author_id
               AND NOT (loss_accepted_by = ANY (saved_by)) AND loss_accepted_by IS DISTINCT FROM approved_by))
  );
  CREATE INDEX protocol_draft_recent ON protocol_draft (changed_at DESC, id DESC);

  CREATE TABLE draft_comment (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES protocol_draft (id),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    revision integer NOT NULL,
    place jsonb,
    settled_at timestamptz,
    settled_by uuid REFERENCES account (id),
    content bytea NOT NULL,
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
`;

const GRANTS = `
  GRANT SELECT, INSERT ON protocol_proof, protocol_version TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON draft_comment, protocol_draft, protocol_dry_run, protocol_exploration TO repere_space;
`;

/** Versions with their files and second person, drafts, explorations and dry runs. */
export const PROTOCOLS: Part = {
  tables: TABLES,
  rights: [
    GRANTS,
    recorded(
      ...['protocol_version', 'protocol_proof', 'protocol_draft', 'draft_comment', 'protocol_exploration'],
      'protocol_dry_run',
    ),
    `
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON protocol_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON protocol_proof
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `,
  ],
};
