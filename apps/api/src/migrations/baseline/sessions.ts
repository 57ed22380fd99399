import { captured, type Part, policy, recorded, retiring, secured } from './part';

const TABLES = `
  -- Machine time here, never the space's clock.
  CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    -- How sure we are who it is, and since when.
      strength text NOT NULL DEFAULT 'password'
        CHECK (strength IN ('password', 'two-factors', 'passkey', 'provider')),
    strengthened_at timestamptz NOT NULL DEFAULT now(),
    -- What a passkey has to sign next, once.
    challenge bytea,
    challenge_at timestamptz,
    -- Names a session in a list; the token alone opens anything.
      id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    -- Families, never the browser's own line: that one tells people apart. NULL: nothing was sent with it yet.
    browser text CHECK (browser IN ('chrome','edge','firefox','opera','safari','other')),
    system text CHECK (system IN ('android','ios','linux','macos','windows','other')),
    mac bytea
  );
  CREATE INDEX session_account ON session (account_id);
  CREATE INDEX session_last_seen ON session (last_seen_at);

  -- Between the two steps of signing in. Machine time, like sessions; outside the record, like them.
  CREATE TABLE pending_sign_in (
    token_hash bytea PRIMARY KEY,
    -- NULL: nobody said who they are, a passkey will.
    account_id uuid REFERENCES account (id),
    challenge bytea,
    tries smallint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    mac bytea
  );
  CREATE INDEX pending_sign_in_created ON pending_sign_in (created_at);

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
    confirmed_at timestamptz,
    mac bytea
  );
  CREATE UNIQUE INDEX totp_factor_in_use ON totp_factor (account_id) WHERE confirmed_at IS NOT NULL;
  CREATE UNIQUE INDEX totp_factor_to_confirm ON totp_factor (account_id) WHERE confirmed_at IS NULL;

  CREATE TABLE recovery_code (
    account_id uuid NOT NULL REFERENCES account (id),
    code_hash bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    mac bytea,
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
    last_used_at timestamptz,
    mac bytea
  );
  CREATE INDEX passkey_account ON passkey (account_id);

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
    mac bytea,
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
    used_at timestamptz,
    mac bytea
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
    mac bytea,
    CHECK ((intent = 'link') = (account_id IS NOT NULL)),
    CHECK ((intent = 'invitation') = (invitation_id IS NOT NULL))
  );
  CREATE INDEX provider_flow_address ON provider_flow (address_token, begun_at);
  CREATE INDEX provider_flow_begun ON provider_flow (begun_at);

  -- The other end of a session: by what the provider calls it, and with what we sign out there.
  CREATE TABLE provider_session (
    id uuid PRIMARY KEY,
    -- A session that is strengthened goes on under another token.
    session_hash bytea UNIQUE REFERENCES session (token_hash) ON UPDATE CASCADE ON DELETE CASCADE,
    account_id uuid NOT NULL REFERENCES account (id),
    provider text NOT NULL,
    issuer text NOT NULL,
    subject_token bytea NOT NULL,
    sid_token bytea,
    key_id uuid NOT NULL REFERENCES data_key (id),
    id_token bytea NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    -- Of the sign-in that waits for its second step.
    pending_hash bytea UNIQUE,
    CONSTRAINT provider_session_one CHECK ((session_hash IS NULL) <> (pending_hash IS NULL))
  );
  CREATE INDEX provider_session_subject ON provider_session (issuer, subject_token);
  CREATE INDEX provider_session_opened ON provider_session (opened_at);

  -- Logout tokens that were heard, by hash of issuer and jti: each counts once.
  CREATE TABLE provider_logout (
    jti_hash bytea PRIMARY KEY,
    heard_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX provider_logout_heard ON provider_logout (heard_at);

  -- What was replaced, used or taken away never holds again: the application's role can add nothing here and take nothing out.
  CREATE TABLE retired_mac (
    mac bytea PRIMARY KEY
  );

`;

const FUNCTIONS = `
  CREATE FUNCTION note_entered() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO account_entered (account_id) VALUES (NEW.account_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;

  -- Arguments: column of the MAC, and the column that is set when the row opens nothing any more.
  CREATE FUNCTION retire_mac() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    old_row jsonb := to_jsonb(OLD);
    new_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW) ELSE '{}' END;
    old_mac text := old_row ->> TG_ARGV[0];
  BEGIN
    IF old_mac IS NOT NULL
       AND (old_mac IS DISTINCT FROM new_row ->> TG_ARGV[0] OR TG_NARGS > 1 AND new_row ->> TG_ARGV[1] IS NOT NULL) THEN
      INSERT INTO retired_mac (mac) VALUES (old_mac::bytea) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$;

  -- The MAC, or NULL: none, or one that was retired.
  CREATE FUNCTION live_mac(wanted bytea) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT wanted WHERE NOT EXISTS (SELECT 1 FROM retired_mac WHERE mac = wanted) $$;
`;

const GRANTS = `
  GRANT SELECT ON retired_mac TO repere_space;
  GRANT SELECT, INSERT, DELETE ON provider_link TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON provider_invitation TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON passkey, pending_sign_in, provider_flow, provider_logout, provider_session,
    recovery_code, session, totp_factor TO repere_space;
  GRANT UPDATE (mac) ON provider_link TO repere_space;
`;

/** What one comes in with: factors, identities at providers, sessions. Each credential is bound to its account by a MAC under a key that is not here. */
export const SESSIONS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded('totp_factor', 'recovery_code', 'passkey', 'provider_link', 'provider_invitation'),
    secured('totp_factor', 'recovery_code', 'passkey'),
    // One's own; those of others only where no person acts: signing in, administration.
    policy(
      ['totp_factor', 'recovery_code', 'passkey'],
      'own',
      'USING (account_id = (SELECT app_account()) OR (SELECT app_account()) IS NULL)',
    ),
    captured('passkey', ['account_id', 'credential_id', 'public_key']),
    captured('totp_factor', ['account_id', 'secret', 'key_id', 'confirmed_at']),
    captured('recovery_code', ['used_at'], { key: ['account_id', 'code_hash'] }),
    captured('provider_link', ['account_id', 'provider', 'issuer', 'subject_token', 'linked_by']),
    captured('provider_invitation', [
      'token_hash',
      ...['account_id', 'provider', 'invited_by', 'invited_at', 'used_at'],
    ]),
    retiring('session', 'mac'),
    retiring('pending_sign_in', 'mac'),
    retiring('totp_factor', 'mac'),
    retiring('recovery_code', 'mac', 'used_at'),
    retiring('passkey', 'mac'),
    retiring('provider_link', 'mac'),
    retiring('provider_invitation', 'mac', 'used_at'),
    retiring('provider_flow', 'mac'),
    `CREATE TRIGGER entered AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION note_entered()`,
  ],
};
