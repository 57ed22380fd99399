import { appendOnly, forSystem, type Part, policy, recorded, secured } from './part';

const TABLES = `
  -- Whom to call in a territory; one that is replaced stays with its end.
  CREATE TABLE on_call_contact (
    id uuid PRIMARY KEY,
    territory text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('duty-prosecutor','crip-unit','ase-on-duty','emergency-placement','forensic-unit','duty-line','interpreter-line')),
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- Name, numbers, hours, words.
    content bytea NOT NULL,
    verified_by uuid NOT NULL REFERENCES account (id),
    verified_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES account (id),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE INDEX on_call_contact_open ON on_call_contact (territory, kind) WHERE removed_at IS NULL;

  -- A table of services that was taken in at once.
  CREATE TABLE service_import (
    id uuid PRIMARY KEY,
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    services integer NOT NULL CHECK (services > 0),
    undone_at timestamptz,
    undone_by uuid REFERENCES account (id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
  );

  -- What a service can do, for whom, where; who it is, sealed.
  CREATE TABLE directory_service (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    -- None: the whole country.
    territories text[] NOT NULL,
    needs text[],
    profile jsonb NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    -- Name, numbers, words; no address that is secret.
    content bytea NOT NULL,
    import_id uuid REFERENCES service_import (id),
    verified_by uuid NOT NULL REFERENCES account (id),
    verified_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES account (id),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE INDEX directory_service_open ON directory_service USING gin (territories) WHERE removed_at IS NULL;
  CREATE INDEX directory_service_import ON directory_service (import_id) WHERE import_id IS NOT NULL;

  -- Where children hide. The newest of a service counts.
  CREATE TABLE service_address (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES directory_service (id),
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    added_by uuid NOT NULL REFERENCES account (id),
    added_at timestamptz NOT NULL
  );
  CREATE INDEX service_address_service ON service_address (service_id, added_at DESC);

  CREATE TABLE service_member (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES directory_service (id),
    account_id uuid NOT NULL REFERENCES account (id),
    added_by uuid NOT NULL REFERENCES account (id),
    added_at timestamptz NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES account (id),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE UNIQUE INDEX service_member_now ON service_member (service_id, account_id) WHERE removed_at IS NULL;
  CREATE INDEX service_member_account ON service_member (account_id) WHERE removed_at IS NULL;
`;

const KEEPS = `(SELECT app_context() -> 'roles' ? 'administrator')`;

/** What is replaced stays with its end. */
const KEPT = ['on_call_contact', 'directory_service', 'service_member', 'service_import'] as const;

/** Contacts and services are read by whoever reads cases, and written by administrators, who read none. */
export const DIRECTORY: Part = {
  tables: TABLES,
  rights: [
    ...KEPT.map((table) => `GRANT SELECT, INSERT, UPDATE ON ${table} TO repere_space`),
    recorded(...KEPT, 'service_address'),
    secured(...KEPT, 'service_address'),
    forSystem(...KEPT, 'service_address'),
    policy(KEPT, 'reads', `FOR SELECT USING ((SELECT app_reads()))`),
    policy(KEPT, 'keeps', `USING (${KEEPS}) WITH CHECK (${KEEPS})`),
    `GRANT SELECT, INSERT ON service_address TO repere_space`,
    appendOnly('service_address'),
    // Who keeps the directory writes where children hide, and reads it no more.
    policy(['service_address'], 'reads', `FOR SELECT USING ((SELECT app_writes()))`),
    policy(
      ['service_address'],
      'keeps',
      `FOR INSERT WITH CHECK (${KEEPS} AND added_by = (SELECT app_account()))`,
    ),
  ],
};
