import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list of one's own sessions shows, and sessions that end when the rights they were opened with do. */
export class Sessions0019 implements MigrationInterface {
  readonly name = 'Sessions1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session
        -- Names a session in a list; the token alone opens anything.
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        -- Families, never the browser's own line: that one tells people apart. NULL: nothing was sent with it yet.
        ADD COLUMN browser text CHECK (browser IN ('chrome','edge','firefox','opera','safari','other')),
        ADD COLUMN system text CHECK (system IN ('android','ios','linux','macos','windows','other')),
        ADD COLUMN IF NOT EXISTS strength text NOT NULL DEFAULT 'password'
          CHECK (strength IN ('password','two-factors','passkey','provider'));

      -- Whoever changes them and by whatever way: an account that is closed and opened again revives no session.
      CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.roles IS DISTINCT FROM NEW.roles OR NOT account_is_open(OLD) OR NOT account_is_open(NEW) THEN
          DELETE FROM session WHERE account_id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends_sessions AFTER UPDATE OF roles, disabled_at, starts_on, ends_on ON account
        FOR EACH ROW EXECUTE FUNCTION end_sessions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
