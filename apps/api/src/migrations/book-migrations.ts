import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address book: which database a space is, its clock, and whose a training space is. All that is outside of spaces. */
export class Book1 implements MigrationInterface {
  readonly name = 'Book1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE space (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- First segment of the address; NULL is the default live space.
        key text UNIQUE NULLS NOT DISTINCT CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
        kind text NOT NULL CHECK (kind IN ('live','training')),
        title text NOT NULL,
        database text NOT NULL UNIQUE,
        -- Name from which the space's keys are derived; a branch keeps its parent's.
        key_ring text NOT NULL,
        clock_offset_ms bigint NOT NULL DEFAULT 0,
        fixed_now timestamptz,
        next_wake_up_at timestamptz,
        -- Only an open space is entered. 'creating': its database is being made, or has to be; 'copying': a moment of it is being kept, and
        -- whoever comes waits; 'gone': what its address answers.
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('creating','open','copying','archived','failed','gone')),
        -- Of a training space: the account of the live space that has it, its name when it was made, which certificates say, the scenario that it begins with, how often it began anew.
        owner_id uuid,
        owner_name text,
        scenario text,
        -- The text of it as it was then, where it is one that a trainer wrote.
        scenario_text text,
        -- Which versions that it names were out of force, in the live space, when its owner came in last.
        out_of_force jsonb,
        generation integer NOT NULL DEFAULT 1,
        -- Of a branch: the moment that it begins with, of which space, and where that space's clock stood.
        moment_id uuid,
        branch_of text,
        branched_at timestamptz,
        -- How its class works; whether learners see the score; by which code they come in, under a key of the space, and until when.
        mode text NOT NULL DEFAULT 'practice' CHECK (mode IN ('guided','practice','assessment')),
        is_score_shown boolean NOT NULL DEFAULT false,
        -- Of an assessment: how long it takes, when it ends by the machine's clock, once it was begun, and where the space's clock stood then,
        -- once that was moved after the end.
        limit_minutes integer CHECK (limit_minutes BETWEEN 1 AND 600),
        limit_until timestamptz,
        limit_clock timestamptz,
        code_mac bytea,
        code_until timestamptz,
        -- How often making it was begun; a fault that comes each time is not tried for ever.
        tries integer NOT NULL DEFAULT 0,
        entered_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (kind = 'training' OR (clock_offset_ms = 0 AND fixed_now IS NULL AND state = 'open' AND owner_id IS NULL AND owner_name IS NULL)),
        -- No code opens a live space.
        CHECK (kind = 'training' OR code_mac IS NULL),
        CHECK ((code_mac IS NULL) = (code_until IS NULL)),
        CHECK (key IS NOT NULL OR kind = 'live'),
        CHECK (kind = 'training' OR branch_of IS NULL),
        CHECK (limit_minutes IS NULL OR mode = 'assessment'),
        CHECK (limit_until IS NULL OR limit_minutes IS NOT NULL),
        CHECK ((branch_of IS NULL) = (moment_id IS NULL) AND (branch_of IS NULL) = (branched_at IS NULL))
      );
      CREATE INDEX space_owner ON space (owner_id) WHERE owner_id IS NOT NULL;
      -- Databases that are to be dropped: half made, begun anew, or of a space that is gone.
      CREATE TABLE space_leftover (
        database text PRIMARY KEY CHECK (database LIKE 'repere_training_%'),
        key text NOT NULL,
        since timestamptz NOT NULL DEFAULT now()
      );
      -- Moments of training spaces, each a copy of its database that nobody enters: what branches begin with.
      CREATE TABLE space_moment (
        id uuid PRIMARY KEY,
        key text NOT NULL REFERENCES space (key) ON DELETE CASCADE,
        title text NOT NULL,
        state text NOT NULL DEFAULT 'making' CHECK (state IN ('making','kept','failed')),
        -- Once it is kept: its database, the keys that it is under, and where the space's clock stood.
        database text UNIQUE CHECK (database LIKE 'repere_training_%'),
        key_ring text,
        at timestamptz,
        tries integer NOT NULL DEFAULT 0,
        asked_at timestamptz NOT NULL DEFAULT now(),
        is_automatic boolean NOT NULL DEFAULT false,
        CHECK (state <> 'kept' OR (database IS NOT NULL AND key_ring IS NOT NULL AND at IS NOT NULL))
      );
      CREATE INDEX space_moment_key ON space_moment (key);
      -- Fictional cases that a training space is given: how many of which series, how many are there, and who has it in hand until when.
      CREATE TABLE space_load (
        key text PRIMARY KEY REFERENCES space (key) ON DELETE CASCADE,
        cases integer NOT NULL CHECK (cases BETWEEN 50 AND 10000),
        seed integer NOT NULL CHECK (seed BETWEEN 0 AND 999999999),
        done integer NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND cases),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','stopped','done','failed')),
        -- From a command line: no server works it off by itself.
        is_by_hand boolean NOT NULL DEFAULT false,
        -- Where the space's clock stood when the first was told.
        begun_at timestamptz,
        leased_until timestamptz,
        tries integer NOT NULL DEFAULT 0,
        asked_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, UPDATE (clock_offset_ms, fixed_now, next_wake_up_at, is_score_shown, code_mac, code_until, limit_until, limit_clock) ON space TO repere_app;
      GRANT SELECT ON space_moment, space_load TO repere_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON space, space_leftover, space_moment, space_load TO repere_provisioner;
      -- Whoever makes training spaces neither changes nor sees where a live one is.
      ALTER TABLE space ENABLE ROW LEVEL SECURITY;
      CREATE POLICY application ON space TO repere_app USING (true);
      CREATE POLICY training_only ON space TO repere_provisioner USING (kind = 'training') WITH CHECK (kind = 'training');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

/** A live space may be on another PostgreSQL server than the address book; who makes training spaces makes them beside it. */
export class Book2 implements MigrationInterface {
  readonly name = 'Book1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE space ADD COLUMN server text CHECK (server ~ '^[a-z][a-z0-9-]{0,30}$'),
        ADD CHECK (kind = 'live' OR server IS NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

export const BOOK_MIGRATIONS = [Book1, Book2];
