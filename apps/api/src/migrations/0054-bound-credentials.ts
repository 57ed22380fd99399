import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a MAC, its column, and the column that says that the row opens nothing any more. */
const BOUND: readonly (readonly [table: string, mac: string, ended: string | null])[] = [
  ['session', 'mac', null],
  ['account', 'password_mac', null],
  ['account', 'email_mac', null],
  ['account_change', 'mac', 'decided_at'],
  ['account_mail', 'mac', 'ended_at'],
  ['totp_factor', 'mac', null],
  ['recovery_code', 'mac', 'used_at'],
  ['passkey', 'mac', null],
  ['provider_link', 'mac', null],
  ['provider_invitation', 'mac', 'used_at'],
  ['provider_flow', 'mac', null],
  ['pending_sign_in', 'mac', null],
];

/**
 * Credentials are bound to their account by a MAC under a key that is not here. Those of before get theirs at the next start, once,
 * by the application, which has the key; sessions and what is half way end.
 */
export class BoundCredentials0054 implements MigrationInterface {
  readonly name = 'BoundCredentials1764000000054';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, mac] of BOUND) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${mac} bytea`);
    await runner.query(RETIRING);
    for (const [table, mac, ended] of BOUND)
      await runner.query(`
        CREATE TRIGGER retires_${mac} AFTER UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION retire_mac('${mac}'${ended === null ? '' : `, '${ended}'`})`);
    await runner.query(BASELINE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const RETIRING = `
  -- What was replaced, used or taken away never holds again: the application's role can add nothing here and take nothing out.
  CREATE TABLE retired_mac (mac bytea PRIMARY KEY);
  GRANT SELECT ON retired_mac TO repere_space;

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

  GRANT UPDATE (mac) ON provider_link TO repere_space;
`;

const BASELINE = `
  -- When credentials of before got their MACs. One row, for good: nobody's are taken over a second time.
  CREATE TABLE credential_baseline (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    at timestamptz NOT NULL DEFAULT now()
  );
  GRANT SELECT, INSERT ON credential_baseline TO repere_space;
  -- Where nobody has an account yet there is nothing to take over.
  INSERT INTO credential_baseline SELECT true WHERE NOT EXISTS (SELECT 1 FROM account);

  DELETE FROM session;
  DELETE FROM provider_session;
  DELETE FROM pending_sign_in;
  DELETE FROM provider_flow;
`;
