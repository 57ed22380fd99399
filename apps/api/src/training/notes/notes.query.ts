import { rows } from '../../platform/data/statement';

interface NoteRow {
  readonly id: string;
  readonly words: string;
  readonly at: Date;
}

const NOTE = { id: 'uuid', words: 'text', at: 'timestamptz' } as const;
const COLUMNS = `id, words, noted_at AS at`;

export const NOTES_SQL = {
  all: rows<NoteRow>(NOTE).from(`SELECT ${COLUMNS} FROM trainer_note ORDER BY noted_at, id LIMIT 500`),
  find: rows<NoteRow>(NOTE).from(`SELECT ${COLUMNS} FROM trainer_note WHERE id = $1`),
  /** `$1`: id, `$2`: words, `$3`: when, `$4`: how many there are at most. What stands, stands: then no row, as where there are so many. */
  add: rows<NoteRow>(NOTE).from(
    `INSERT INTO trainer_note (id, words, noted_at) SELECT $1, $2, $3 WHERE (SELECT count(*) FROM trainer_note) < $4::int
     ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`,
  ),
  remove: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `DELETE FROM trainer_note WHERE id = $1 RETURNING id`,
  ),
} as const;
