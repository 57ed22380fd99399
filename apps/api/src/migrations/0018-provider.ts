import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of these needs its event. Flows, sessions at a provider and logout tokens come and go with sessions. */
export const PROVIDER_TABLES = ['provider_link', 'provider_invitation'] as const;

/** By which identities of OpenID Connect providers an account is known, and what passes while one signs in there. */
export class Provider0018 implements MigrationInterface {
  readonly name = 'Provider1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- (issuer, sub) names the person, an address never does. \`subject_token\` is a keyed hash: who reads the table can't tell
      -- who is who at the provider.
      CREATE TABLE provider_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        provider text NOT NULL,
        issuer text NOT NULL,
        subject_token bytea NOT NULL,
        linked_at timestamptz NOT NULL,
        -- Who wanted it: the owner, or the administrator who invited.
        linked_by uuid NOT NULL REFERENCES account (id),
        UNIQUE (issuer, subject_token),
        UNIQUE (account_id, issuer)
      );

      CREATE TABLE provider_invitation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid NOT NULL REFERENCES account (id),
        provider text NOT NULL,
        invited_by uuid NOT NULL REFERENCES account (id),
        -- Machine time, as all that waits here.
        invited_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      );
      CREATE INDEX provider_invitation_account ON provider_invitation (account_id);

      -- Somebody is at a provider. Hashes only; nonce and code verifier are made from what the browser holds.
      CREATE TABLE provider_flow (
        state_hash bytea PRIMARY KEY,
        browser_hash bytea NOT NULL,
        provider text NOT NULL,
        intent text NOT NULL CHECK (intent IN ('sign-in','link','invitation')),
        account_id uuid REFERENCES account (id),
        invitation_id uuid REFERENCES provider_invitation (id),
        address_token bytea NOT NULL,
        begun_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        -- Of a link: who came back, until its owner confirms.
        issuer text,
        subject_token bytea,
        CHECK ((intent = 'link') = (account_id IS NOT NULL)),
        CHECK ((intent = 'invitation') = (invitation_id IS NOT NULL))
      );
      CREATE INDEX provider_flow_address ON provider_flow (address_token, begun_at);
      CREATE INDEX provider_flow_begun ON provider_flow (begun_at);

      -- The other end of a session: by what the provider calls it, and with what we sign out there.
      CREATE TABLE provider_session (
        id uuid PRIMARY KEY,
        -- A session that is strengthened goes on under another token.
        session_hash bytea NOT NULL UNIQUE REFERENCES session (token_hash) ON UPDATE CASCADE ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account (id),
        provider text NOT NULL,
        issuer text NOT NULL,
        subject_token bytea NOT NULL,
        sid_token bytea,
        key_id uuid NOT NULL REFERENCES data_key (id),
        id_token bytea NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX provider_session_subject ON provider_session (issuer, subject_token);
      CREATE INDEX provider_session_opened ON provider_session (opened_at);

      -- Logout tokens that were heard, by hash of issuer and jti: each counts once.
      CREATE TABLE provider_logout (
        jti_hash bytea PRIMARY KEY,
        heard_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX provider_logout_heard ON provider_logout (heard_at);

      GRANT SELECT, INSERT, DELETE ON provider_link TO repere_space;
      GRANT SELECT, INSERT, UPDATE ON provider_invitation TO repere_space;
      GRANT SELECT, INSERT, UPDATE, DELETE ON provider_flow, provider_session, provider_logout TO repere_space;
    `);
    for (const table of PROVIDER_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
