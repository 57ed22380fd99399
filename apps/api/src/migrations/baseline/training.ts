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

  -- What was answered to a question of the scenario, by a learner or, without one, by whoever leads for the whole class; by the space's clock.
  CREATE TABLE question_answer (
    id uuid PRIMARY KEY,
    question text NOT NULL CHECK (length(question) <= 64),
    choice text NOT NULL CHECK (length(choice) <= 64),
    learner_id uuid REFERENCES learner (id),
    answered_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (question, learner_id)
  );
  -- What no machine sees of an expectation, and whoever leads saw: when, by the space's clock.
  CREATE TABLE expectation_tick (
    expectation text PRIMARY KEY CHECK (length(expectation) <= 64),
    seen_at timestamptz NOT NULL
  );

  -- What whoever leads noted for themselves, and when, by the space's clock. Nobody who learns reads it.
  CREATE TABLE trainer_note (
    id uuid PRIMARY KEY,
    words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    noted_at timestamptz NOT NULL
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

  -- How far the story of this space was followed along the journal of its case, what of it is still awaited, and when the next of that is
  -- due. None where the space began without a story. Its revision goes up with each change.
  CREATE TABLE story_course (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    seq integer NOT NULL CHECK (seq >= 0),
    at timestamptz NOT NULL,
    awaited jsonb NOT NULL,
    next_at timestamptz,
    watches_case boolean NOT NULL,
    revision integer NOT NULL DEFAULT 1
  );
  -- Beats and injects of the story that have come about, each once: when by the space's clock, in which order, and how much of what others
  -- do by it was done.
  CREATE TABLE arrived_event (
    event text PRIMARY KEY CHECK (length(event) <= 100),
    came_at timestamptz NOT NULL,
    place integer NOT NULL UNIQUE,
    acts integer NOT NULL CHECK (acts >= 0),
    done integer NOT NULL CHECK (done BETWEEN 0 AND acts)
  );

  -- Scenarios that a trainer writes, of made-up children: what its text says of itself, and every text that was saved. None in a training space.
  CREATE TABLE own_scenario (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES account (id),
    name text,
    title jsonb,
    child text,
    protocols text[] NOT NULL,
    -- name@version, of each that it names.
    versions text[] NOT NULL,
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

const FUNCTIONS = `
  -- Scenarios without an error that speak of a protocol, the last changed first, for who reviews protocols: a draft is told on them.
  -- What somebody else wrote has no title here.
  CREATE FUNCTION scenarios_speaking_of(wanted text)
    RETURNS TABLE (id uuid, title jsonb, child text, versions text[], yaml text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  #variable_conflict use_column
  DECLARE
    who uuid := app_account();
    before text := current_setting('app.ctx');
  BEGIN
    IF NOT app_reviews_protocols() THEN
      RAISE EXCEPTION 'no scenarios for this account' USING ERRCODE = 'RP010';
    END IF;
    PERFORM set_config('app.ctx', system_context('system:lessons', app_context() ->> 'now')::text, true);
    RETURN QUERY
      SELECT o.id, CASE WHEN o.owner_id = who THEN o.title END, CASE WHEN o.owner_id = who THEN o.child END, o.versions, v.yaml
        FROM own_scenario o JOIN own_scenario_version v ON v.scenario_id = o.id AND v.revision = o.revision
       WHERE o.errors = 0 AND wanted = ANY (o.protocols)
       ORDER BY o.owner_id = who DESC, o.changed_at DESC, o.id LIMIT 100;
    PERFORM set_config('app.ctx', before, true);
  END $$;
`;

const OWN = ['own_scenario', 'own_scenario_version'] as const;

/** Who learns in a training space, what is presented, answered, seen, noted and rated there; what trainers write. */
export const TRAINING: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    'REVOKE EXECUTE ON FUNCTION scenarios_speaking_of FROM PUBLIC',
    'GRANT EXECUTE ON FUNCTION scenarios_speaking_of TO repere_space',
    'GRANT SELECT, INSERT, UPDATE ON learner TO repere_space',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON own_scenario TO repere_space',
    'GRANT SELECT, INSERT, UPDATE, DELETE ON reason_rating TO repere_space',
    'GRANT SELECT, INSERT, DELETE ON question_answer TO repere_space',
    'GRANT SELECT, INSERT, DELETE ON expectation_tick TO repere_space',
    'GRANT SELECT, INSERT, DELETE ON trainer_note TO repere_space',
    'GRANT SELECT, INSERT, UPDATE ON presentation TO repere_space',
    'GRANT SELECT, INSERT, UPDATE ON story_course TO repere_space',
    // What has come about stays.
    'GRANT SELECT, INSERT, UPDATE (done) ON arrived_event TO repere_space',
    // A text that was saved is never another one.
    'GRANT SELECT, INSERT, DELETE ON own_scenario_version TO repere_space',
    recorded('learner', 'presentation', 'reason_rating', 'question_answer', 'expectation_tick'),
    recorded('story_course', 'arrived_event', 'trainer_note', ...OWN),
    secured(...OWN),
    policy(['own_scenario'], 'own', 'USING (owner_id = (SELECT app_account()))'),
    policy(['own_scenario'], 'tells', 'FOR SELECT USING ((SELECT app_tells_lessons()))'),
    policy(
      ['own_scenario_version'],
      'own',
      'USING (EXISTS (SELECT 1 FROM own_scenario o WHERE o.id = scenario_id))',
    ),
  ],
};
