import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zones of territories whose clock is not that of Paris, by INSEE code: those of `libs/territories`, which a test compares. */
const ZONES: Readonly<Record<string, string>> = {
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
};

/** An account's days are those of the place where it works, by the space's clock. */
export class OpenAccounts0070 implements MigrationInterface {
  readonly name = 'OpenAccounts1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    const zones = Object.entries(ZONES).map(([code, zone]) => `WHEN '${code}' THEN '${zone}'`);
    await runner.query(`
      CREATE FUNCTION territory_zone(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT CASE code ${zones.join(' ')} ELSE 'Europe/Paris' END $$;

      -- Where the account's first team works, as its list of work has it.
      CREATE FUNCTION account_zone(a account) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT territory_zone((SELECT t.territory FROM team_member m JOIN team t ON t.id = m.team_id
                                WHERE m.account_id = a.id ORDER BY t.name, t.id LIMIT 1)) $$;

      -- Without a security context, by the machine's clock.
      CREATE FUNCTION account_today(a account) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT (coalesce((nullif(current_setting('app.ctx', true), '')::jsonb ->> 'now')::timestamptz, now())
                AT TIME ZONE account_zone(a))::date $$;

      -- The first and the last day count.
      CREATE OR REPLACE FUNCTION account_is_open(a account) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT a.disabled_at IS NULL
           AND (a.starts_on IS NULL AND a.ends_on IS NULL
                OR account_today(a) BETWEEN coalesce(a.starts_on, '-infinity') AND coalesce(a.ends_on, 'infinity')) $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
