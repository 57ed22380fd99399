import { rows } from '../../platform/data/statement';

/** What the room sees. */
export interface PresentationRow {
  readonly position: number;
  readonly slide: string | null;
  readonly page: string | null;
  readonly isPaused: boolean;
}

const COLUMNS = `position, slide, page, is_paused AS "isPaused"`;
const PRESENTATION = { position: 'integer', slide: 'text?', page: 'text?', isPaused: 'boolean' } as const;

export const PRESENTATION_SQL = {
  read: rows<PresentationRow>(PRESENTATION).from(`SELECT ${COLUMNS} FROM presentation`),
  /**
   * `$1`: the position that was seen, `$2`: slide, `$3`: page, `$4`: whether paused, `$5`: when. No row where somebody else was quicker.
   */
  present: rows<PresentationRow>(PRESENTATION).from(
    `INSERT INTO presentation (position, slide, page, is_paused, changed_at)
       SELECT $1::int + 1, $2, $3, $4, $5 WHERE $1::int = 0 OR EXISTS (SELECT 1 FROM presentation)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, slide = excluded.slide, page = excluded.page,
       is_paused = excluded.is_paused, changed_at = excluded.changed_at
       WHERE presentation.position = $1::int RETURNING ${COLUMNS}`,
  ),
  /** How much of the story has come about. */
  countArrived: rows<{ readonly arrived: number }>({ arrived: 'integer' }).from(
    `SELECT count(*)::int AS arrived FROM arrived_event`,
  ),
  /** Browsers of those who are in. */
  admitted: rows<{ readonly device: string }>({ device: 'text' }).from(
    `SELECT DISTINCT encode(device, 'hex') AS device FROM learner WHERE state = 'admitted'`,
  ),
} as const;
