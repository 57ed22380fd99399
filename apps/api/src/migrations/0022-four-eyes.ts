import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four eyes, bound to what was approved: an approval carries the hash of the act and of every amendment of it, and is refused
 * when that is not what stands there, or when whoever approves wrote part of it.
 */
export class FourEyes0022 implements MigrationInterface {
  readonly name = 'FourEyes1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- SHA-256 over the commitments of the act and of its amendments, in the journal's order. NULL: approved before this was kept.
      ALTER TABLE journal_entry ADD COLUMN target_hash bytea;

      CREATE FUNCTION require_same_act() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE standing bytea; is_own boolean;
      BEGIN
        SELECT sha256(string_agg(e.commitment, ''::bytea ORDER BY e.seq)), bool_or(e.entered_by = NEW.entered_by)
          INTO standing, is_own
          FROM journal_entry e
         WHERE e.case_file_id = NEW.case_file_id
           AND (e.id = NEW.target_id OR e.kind = 'entry-amended' AND e.target_id = NEW.target_id);
        IF standing IS DISTINCT FROM NEW.target_hash THEN
          RAISE EXCEPTION 'what was approved is not what stands there' USING ERRCODE = 'RP004';
        END IF;
        IF is_own THEN
          RAISE EXCEPTION 'somebody else approves' USING ERRCODE = 'RP005';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER same_act AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.kind = 'entry-approved') EXECUTE FUNCTION require_same_act();
      CREATE INDEX journal_entry_target ON journal_entry (target_id) WHERE target_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
