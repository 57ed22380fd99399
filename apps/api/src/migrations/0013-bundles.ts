import type { MigrationInterface, QueryRunner } from 'typeorm';

export const BUNDLE_TABLES = ['audit_bundle'] as const;

/** Audit bundles: who ordered which, of what; and for a limited time the file itself, sealed. */
export class Bundles0013 implements MigrationInterface {
  readonly name = 'Bundles1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_bundle (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('case','mission')),
        mission_id uuid,
        case_file_ids uuid[] NOT NULL CHECK (cardinality(case_file_ids) > 0),
        asked_by uuid NOT NULL REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        -- Why, what is left out, checkpoints kept elsewhere: sealed under every case's key in turn.
        content bytea NOT NULL,
        -- The event that names the manifest's hash; from then on only the proof is missing.
        made_seq bigint REFERENCES ledger_event (seq),
        entries integer,
        bytes integer,
        -- Machine time.
        finished_at timestamptz,
        kept_until timestamptz,
        CHECK ((kind = 'mission') = (mission_id IS NOT NULL)),
        CHECK (kind = 'mission' OR cardinality(case_file_ids) = 1),
        CHECK (finished_at IS NULL OR made_seq IS NOT NULL),
        CHECK ((finished_at IS NULL) = (kept_until IS NULL))
      );
      CREATE INDEX audit_bundle_cases ON audit_bundle USING gin (case_file_ids);
      CREATE INDEX audit_bundle_asked ON audit_bundle (asked_by, asked_at DESC);

      -- Neither history nor content of a case: what it holds can be made again.
      CREATE TABLE audit_bundle_file (
        bundle_id uuid PRIMARY KEY REFERENCES audit_bundle (id),
        content bytea NOT NULL
      );

      GRANT SELECT, INSERT, UPDATE ON audit_bundle TO repere_space;
      GRANT SELECT, INSERT, UPDATE, DELETE ON audit_bundle_file TO repere_space;

      -- Every case of it, or none: whoever lost one of them has lost the bundle.
      CREATE FUNCTION app_sees_cases(looked_for uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        PERFORM app_context();
        RETURN NOT EXISTS (SELECT 1 FROM unnest(looked_for) AS wanted (id)
                            WHERE NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = wanted.id));
      END $$;

      ALTER TABLE audit_bundle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit_bundle_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      -- It was cut to what this account may see: nobody else's.
      CREATE POLICY own ON audit_bundle
        USING (asked_by = (SELECT app_account()) AND app_sees_cases(case_file_ids));
      CREATE POLICY own ON audit_bundle_file
        USING (EXISTS (SELECT 1 FROM audit_bundle b WHERE b.id = bundle_id));
      -- Finds whose order a job works on, and takes away what is over. It opens nothing: the cases it does not see.
      CREATE POLICY makes ON audit_bundle FOR SELECT USING ((SELECT app_context() ->> 'system') = 'system:bundles');
      CREATE POLICY expires ON audit_bundle_file USING ((SELECT app_context() ->> 'system') = 'system:bundles');

      CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON audit_bundle
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
