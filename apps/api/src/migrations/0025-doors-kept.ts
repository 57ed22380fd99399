import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an account was ever entered, and changes that wait for two: asked for and decided by who acts, and never born agreed. */
export class DoorsKept0025 implements MigrationInterface {
  readonly name = 'DoorsKept1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Sessions come and go; that there was one stays. A table of its own: signing in changes no account.
      CREATE TABLE account_entered (
        account_id uuid PRIMARY KEY REFERENCES account (id),
        at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO account_entered (account_id)
        SELECT account_id FROM session UNION SELECT account_id FROM provider_link UNION SELECT account_id FROM passkey
        UNION SELECT account_id FROM totp_factor UNION SELECT account_id FROM recovery_code;
      GRANT SELECT, INSERT ON account_entered TO repere_space;

      CREATE FUNCTION note_entered() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO account_entered (account_id) VALUES (NEW.account_id) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER entered AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION note_entered();

      CREATE FUNCTION ask_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state <> 'waiting' OR NEW.requested_by <> coalesce(app_account(), NEW.requested_by) THEN
          RAISE EXCEPTION 'a change is asked for by who acts, and waits' USING ERRCODE = 'RP004';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER asked BEFORE INSERT ON account_change FOR EACH ROW EXECUTE FUNCTION ask_account_change();

      CREATE FUNCTION decide_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decided_by IS DISTINCT FROM coalesce(app_account(), NEW.decided_by) THEN
          RAISE EXCEPTION 'a change is decided by who acts' USING ERRCODE = 'RP004';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decided BEFORE UPDATE ON account_change FOR EACH ROW EXECUTE FUNCTION decide_account_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
