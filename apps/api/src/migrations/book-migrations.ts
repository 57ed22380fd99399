import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address book: which database a space is, and its clock. The only table outside spaces. */
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
        closed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (kind = 'training' OR (clock_offset_ms = 0 AND fixed_now IS NULL)),
        CHECK (key IS NOT NULL OR kind = 'live')
      );
      GRANT SELECT, UPDATE (clock_offset_ms, fixed_now, next_wake_up_at) ON space TO repere_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON space TO repere_provisioner;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

export const BOOK_MIGRATIONS = [Book1];
