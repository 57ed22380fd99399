import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a partner is given is shared: a referral stands on its line in the register of sharing, carries what a partner may ever
 * see, and ends within 90 days. The database keeps it so, whoever writes.
 */
export class Referrals0029 implements MigrationInterface {
  readonly name = 'Referrals1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sharing ADD CONSTRAINT sharing_of_case UNIQUE (id, case_file_id);

      ALTER TABLE assignment
        ADD COLUMN sharing_id uuid UNIQUE,
        ADD CONSTRAINT referral_is_shared FOREIGN KEY (sharing_id, case_file_id) REFERENCES sharing (id, case_file_id),
        ADD CONSTRAINT referral_has_its_line CHECK ((relation = 'partner') = (sharing_id IS NOT NULL)),
        ADD CONSTRAINT referral_carries CHECK (relation <> 'partner' OR cardinality(classes) > 0
          AND classes <@ ARRAY['identity','contact','places','health','situation','narrative']),
        ADD CONSTRAINT referral_ends CHECK (relation <> 'partner' OR until_at <= since + interval '2160 hours');
      -- What its line says was told is what is told: less, sooner, or no more; never wider, longer or again.
      CREATE FUNCTION keep_referral() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT NEW.classes <@ OLD.classes OR NEW.until_at > OLD.until_at OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL)
           OR (NEW.relation, NEW.account_id, NEW.sharing_id) IS DISTINCT FROM (OLD.relation, OLD.account_id, OLD.sharing_id) THEN
          RAISE EXCEPTION 'a referral is not widened' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_referral BEFORE UPDATE ON assignment
        FOR EACH ROW WHEN (OLD.relation = 'partner') EXECUTE FUNCTION keep_referral();
      -- What is referred to one account, the nearest end first.
      CREATE INDEX assignment_referred ON assignment (account_id, until_at) WHERE relation = 'partner' AND ended_at IS NULL;

      -- Who only receives a part of a case breaks no glass.
      ALTER POLICY breaks ON break_glass
        WITH CHECK ((SELECT app_reads_as('break-glass')) AND account_id = (SELECT app_account()));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
