import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two persons decided of privacy stays as they decided it: periods, and what leaves with a request for access. */
export class DecidedStays0026 implements MigrationInterface {
  readonly name = 'DecidedStays1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RETENTION);
    await runner.query(ACCESS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const RETENTION = `
  -- The hash is of rule, months and source as the application writes them: JSON without spaces.
  CREATE FUNCTION keep_retention_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' AND OLD.outcome IS NOT NULL THEN
      RAISE EXCEPTION 'a period that was decided stays' USING ERRCODE = 'RP002';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.rule, NEW.months, NEW.source, NEW.hash, NEW.proposed_by, NEW.proposed_at)
         IS DISTINCT FROM (OLD.id, OLD.rule, OLD.months, OLD.source, OLD.hash, OLD.proposed_by, OLD.proposed_at) THEN
      RAISE EXCEPTION 'a period that was proposed stays' USING ERRCODE = 'RP002';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.hash IS DISTINCT FROM encode(sha256(convert_to(format('[%s,%s,%s]', to_json(NEW.rule),
         coalesce(NEW.months::text, 'null'), to_json(NEW.source)), 'UTF8')), 'hex') THEN
      RAISE EXCEPTION 'the hash is not that of the period' USING ERRCODE = 'RP004';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER decided AFTER INSERT OR UPDATE OR DELETE ON retention_decision
    FOR EACH ROW EXECUTE FUNCTION keep_retention_decision();
`;

const ACCESS = `
  -- Policies do not see what stood there before.
  CREATE FUNCTION keep_access_request() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.prepared_by, NEW.prepared_at, NEW.content, NEW.hash, NEW.lines)
         IS DISTINCT FROM (OLD.prepared_by, OLD.prepared_at, OLD.content, OLD.hash, OLD.lines) THEN
      RAISE EXCEPTION 'what was prepared stays' USING ERRCODE = 'RP002';
    END IF;
    IF NEW.reviewed_by IS NOT NULL
       AND (NEW.reviewed_by, NEW.reviewed_at, NEW.review) IS DISTINCT FROM (OLD.reviewed_by, OLD.reviewed_at, OLD.review)
       AND NEW.reviewed_by IS DISTINCT FROM app_account() THEN
      RAISE EXCEPTION 'nobody reviews in the name of another' USING ERRCODE = 'RP005';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER prepared AFTER UPDATE ON access_request
    FOR EACH ROW EXECUTE FUNCTION keep_access_request();
`;
