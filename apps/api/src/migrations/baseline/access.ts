import { appendOnly, captured, type Part, recorded, retiring } from './part';

const TABLES = `
  CREATE TABLE account (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    login text NOT NULL CHECK (login = lower(login) AND login <> ''),
    -- In the order of a dictionary wherever it is sorted: by its bytes, Élise comes after Zoé.
    name text COLLATE "und-x-icu" NOT NULL,
    -- An invited person has none yet.
    password_hash text,
    roles text[] NOT NULL CHECK (roles <@ ARRAY['caseworker','ase-referent','assessor','supervisor','auditor',
      'trainer','protocol-editor','administrator','partner']),
    language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr','en')),
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- JSON text under the space's key.
    email bytea,
    starts_on date,
    ends_on date,
    password_set_at timestamptz,
    rights_confirmed_at timestamptz NOT NULL DEFAULT now(),
    password_mac bytea,
    email_mac bytea,
    CONSTRAINT account_dates CHECK (starts_on <= ends_on)
  );
  CREATE UNIQUE INDEX account_login ON account (login);
  CREATE INDEX account_by_name ON account (lower(name), id);
  CREATE INDEX account_review ON account (rights_confirmed_at, id) WHERE disabled_at IS NULL;

  CREATE TABLE team (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text COLLATE "und-x-icu" NOT NULL,
    -- INSEE code of the département: decides time zone and holidays of its cases.
    territory text NOT NULL CHECK (territory ~ '^[0-9AB]{2,3}$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL DEFAULT 'unknown' CHECK (kind IN ('public','association','unknown')),
    -- By which services verify who asks.
    check_phone text CHECK (length(check_phone) <= 30),
    -- Of its letters: address and numbers below its name, and in whose name somebody signs.
    letterhead text CHECK (length(letterhead) <= 300),
    signs_for text CHECK (length(signs_for) <= 120)
  );

  CREATE TABLE team_member (
    team_id uuid NOT NULL REFERENCES team (id),
    account_id uuid NOT NULL REFERENCES account (id),
    since timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, account_id)
  );
  CREATE INDEX team_member_account ON team_member (account_id);

  -- What came from a training space, by a person, about somebody who works here: who practised what, when. None in a training space.
  CREATE TABLE training_certificate (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('caseworker','ase-referent','assessor','supervisor')),
    scenario text NOT NULL,
    title jsonb NOT NULL,
    protocols jsonb NOT NULL,
    practised_on date NOT NULL,
    space text NOT NULL,
    trainer text NOT NULL,
    log text NOT NULL,
    file_hash bytea NOT NULL,
    -- Nobody brings in their own.
    imported_by uuid NOT NULL REFERENCES account (id) CHECK (imported_by <> account_id),
    imported_at timestamptz NOT NULL,
    why_same text,
    withdrawn_by uuid REFERENCES account (id),
    withdrawn_at timestamptz,
    withdrawn_why text CHECK (withdrawn_why IN ('wrong-person','not-practised','other')),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_why IS NULL))
  );
  CREATE INDEX training_certificate_account ON training_certificate (account_id, practised_on DESC);

  -- Sessions come and go; that there was one stays. A table of its own: signing in changes no account.
  CREATE TABLE account_entered (
    account_id uuid PRIMARY KEY REFERENCES account (id),
    at timestamptz NOT NULL DEFAULT now()
  );

  -- Mails to accounts, and the links in them: by hash, and from the moment only at which they are sent.
  CREATE TABLE account_mail (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('invitation','reset','emergency-access','circle-told','referral-opened','referral-silent',
      'referral-kept-away','referral-over','referral-message','age-gap',
      'password-changed','email-changed','email-left','roles-changed','factor-added','factor-removed','factors-reset',
      'recovery-codes-renewed','provider-linked','provider-unlinked','data-gathered',
      'reminder-act','reminder-approval','reminder-duty','reminder-digest','reminder-services',
      'reminder-training','reminder-team-training',
      'reminder-hand-over','reminder-referral','reminder-appointment')),
    -- A forgotten password: found when the mail is made, so that asking takes the same time for everybody.
    account_id uuid REFERENCES account (id),
    asked bytea,
    token_hash bytea UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    expires_at timestamptz,
    -- Used, or replaced by a later one.
    ended_at timestamptz,
    -- JSON text under the space's key; gone once the mail has left.
      email bytea,
    mac bytea,
    -- What it is about, of a mail that is asked about again before it leaves; gone once it has.
    about uuid,
    CHECK ((account_id IS NULL) = (asked IS NOT NULL)),
    CHECK (about IS NULL OR kind IN ('referral-opened','referral-over','referral-message')),
    CHECK ((token_hash IS NULL) = (expires_at IS NULL)),
    CONSTRAINT account_mail_email CHECK (email IS NULL OR kind = 'email-left')
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
    mac bytea,
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

  -- First answers of writes, so that a repeated request gives the same again.
  CREATE TABLE idempotency_key (
    account_id uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
    act text NOT NULL,
    request_hash bytea NOT NULL,
    status integer,
    answer bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- NULL: nothing is kept for repetition.
    key_id uuid,
    PRIMARY KEY (account_id, key)
  );
  CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
`;

/** Zones of territories whose clock is not that of Paris, by INSEE code: those of `libs/territories`, which a test compares. */
const ZONES = Object.entries({
  971: 'America/Guadeloupe',
  972: 'America/Martinique',
  973: 'America/Cayenne',
  974: 'Indian/Reunion',
  975: 'America/Miquelon',
  976: 'Indian/Mayotte',
  977: 'America/St_Barthelemy',
  978: 'America/Marigot',
  986: 'Pacific/Wallis',
  987: 'Pacific/Tahiti',
  988: 'Pacific/Noumea',
})
  .map(([code, zone]) => `WHEN '${code}' THEN '${zone}'`)
  .join(' ');

const FUNCTIONS = `
  CREATE FUNCTION territory_zone(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT CASE code ${ZONES} ELSE 'Europe/Paris' END $$;

  -- Where the account's first team works, as its list of work has it.
  CREATE FUNCTION account_zone(a account) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT territory_zone((SELECT t.territory FROM team_member m JOIN team t ON t.id = m.team_id
                            WHERE m.account_id = a.id ORDER BY t.name, t.id LIMIT 1)) $$;

  -- Without a security context, by the machine's clock.
  CREATE FUNCTION account_today(a account) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (coalesce((nullif(current_setting('app.ctx', true), '')::jsonb ->> 'now')::timestamptz, now())
            AT TIME ZONE account_zone(a))::date $$;

  -- The first and the last day count.
  CREATE FUNCTION account_is_open(a account) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT a.disabled_at IS NULL
       AND (a.starts_on IS NULL AND a.ends_on IS NULL
            OR account_today(a) BETWEEN coalesce(a.starts_on, '-infinity') AND coalesce(a.ends_on, 'infinity')) $$;

  -- Whoever changes them and by whatever way: an account that is closed and opened again revives no session.
  CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.roles IS DISTINCT FROM NEW.roles OR NOT account_is_open(OLD) OR NOT account_is_open(NEW) THEN
      DELETE FROM session WHERE account_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;

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

  -- An approval is of what was asked for, once.
  CREATE FUNCTION keep_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state <> 'waiting' OR (NEW.account_id, NEW.kind, NEW.before_roles, NEW.roles, NEW.email, NEW.words, NEW.requested_by)
         IS DISTINCT FROM (OLD.account_id, OLD.kind, OLD.before_roles, OLD.roles, OLD.email, OLD.words, OLD.requested_by) THEN
      RAISE EXCEPTION 'this change is settled' USING ERRCODE = 'RP002';
    END IF;
    RETURN NEW;
  END $$;

  CREATE FUNCTION ask_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> 'waiting' OR NEW.requested_by <> coalesce(app_account(), NEW.requested_by) THEN
      RAISE EXCEPTION 'a change is asked for by who acts, and waits' USING ERRCODE = 'RP004';
    END IF;
    RETURN NEW;
  END $$;

  CREATE FUNCTION decide_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.decided_by IS DISTINCT FROM coalesce(app_account(), NEW.decided_by) THEN
      RAISE EXCEPTION 'a change is decided by who acts' USING ERRCODE = 'RP004';
    END IF;
    RETURN NEW;
  END $$;
`;

const GRANTS = `
  GRANT SELECT, INSERT ON account_entered, rights_review TO repere_space;
  GRANT SELECT, INSERT, DELETE ON team_member TO repere_space;
  GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at, withdrawn_why) ON training_certificate TO repere_space;
  GRANT SELECT, INSERT, UPDATE ON account, account_change, team TO repere_space;
  GRANT SELECT, INSERT, UPDATE, DELETE ON account_mail, idempotency_key TO repere_space;
`;

/** Accounts from invitation to their end, teams, and changes that take two. Machine time in all of this, save an account’s days. */
export const ACCESS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    recorded(
      'account',
      'team',
      'team_member',
      'account_mail',
      'account_change',
      'rights_review',
      'training_certificate',
    ),
    appendOnly('rights_review'),
    captured('account', [
      'login',
      'name',
      'roles',
      'disabled_at',
      'starts_on',
      'ends_on',
      'password_hash',
      'email',
    ]),
    captured('team', ['name', 'territory', 'check_phone', 'letterhead', 'signs_for']),
    captured('team_member', [], { key: ['team_id', 'account_id'] }),
    captured('account_change', [
      ...['account_id', 'kind', 'before_roles', 'roles', 'email', 'requested_by', 'state', 'decided_by'],
      'decided_at',
    ]),
    captured('account_mail', ['kind', 'account_id', 'token_hash', 'expires_at', 'ended_at']),
    retiring('account', 'password_mac'),
    retiring('account', 'email_mac'),
    retiring('account_change', 'mac', 'decided_at'),
    retiring('account_mail', 'mac', 'ended_at'),
    `
      CREATE TRIGGER ends_sessions AFTER UPDATE OF roles, disabled_at, starts_on, ends_on ON account
        FOR EACH ROW EXECUTE FUNCTION end_sessions();
      CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE OF roles ON account FOR EACH ROW EXECUTE FUNCTION keep_four_eyes();
      CREATE TRIGGER asked BEFORE INSERT ON account_change FOR EACH ROW EXECUTE FUNCTION ask_account_change();
      CREATE TRIGGER decided BEFORE UPDATE ON account_change FOR EACH ROW EXECUTE FUNCTION decide_account_change();
      CREATE TRIGGER kept BEFORE UPDATE ON account_change FOR EACH ROW EXECUTE FUNCTION keep_account_change();
    `,
  ],
};
