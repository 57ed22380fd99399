import { appendOnly, ofCase, type Part } from './part';

const TABLES = `
  -- A version of a document: what it is and the hashes of its bytes. It stays when these are destroyed.
  CREATE TABLE case_document (
    id uuid PRIMARY KEY,
    -- The id of its first version.
    document_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL,
    classes text[] NOT NULL CHECK (cardinality(classes) > 0),
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    dated_on date,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf','image/jpeg','image/png')),
    pages integer,
    bytes integer NOT NULL CHECK (bytes > 0),
    -- Of the file as it came, and of what is kept.
    original_sha256 text NOT NULL CHECK (original_sha256 ~ '^[0-9a-f]{64}$'),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    key_id uuid NOT NULL REFERENCES data_key (id),
    words bytea NOT NULL,
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE,
    CONSTRAINT document_version UNIQUE (document_id, version),
    CONSTRAINT document_of_case UNIQUE (id, case_file_id),
    CONSTRAINT version_of_document UNIQUE (id, document_id, case_file_id),
    CHECK ((version = 1) = (id = document_id)),
    FOREIGN KEY (document_id, case_file_id) REFERENCES case_document (id, case_file_id)
  );
  CREATE INDEX case_document_case ON case_document (case_file_id, document_id, version);

  -- Its bytes, until they are destroyed.
  CREATE TABLE case_document_content (
    version_id uuid PRIMARY KEY,
    document_id uuid NOT NULL,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    key_id uuid NOT NULL REFERENCES data_key (id),
    content bytea NOT NULL,
    FOREIGN KEY (version_id, document_id, case_file_id) REFERENCES case_document (id, document_id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX case_document_content_of ON case_document_content (document_id);
  CREATE INDEX case_document_content_case ON case_document_content (case_file_id);

  -- That all its versions were destroyed: by whom, and why.
  CREATE TABLE case_document_destruction (
    document_id uuid PRIMARY KEY,
    case_file_id uuid NOT NULL,
    team_id uuid NOT NULL,
    by_id uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason IN ('image-of-abuse','recording','wrong-child','no-ground')),
    FOREIGN KEY (document_id, case_file_id) REFERENCES case_document (id, case_file_id),
    FOREIGN KEY (case_file_id, team_id) REFERENCES case_file (id, team_id) ON UPDATE CASCADE
  );
  CREATE INDEX case_document_destruction_case ON case_document_destruction (case_file_id);
`;

const FUNCTIONS = `
  -- Bytes go with the row that says who destroyed them, or with the case; and none come after it.
  CREATE FUNCTION keep_document_content() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      -- A case that changes its team, or its key, takes its documents along.
      IF (NEW.version_id, NEW.document_id, NEW.case_file_id) IS DISTINCT FROM (OLD.version_id, OLD.document_id, OLD.case_file_id)
         OR NEW.content IS DISTINCT FROM OLD.content THEN
        RAISE EXCEPTION 'case_document_content is append-only' USING ERRCODE = 'RP002';
      END IF;
      RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
      IF EXISTS (SELECT 1 FROM case_document_destruction WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'this document was destroyed' USING ERRCODE = 'RP002';
      END IF;
      RETURN NEW;
    END IF;
    IF NOT app_erases() AND NOT EXISTS (SELECT 1 FROM case_document_destruction WHERE document_id = OLD.document_id) THEN
      RAISE EXCEPTION 'bytes of a document go with a record of it' USING ERRCODE = 'RP002';
    END IF;
    RETURN OLD;
  END $$;
`;

const ALL = ['case_document', 'case_document_content', 'case_document_destruction'] as const;
const LASTING = ['case_document', 'case_document_destruction'] as const;

/** Added in one's own name by who works on the case; destroyed by who supervises it, with a row that stays. */
export const DOCUMENTS: Part = {
  tables: TABLES,
  functions: FUNCTIONS,
  rights: [
    `GRANT SELECT, INSERT ON case_document, case_document_destruction TO repere_space`,
    `GRANT SELECT, INSERT, DELETE ON case_document_content TO repere_space`,
    ofCase(...ALL),
    appendOnly(...LASTING),
    `CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON case_document_content
       FOR EACH ROW EXECUTE FUNCTION keep_document_content()`,
    `CREATE POLICY adds ON case_document FOR INSERT WITH CHECK ((SELECT app_writes())
       AND by_id = (SELECT app_account()) AND app_works_on_case(case_file_id))`,
    `CREATE POLICY adds ON case_document_content FOR INSERT WITH CHECK ((SELECT app_writes())
       AND app_works_on_case(case_file_id))`,
    `CREATE POLICY destroys ON case_document_destruction FOR INSERT WITH CHECK ((SELECT app_writes())
       AND (SELECT app_supervises()) AND by_id = (SELECT app_account())
       AND team_id = ANY ((SELECT app_teams_array())::uuid[]) AND app_works_on_case(case_file_id))`,
    `CREATE POLICY destroys ON case_document_content FOR DELETE USING ((SELECT app_writes())
       AND (SELECT app_supervises()) AND team_id = ANY ((SELECT app_teams_array())::uuid[])
       AND app_works_on_case(case_file_id))`,
  ],
};
