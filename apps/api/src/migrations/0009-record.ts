import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes the events a record: written once by the recorder's own role, read by the application. */
export const RECORD_TABLES = [
  'ledger_leaf',
  'ledger_tile',
  'ledger_checkpoint',
  'ledger_epoch',
  'ledger_key',
  'ledger_unreadable',
] as const;

/** Leaves, tiles, signed checkpoints, epochs and signers' keys; and the role that alone adds to them. */
export class Record0009 implements MigrationInterface {
  readonly name = 'Record1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TREE);
    await runner.query(SIGNED);
    for (const table of RECORD_TABLES)
      await runner.query(`
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        GRANT SELECT ON ${table} TO repere_space;
        GRANT SELECT, INSERT ON ${table} TO repere_recorder`);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const TREE = `
  CREATE TABLE ledger_leaf (
    -- Place in the log: 0, 1, 2…, without a gap.
    leaf bigint PRIMARY KEY CHECK (leaf >= 0),
    seq bigint NOT NULL UNIQUE REFERENCES ledger_event (seq),
    stream text NOT NULL,
    -- Place in the stream: 1, 2, 3…, without a gap.
    pos bigint NOT NULL CHECK (pos > 0),
    -- SHA-256(0x00 ‖ entry with its pos), RFC 6962.
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    UNIQUE (stream, pos)
  );

  -- Full tiles only: 256 hashes of level 8·level (C2SP tlog-tiles) with the 254 nodes above them, so that a proof is read and
  -- not computed; and the hash over all of them.
  CREATE TABLE ledger_tile (
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 6),
    index bigint NOT NULL CHECK (index >= 0),
    nodes bytea NOT NULL CHECK (octet_length(nodes) = 16320),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    PRIMARY KEY (level, index)
  );
  -- Hashes don't compress, and parts of what is not compressed can be read alone.
  ALTER TABLE ledger_tile ALTER COLUMN nodes SET STORAGE EXTERNAL;

  -- Queued events that are no entry: set aside, so that one of them does not hold up the others. There should be none.
  CREATE TABLE ledger_unreadable (
    seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    found_at timestamptz NOT NULL DEFAULT now()
  );
`;

const SIGNED = `
  -- A restored backup goes on under a new origin, whose first event commits to the last checkpoint before it.
  CREATE TABLE ledger_epoch (
    number integer PRIMARY KEY CHECK (number > 0),
    origin text NOT NULL UNIQUE,
    began_at timestamptz NOT NULL,
    -- Of the first there is none of these three.
    event_seq bigint REFERENCES ledger_event (seq),
    previous text,
    reason text,
    CHECK ((number = 1) = (reason IS NULL)),
    CHECK ((number = 1) = (event_seq IS NULL)),
    CHECK ((number = 1) = (previous IS NULL))
  );

  -- Signed notes (C2SP tlog-checkpoint). \`size\` and \`root\` are in the note; here to find it by.
  CREATE TABLE ledger_checkpoint (
    size bigint NOT NULL CHECK (size > 0),
    origin text NOT NULL REFERENCES ledger_epoch (origin),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    note text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (size, origin)
  );
  CREATE INDEX ledger_checkpoint_signed ON ledger_checkpoint (signed_at);

  -- Verifier keys of the signer, each vouched for by a note that the one before signed; of the first there is none.
  CREATE TABLE ledger_key (
    number integer PRIMARY KEY CHECK (number > 0),
    key text NOT NULL UNIQUE,
    voucher text,
    since timestamptz NOT NULL,
    CHECK ((number = 1) = (voucher IS NULL))
  );
`;

const RIGHTS = `
  GRANT USAGE ON SCHEMA public TO repere_recorder;
  GRANT SELECT ON ledger_event TO repere_recorder;
  GRANT SELECT, DELETE ON ledger_queue TO repere_recorder;

  -- An event that nobody would sequence is none: it must wait in the queue as well.
  CREATE OR REPLACE FUNCTION require_ledger_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM ledger_event e JOIN ledger_queue q ON q.seq = e.seq
                    WHERE e.xid = pg_current_xact_id()) THEN
      RAISE EXCEPTION 'change of % without a ledger event in the same transaction', TG_TABLE_NAME
        USING ERRCODE = 'RP001';
    END IF;
    RETURN NULL;
  END $$;
`;
