import type { MigrationInterface, QueryRunner } from 'typeorm';

export const SECRECY_TABLES = ['index_generation', 'child_signature'] as const;

/** Comments sealed, keys that can be told apart and turned over, and an index of names that frequencies tell less of. */
export class Secrecy0020 implements MigrationInterface {
  readonly name = 'Secrecy1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMENTS);
    await runner.query(KEYS);
    await runner.query(INDEX);
    await runner.query(POLICIES);
    for (const table of SECRECY_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

/** Written sealed from now on; what is there in clear is sealed by the application at its start, which has the keys. */
const COMMENTS = `
  ALTER TABLE draft_comment
    ALTER COLUMN text DROP NOT NULL,
    ADD COLUMN content bytea,
    ADD CONSTRAINT draft_comment_once CHECK ((text IS NULL) <> (content IS NULL));
`;

const KEYS = `
  -- What rotation still has to do, and which key-encryption keys are needed at all, without reading every row.
  CREATE INDEX data_key_wrapped_by ON data_key (kek_id, id) WHERE wrapped IS NOT NULL;
`;

const INDEX = `
  -- The index of names under one key after the other; the newest that is finished is searched. \`check_token\` is the keyed
  -- hash of nothing: it tells whether a key of this name is that key.
  CREATE TABLE index_generation (
    generation smallint PRIMARY KEY CHECK (generation > 0),
    key_id text NOT NULL UNIQUE,
    check_token bytea NOT NULL,
    began_at timestamptz NOT NULL,
    finished_at timestamptz
  );

  -- Rows of before are generation 0, without team.
  ALTER TABLE child_identity
    ADD COLUMN generation smallint NOT NULL DEFAULT 0,
    ADD COLUMN team_id uuid,
    DROP CONSTRAINT child_identity_pkey,
    ADD PRIMARY KEY (kind, token, case_file_id, generation),
    ADD FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE;

  -- Which parts and sounds a case's names have, as bits; which bit stands for what depends on the row's salt.
  CREATE TABLE child_signature (
    case_file_id uuid NOT NULL,
    generation smallint NOT NULL REFERENCES index_generation (generation),
    team_id uuid NOT NULL,
    salt smallint NOT NULL CHECK (salt BETWEEN 0 AND 63),
    signature bit(1024) NOT NULL,
    PRIMARY KEY (case_file_id, generation),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  -- A team's signatures are read from here alone, one after the other.
  CREATE INDEX child_signature_team ON child_signature (team_id, generation) INCLUDE (salt, signature, case_file_id);

  GRANT SELECT, INSERT, UPDATE, DELETE ON index_generation, child_signature TO repere_space;
`;

const POLICIES = `
  ALTER TABLE child_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY sees ON child_signature USING ((SELECT app_reads()) AND
    (team_id = ANY (ARRAY(SELECT app_case_teams())) OR case_file_id = ANY (ARRAY(SELECT app_own_cases()))));
  CREATE POLICY bars ON child_signature AS RESTRICTIVE USING (case_file_id <> ALL (ARRAY(SELECT app_barred_cases())));
  CREATE POLICY audits ON child_signature FOR SELECT USING (case_file_id = ANY (ARRAY(SELECT app_audited_cases())));
  CREATE POLICY system_actor ON child_signature USING ((SELECT app_system_sees_cases()));
  CREATE POLICY writes_insert ON child_signature AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT app_writes()));
  CREATE POLICY writes_update ON child_signature AS RESTRICTIVE FOR UPDATE USING ((SELECT app_writes()));
  CREATE POLICY writes_delete ON child_signature AS RESTRICTIVE FOR DELETE USING ((SELECT app_writes()));
`;
