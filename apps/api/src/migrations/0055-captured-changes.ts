import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Table; columns of its key; whether the key names a case, so that it is noted as its hash; columns that are noted. Whoever adds
 * a column that gives a right makes the trigger of its table anew in a migration of its own, and enters it in `AUDITED_TABLES`.
 */
const CAPTURED: readonly (readonly [table: string, key: string, hidesKey: boolean, told: string])[] = [
  ['account', 'id', false, 'login,name,roles,disabled_at,starts_on,ends_on,password_hash,email'],
  ['team', 'id', false, 'name,territory'],
  ['team_member', 'team_id,account_id', false, ''],
  [
    'account_change',
    'id',
    false,
    'account_id,kind,before_roles,roles,email,requested_by,state,decided_by,decided_at',
  ],
  ['account_mail', 'id', false, 'kind,account_id,token_hash,expires_at,ended_at'],
  ['passkey', 'id', false, 'account_id,credential_id,public_key'],
  ['totp_factor', 'id', false, 'account_id,secret,key_id,confirmed_at'],
  ['recovery_code', 'account_id,code_hash', false, 'used_at'],
  ['provider_link', 'id', false, 'account_id,provider,issuer,subject_token,linked_by'],
  ['provider_invitation', 'id', false, 'token_hash,account_id,provider,invited_by,invited_at,used_at'],
  ['case_file', 'id', true, 'team_id,lead_id'],
  [
    'assignment',
    'case_file_id,account_id,since',
    true,
    'relation,classes,given_by,entry_id,sharing_id,until_at,ended_at',
  ],
  [
    'substitution',
    'id',
    false,
    'absent_id,substitute_id,team_ids,named_by,from_at,until_at,ended_at,ended_by',
  ],
  ['duty', 'id', false, 'team_id,account_id,named_by,from_at,until_at,ended_at,ended_by'],
  ['restriction', 'id', false, 'case_file_id,circle,set_by,since,ended_at,ended_by'],
  ['recusal', 'id', false, 'case_file_id,account_id,declared_at,lifted_at,lifted_by'],
  [
    'break_glass',
    'id',
    false,
    'case_file_id,account_id,opened_at,until_at,reviewed_at,reviewed_by,verdict,ended_at,ended_by,team_id,review_due_at',
  ],
  ['mission', 'id', false, 'state,team_ids,auditor_ids,opened_by,opened_at,closed_by,closed_at'],
  ['mission_case', 'mission_id,case_file_id', true, ''],
];

/** Changes of accounts, roles, teams, grants and credentials are noted, so that an event of their transaction tells of them. */
export class CapturedChanges0055 implements MigrationInterface {
  readonly name = 'CapturedChanges1764000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CAPTURING);
    for (const [table, key, hidesKey, told] of CAPTURED)
      await runner.query(`
        CREATE TRIGGER captured AFTER INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION capture_change('${key}', '${String(hidesKey)}', '${told}')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const CAPTURING = `
  -- Empty but within a transaction: what it changed, until its event tells of it. Hashes only.
  CREATE TABLE captured_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    table_name text NOT NULL,
    row_name text NOT NULL,
    -- NULL: the row went.
    digest text
  );
  CREATE INDEX captured_change_xid ON captured_change (xid);
  GRANT SELECT, DELETE ON captured_change TO repere_space;

  CREATE FUNCTION capture_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
  DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    of_key text[] := string_to_array(TG_ARGV[0], ',');
    told text[] := string_to_array(TG_ARGV[2], ',');
    old_key text := (SELECT string_agg(old_row ->> c, ' ' ORDER BY n) FROM unnest(of_key) WITH ORDINALITY AS k (c, n));
    new_key text := (SELECT string_agg(new_row ->> c, ' ' ORDER BY n) FROM unnest(of_key) WITH ORDINALITY AS k (c, n));
    old_told text := coalesce((SELECT jsonb_strip_nulls(jsonb_object_agg(c, old_row -> c)) FROM unnest(told) AS c), '{}')::text;
    new_told text := coalesce((SELECT jsonb_strip_nulls(jsonb_object_agg(c, new_row -> c)) FROM unnest(told) AS c), '{}')::text;
  BEGIN
    IF TG_ARGV[1] = 'true' THEN
      old_key := encode(sha256(convert_to(old_key, 'UTF8')), 'hex');
      new_key := encode(sha256(convert_to(new_key, 'UTF8')), 'hex');
    END IF;
    IF old_key IS NOT NULL AND old_key IS DISTINCT FROM new_key THEN
      INSERT INTO captured_change (table_name, row_name, digest) VALUES (TG_TABLE_NAME, old_key, NULL);
    END IF;
    IF new_key IS NOT NULL AND (old_key IS DISTINCT FROM new_key OR old_told <> new_told) THEN
      INSERT INTO captured_change (table_name, row_name, digest)
        VALUES (TG_TABLE_NAME, new_key, encode(sha256(convert_to(new_told, 'UTF8')), 'hex'));
    END IF;
    RETURN NULL;
  END $$;
`;
