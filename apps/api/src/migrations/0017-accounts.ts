import type { MigrationInterface, QueryRunner } from 'typeorm';

export const ACCOUNT_TABLES = ['account_mail', 'account_change', 'rights_review'] as const;

/** Accounts from invitation to their end: addresses, links, changes that take two administrators, the yearly review. */
export class Accounts0017 implements MigrationInterface {
  readonly name = 'Accounts1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FOUR_EYES);
    for (const table of ACCOUNT_TABLES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE OR DELETE ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_ledger_event()`);
    await runner.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rights_review
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TABLES = `
  -- Machine time in all of this, save an account's days (0070).
  ALTER TABLE account
    -- An invited person has none yet.
    ALTER COLUMN password_hash DROP NOT NULL,
    -- JSON text under the space's key.
    ADD COLUMN email bytea,
    ADD COLUMN starts_on date,
    ADD COLUMN ends_on date,
    ADD COLUMN password_set_at timestamptz,
    ADD COLUMN rights_confirmed_at timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT account_dates CHECK (starts_on <= ends_on);
  CREATE INDEX account_by_name ON account (lower(name), id);
  CREATE INDEX account_review ON account (rights_confirmed_at, id) WHERE disabled_at IS NULL;

  -- The last day counts, by the clock of France.
  CREATE FUNCTION account_is_open(a account) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT a.disabled_at IS NULL
          AND (now() AT TIME ZONE 'Europe/Paris')::date
              BETWEEN coalesce(a.starts_on, '-infinity') AND coalesce(a.ends_on, 'infinity') $$;

  -- Mails to accounts, and the links in them: by hash, and from the moment only at which they are sent.
  CREATE TABLE account_mail (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('invitation','reset','password-changed','email-changed')),
    -- A forgotten password: found when the mail is made, so that asking takes the same time for everybody.
    account_id uuid REFERENCES account (id),
    asked bytea,
    token_hash bytea UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    expires_at timestamptz,
    -- Used, or replaced by a later one.
    ended_at timestamptz,
    CHECK ((account_id IS NULL) = (asked IS NOT NULL)),
    CHECK ((token_hash IS NULL) = (expires_at IS NULL))
  );
  CREATE INDEX account_mail_open ON account_mail (account_id, kind) WHERE ended_at IS NULL;

  CREATE TABLE account_change (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    kind text NOT NULL CHECK (kind IN ('roles','email')),
    before_roles text[],
    roles text[],
    email bytea,
    -- Why, under the space's key.
    words bytea NOT NULL,
    requested_by uuid NOT NULL REFERENCES account (id),
    requested_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','approved','refused','void')),
    decided_by uuid REFERENCES account (id),
    decided_at timestamptz,
    CHECK ((kind = 'roles') = (roles IS NOT NULL) AND (roles IS NULL) = (before_roles IS NULL)),
    CHECK ((kind = 'email') = (email IS NOT NULL)),
    CHECK ((state = 'waiting') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by AND decided_by <> account_id)
  );
  CREATE UNIQUE INDEX account_change_waiting ON account_change (account_id, kind) WHERE state = 'waiting';

  -- What was confirmed, by whom, once a year; history.
  CREATE TABLE rights_review (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    verdict text NOT NULL CHECK (verdict IN ('confirmed','withdrawn')),
    roles text[] NOT NULL,
    team_ids uuid[] NOT NULL,
    reviewed_by uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT four_eyes CHECK (reviewed_by <> account_id)
  );
  CREATE INDEX rights_review_account ON rights_review (account_id, at DESC);

  -- Tries at doors that are open to anyone, by keyed hash; kept no longer than they count.
  CREATE TABLE door_try (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    door text NOT NULL,
    token bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX door_try_token ON door_try (door, token, at);

  GRANT SELECT, INSERT, UPDATE, DELETE ON account_mail TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON account_change TO repere_space;
  GRANT SELECT, INSERT ON rights_review TO repere_space;
  GRANT SELECT, INSERT, DELETE ON door_try TO repere_space;
`;

/** Even raw SQL under an administrator's name can't give alone what takes two; system actors (the seed, \`hire\`) are operators. */
const FOUR_EYES = `
  CREATE FUNCTION keep_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    actor uuid := (nullif(current_setting('app.ctx', true), '')::jsonb ->> 'account')::uuid;
    gained text[];
  BEGIN
    IF actor IS NULL THEN RETURN NEW; END IF;
    gained := ARRAY(SELECT unnest(NEW.roles) EXCEPT SELECT unnest(CASE WHEN TG_OP = 'UPDATE' THEN OLD.roles ELSE '{}' END));
    IF (gained && ARRAY['supervisor','auditor','administrator'] OR NEW.id = actor AND cardinality(gained) > 0)
       AND NOT EXISTS (SELECT 1 FROM account_change c
                        WHERE c.account_id = NEW.id AND c.kind = 'roles' AND c.state = 'approved'
                          AND c.roles @> NEW.roles AND c.roles <@ NEW.roles
                          AND c.decided_by = actor AND c.decided_at = now()) THEN
      RAISE EXCEPTION 'these roles are given by two' USING ERRCODE = 'RP004';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE OF roles ON account FOR EACH ROW EXECUTE FUNCTION keep_four_eyes();

  -- An approval is of what was asked for, once.
  CREATE FUNCTION keep_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state <> 'waiting' OR (NEW.account_id, NEW.kind, NEW.before_roles, NEW.roles, NEW.email, NEW.words, NEW.requested_by)
         IS DISTINCT FROM (OLD.account_id, OLD.kind, OLD.before_roles, OLD.roles, OLD.email, OLD.words, OLD.requested_by) THEN
      RAISE EXCEPTION 'this change is settled' USING ERRCODE = 'RP002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER kept BEFORE UPDATE ON account_change FOR EACH ROW EXECUTE FUNCTION keep_account_change();
`;
