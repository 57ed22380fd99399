import { appendOnly, audited, excluded, forSystem, type Part, secured } from './part';

const TABLES = `
  CREATE TABLE ledger_event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    -- Canonical JSON (RFC 8785) as it was hashed; text, since jsonb would reorder it.
    entry text NOT NULL CHECK (octet_length(entry) BETWEEN 2 AND 2048)
  );
  CREATE INDEX ledger_event_xid ON ledger_event (xid);

  -- What stands beside an event names it without a foreign key, which would be asked, and lock, at each request: \`fsck\` finds
  -- what names none.
  CREATE TABLE ledger_queue (
    seq bigint PRIMARY KEY
  );

  -- What an event commits to (fields and salts, encrypted) when it has no home elsewhere; a journal entry's is its payload.
  CREATE TABLE ledger_payload (
    event_seq bigint PRIMARY KEY,
    -- The id in the event's entry: what is sealed is bound to it, since the entry is written before its place is known.
    event_id uuid NOT NULL,
    key_id uuid NOT NULL,
    content bytea NOT NULL
  );

  -- Which cases an event showed; the commitment is that of its line in the payload.
  CREATE TABLE ledger_shown (
    case_file_id uuid NOT NULL,
    event_seq bigint NOT NULL,
    commitment bytea NOT NULL,
    PRIMARY KEY (case_file_id, event_seq)
  );

  -- Random names that stand for accounts and cases in the record. Deleting a row cuts the link for good.
  CREATE TABLE alias (
    kind text NOT NULL CHECK (kind IN ('account','case','mission')),
    subject text NOT NULL,
    alias text NOT NULL UNIQUE,
    PRIMARY KEY (kind, subject),
    -- An id in capitals would be a second stream of the same case.
    CONSTRAINT alias_subject_check CHECK (subject = lower(subject))
  );

  CREATE TABLE ledger_leaf (
    -- Place in the log: 0, 1, 2…, without a gap.
    leaf bigint PRIMARY KEY CHECK (leaf >= 0),
    seq bigint NOT NULL UNIQUE,
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

  -- Queued events that are no entry: set aside, so that one of them does not hold up the others. There should be none.
  CREATE TABLE ledger_unreadable (
    seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    found_at timestamptz NOT NULL DEFAULT now()
  );

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

  -- Of a branch of a training space: how much of this log is its parent's, and the root of that. One row for each space on the way.
  CREATE TABLE ledger_branch (
    event_seq bigint PRIMARY KEY REFERENCES ledger_event (seq),
    parent text NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    -- The newest note that was signed over the parent's log; NULL: none was.
    note text
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

  -- Who may sign: a signer whose memory has another mark than the newest row does not. Of the first there is no event.
  CREATE TABLE ledger_term (
    number integer PRIMARY KEY CHECK (number > 0),
    mark text NOT NULL UNIQUE CHECK (mark ~ '^[0-9a-f]{32}$'),
    began_at timestamptz NOT NULL,
    event_seq bigint REFERENCES ledger_event (seq),
    CHECK ((number = 1) = (event_seq IS NULL))
  );

  -- Verifier keys of the signer, each vouched for by a note that the one before signed; of the first there is none.
  CREATE TABLE ledger_key (
    number integer PRIMARY KEY CHECK (number > 0),
    key text NOT NULL UNIQUE,
    voucher text,
    since timestamptz NOT NULL,
    CHECK ((number = 1) = (voucher IS NULL))
  );

  -- Hashes don't compress, and parts of what is not compressed can be read alone.
  ALTER TABLE ledger_tile ALTER COLUMN nodes SET STORAGE EXTERNAL;
`;

const FUNCTIONS = `
  -- An event that nobody would sequence is none: it must wait in the queue as well.
  CREATE FUNCTION require_ledger_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM ledger_event e JOIN ledger_queue q ON q.seq = e.seq
                    WHERE e.xid = pg_current_xact_id()) THEN
      RAISE EXCEPTION 'change of % without a ledger event in the same transaction', TG_TABLE_NAME
        USING ERRCODE = 'RP001';
    END IF;
    RETURN NULL;
  END $$;

  -- What a transaction changed is told before its last statement.
  CREATE FUNCTION refuse_untold(changed text) RETURNS json LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'change of % that nothing tells of', changed USING ERRCODE = 'RP001';
  END $$;

  -- History goes by erasure, and by nothing else.
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND nullif(current_setting('app.ctx', true), '')::jsonb ->> 'system' = 'system:erase' THEN
      RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'RP002';
  END $$;
`;

const GRANTS = `
  GRANT SELECT ON ledger_branch, ledger_checkpoint, ledger_epoch, ledger_event, ledger_key, ledger_leaf, ledger_term, ledger_tile, ledger_unreadable
    TO repere_space;
  GRANT SELECT, INSERT ON alias, ledger_payload, ledger_queue, ledger_shown TO repere_space;
  GRANT SELECT ON ledger_event TO repere_recorder;
  GRANT SELECT, DELETE ON ledger_queue TO repere_recorder;
  GRANT SELECT, INSERT ON ledger_branch, ledger_checkpoint, ledger_epoch, ledger_key, ledger_leaf, ledger_term, ledger_tile,
    ledger_unreadable TO
    repere_recorder;
  GRANT INSERT (entry) ON ledger_event TO repere_space;
`;

/** The record: events, the queue that the sequencer empties, the log with its signatures, and which cases a list showed. */
export const LEDGER: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    GRANTS,
    appendOnly(
      ...['ledger_event', 'ledger_payload', 'ledger_shown', 'ledger_leaf', 'ledger_tile'],
      ...[
        'ledger_branch',
        'ledger_checkpoint',
        'ledger_epoch',
        'ledger_key',
        'ledger_term',
        'ledger_unreadable',
      ],
    ),
    secured('ledger_shown'),
    forSystem('ledger_shown'),
    excluded('ledger_shown'),
    audited('ledger_shown'),
    `
      CREATE POLICY sees ON ledger_shown
        USING ((SELECT app_reads()) AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = case_file_id OFFSET 0));
      -- Which cases a list showed is recorded by every reader, an auditor included.
      CREATE POLICY writes_insert ON ledger_shown AS RESTRICTIVE FOR INSERT WITH CHECK (true);
      CREATE POLICY writes_update ON ledger_shown AS RESTRICTIVE FOR UPDATE USING (true);
      CREATE POLICY writes_delete ON ledger_shown AS RESTRICTIVE FOR DELETE USING (true);
      CREATE POLICY audits_insert ON ledger_shown FOR INSERT
        WITH CHECK (case_file_id = ANY ((SELECT app_audited_cases_array())::uuid[]));
    `,
  ],
};
