import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of what one signs in with beside the password: their change is recorded. */
export const FACTOR_TABLES = ['passkey', 'recovery_code', 'totp_factor'] as const;

/** Second factors, passkeys, the state between password and second step, and how strong a session is. */
export class Factors0016 implements MigrationInterface {
  readonly name = 'Factors1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totp_factor (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        -- Sealed under the space's key, bound to this row.
        secret bytea NOT NULL,
        key_id uuid NOT NULL REFERENCES data_key (id),
        -- The last time step of which a code was taken (RFC 6238): none is taken twice, in whatever process.
        last_step bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- NULL until the first code was right.
        confirmed_at timestamptz
      );
      CREATE UNIQUE INDEX totp_factor_in_use ON totp_factor (account_id) WHERE confirmed_at IS NOT NULL;
      CREATE UNIQUE INDEX totp_factor_to_confirm ON totp_factor (account_id) WHERE confirmed_at IS NULL;

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES account (id),
        code_hash bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        PRIMARY KEY (account_id, code_hash)
      );

      CREATE TABLE passkey (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        credential_id bytea NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        transports text[] NOT NULL,
        is_synced boolean NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE INDEX passkey_account ON passkey (account_id);

      -- Between the two steps of signing in. Machine time, like sessions; outside the record, like them.
      CREATE TABLE pending_sign_in (
        token_hash bytea PRIMARY KEY,
        -- NULL: nobody said who they are, a passkey will.
        account_id uuid REFERENCES account (id),
        challenge bytea,
        tries smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX pending_sign_in_created ON pending_sign_in (created_at);

      ALTER TABLE session
        -- How sure we are who it is, and since when.
        ADD COLUMN IF NOT EXISTS strength text NOT NULL DEFAULT 'password'
          CHECK (strength IN ('password', 'two-factors', 'passkey', 'provider')),
        ADD COLUMN strengthened_at timestamptz NOT NULL DEFAULT now(),
        -- What a passkey has to sign next, once.
        ADD COLUMN challenge bytea,
        ADD COLUMN challenge_at timestamptz;

      GRANT SELECT, INSERT, UPDATE, DELETE ON totp_factor, recovery_code, passkey, pending_sign_in TO repere_space;
    `);
    for (const table of FACTOR_TABLES)
      await runner.query(`
        -- One's own; those of others only where no person acts: signing in, administration.
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON ${table} USING (account_id = (SELECT app_account()) OR (SELECT app_account()) IS NULL);
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
