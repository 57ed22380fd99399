import { type Part, recorded } from './part';

const TABLES = `
  -- Who came to this space by its code: waits, was admitted as an account of this space, or was not. None in a live space.
  CREATE TABLE learner (
    id uuid PRIMARY KEY,
    device bytea NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting','admitted','refused')),
    account_id uuid UNIQUE REFERENCES account (id),
    asked_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'admitted' OR account_id IS NOT NULL)
  );
  CREATE INDEX learner_device ON learner (device);
  -- One name, one person: whoever leads admits by it.
  CREATE UNIQUE INDEX learner_name ON learner (lower(name)) WHERE state <> 'refused';
`;

/** Who learns in a training space. */
export const TRAINING: Part = {
  tables: TABLES,
  rights: ['GRANT SELECT, INSERT, UPDATE ON learner TO repere_space', recorded('learner')],
};
