import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, teams, sessions, and what protects the door. */
export class Access0001 implements MigrationInterface {
  readonly name = 'Access1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO repere_space;
      -- A clone belongs to the provisioner; migrations go on as the owner.
      GRANT ALL ON SCHEMA public TO repere_owner;

      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        login text NOT NULL CHECK (login = lower(login) AND login <> ''),
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL CHECK (roles <@ ARRAY['caseworker','ase-referent','assessor','supervisor','auditor','trainer','protocol-editor','administrator']),
        language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr','en')),
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX account_login ON account (login);

      CREATE TABLE team (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        -- INSEE code of the département: decides time zone and holidays of its cases.
        territory text NOT NULL CHECK (territory ~ '^[0-9AB]{2,3}$'),
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE team_member (
        team_id uuid NOT NULL REFERENCES team (id),
        account_id uuid NOT NULL REFERENCES account (id),
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (team_id, account_id)
      );
      CREATE INDEX team_member_account ON team_member (account_id);

      -- Machine time here, never the space's clock.
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX session_account ON session (account_id);
      CREATE INDEX session_last_seen ON session (last_seen_at);

      -- Tokens are keyed hashes: neither a login that was mistyped nor an address is kept.
      CREATE TABLE sign_in_attempt (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        login_token bytea NOT NULL,
        address_token bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- Counted as failed from the start, so that tries at the same moment count too.
        succeeded boolean NOT NULL DEFAULT false
      );
      CREATE INDEX sign_in_attempt_login ON sign_in_attempt (login_token, at);
      CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address_token, at);

      -- Keys that encrypt: one a case, one for the space itself. Erasure empties \`wrapped\`.
      CREATE TABLE data_key (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        purpose text NOT NULL CHECK (purpose IN ('case','space')),
        wrapped bytea,
        kek_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX data_key_space ON data_key (purpose) WHERE purpose = 'space' AND destroyed_at IS NULL;

      -- First answers of writes, so that a repeated request gives the same again.
      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL REFERENCES account (id),
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
        act text NOT NULL,
        request_hash bytea NOT NULL,
        status integer,
        answer bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

      GRANT SELECT, INSERT, UPDATE ON account, team, data_key TO repere_space;
      GRANT SELECT, INSERT, DELETE ON team_member TO repere_space;
      GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_attempt, idempotency_key TO repere_space;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
