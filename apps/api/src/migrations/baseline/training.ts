import { type Part, policy, recorded, secured } from './part';

const TABLES = `
  -- Who came to this space by its code: waits, was admitted as an account of this space, or was not. None in a live space.
  CREATE TABLE learner (
    id uuid PRIMARY KEY,
    device bytea NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting','admitted','refused')),
    account_id uuid UNIQUE REFERENCES account (id),
    asked_at timestamptz NOT NULL DEFAULT now(),
    -- The event that is their certificate, and when: by the machine's clock.
    certificate_seq bigint,
    certified_at timestamptz,
    CHECK ((certificate_seq IS NULL) = (certified_at IS NULL)),
    CHECK (state <> 'admitted' OR account_id IS NOT NULL)
  );
  CREATE INDEX learner_device ON learner (device);
  -- One name, one person: whoever leads admits by it.
  CREATE UNIQUE INDEX learner_name ON learner (lower(name)) WHERE state <> 'refused';

  -- What whoever leads found in the reason that an act of the story gives: a criterion in neither list was not looked at. Its act may be
  -- erased with its case; then this tells of nothing any more, and goes with the space.
  CREATE TABLE reason_rating (
    entry_id uuid PRIMARY KEY,
    met text[] NOT NULL CHECK (met <@ ARRAY['facts','words','judgement','ground']),
    missing text[] NOT NULL CHECK (missing <@ ARRAY['facts','words','judgement','ground']),
    note text CHECK (length(note) BETWEEN 1 AND 1000),
    rated_at timestamptz NOT NULL,
    CHECK (NOT met && missing AND cardinality(met) + cardinality(missing) BETWEEN 1 AND 4)
  );

  -- What the room sees: a page, else one of the scenario's slides, at which the course stands while a page is shown; neither: nothing is
  -- presented. Its position goes up with each change.
  CREATE TABLE presentation (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    position integer NOT NULL CHECK (position > 0),
    slide text CHECK (length(slide) <= 100),
    page text CHECK (length(page) <= 300),
    is_paused boolean NOT NULL,
    changed_at timestamptz NOT NULL
  );

  -- Scenarios that a trainer writes, of made-up children: what its text says of itself, and every text that was saved. None in a training space.
  CREATE TABLE own_scenario (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES account (id),
    name text,
    title jsonb,
    child text,
    protocols text[] NOT NULL,
    minutes integer,
    errors integer NOT NULL CHECK (errors >= 0),
    revision integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL
  );
  CREATE INDEX own_scenario_owner ON own_scenario (owner_id, changed_at DESC);
  CREATE TABLE own_scenario_version (
    scenario_id uuid NOT NULL REFERENCES own_scenario (id) ON DELETE CASCADE,
    revision integer NOT NULL,
    yaml text NOT NULL CHECK (length(yaml) <= 100000),
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (scenario_id, revision)
  );
`;

const OWN = ['own_scenario', 'own_scenario_version'] as const;

/** Who learns in a training space, what is presented and how reasons were rated there; what trainers write. */
export const TRAINING: Part = {
  tables: TABLES,
  rights: [
    'GRANT SELECT, INSERT, UPDATE ON learner TO repere_space',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON own_scenario TO repere_space',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON reason_rating TO repere_space',
    'GRANT SELECT, INSERT, UPDATE ON presentation TO repere_space',
    // A text that was saved is never another one.
    'GRANT SELECT, INSERT, DELETE ON own_scenario_version TO repere_space',
    recorded('learner', 'presentation', 'reason_rating', ...OWN),
    secured(...OWN),
    policy(['own_scenario'], 'own', 'USING (owner_id = (SELECT app_account()))'),
    policy(
      ['own_scenario_version'],
      'own',
      'USING (EXISTS (SELECT 1 FROM own_scenario o WHERE o.id = scenario_id))',
    ),
  ],
};
