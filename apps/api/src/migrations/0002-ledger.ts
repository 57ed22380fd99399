import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record: events, the queue that the sequencer empties, aliases, and which cases a list showed. */
export class Ledger0002 implements MigrationInterface {
  readonly name = 'Ledger1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_event (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        -- Canonical JSON (RFC 8785) as it was hashed; text, since jsonb would reorder it.
        entry text NOT NULL CHECK (octet_length(entry) BETWEEN 2 AND 2048)
      );
      CREATE INDEX ledger_event_xid ON ledger_event (xid);

      CREATE TABLE ledger_queue (seq bigint PRIMARY KEY REFERENCES ledger_event (seq));

      -- Random names that stand for accounts and cases in the record. Deleting a row cuts the link for good.
      CREATE TABLE alias (
        kind text NOT NULL CHECK (kind IN ('account','case')),
        subject text NOT NULL,
        alias text NOT NULL UNIQUE,
        PRIMARY KEY (kind, subject)
      );

      -- What an event commits to (fields and salts, encrypted) when it has no home elsewhere; a journal entry's is its payload.
      CREATE TABLE ledger_payload (
        event_seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
        key_id uuid NOT NULL REFERENCES data_key (id),
        content bytea NOT NULL
      );

      -- Which cases an event showed; the commitment is that of its line in the payload.
      CREATE TABLE ledger_shown (
        case_file_id uuid NOT NULL,
        event_seq bigint NOT NULL REFERENCES ledger_event (seq),
        commitment bytea NOT NULL,
        PRIMARY KEY (case_file_id, event_seq)
      );

      -- Live updates read this number; nothing of the content is here.
      CREATE TABLE outbox (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        case_file_id uuid,
        at timestamptz NOT NULL DEFAULT now()
      );

      -- The transaction's number can't be chosen by the writer: only \`entry\` may be given.
      GRANT SELECT, INSERT (entry) ON ledger_event TO repere_space;
      GRANT SELECT, INSERT ON ledger_queue, ledger_payload, ledger_shown, alias, outbox TO repere_space;

      CREATE FUNCTION require_ledger_event() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM ledger_event WHERE xid = pg_current_xact_id()) THEN
          RAISE EXCEPTION 'change of % without a ledger event in the same transaction', TG_TABLE_NAME
            USING ERRCODE = 'RP001';
        END IF;
        RETURN NULL;
      END $$;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'RP002';
      END $$;
    `);
    for (const table of ['ledger_event', 'ledger_payload', 'ledger_shown'])
      await runner.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
