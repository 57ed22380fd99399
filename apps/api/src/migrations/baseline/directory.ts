import { forSystem, type Part, policy, recorded, secured } from './part';

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
`;

const KEEPS = `(SELECT app_context() -> 'roles' ? 'administrator')`;

/** Contacts are read by whoever reads cases, and written by administrators, who read none. */
export const DIRECTORY: Part = {
  tables: TABLES,
  rights: [
    `GRANT SELECT, INSERT, UPDATE ON on_call_contact TO repere_space`,
    recorded('on_call_contact'),
    secured('on_call_contact'),
    forSystem('on_call_contact'),
    policy(['on_call_contact'], 'reads', `FOR SELECT USING ((SELECT app_reads()))`),
    policy(['on_call_contact'], 'keeps', `USING (${KEEPS}) WITH CHECK (${KEEPS})`),
  ],
};
