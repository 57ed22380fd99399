import type { TrainingMode } from '@repere/training';
import type { SpaceRow } from './spaces';
import { SPACE_COLUMNS } from './spaces';

/** How many learners a space has at most. */
export const MOST_LEARNERS = 60;

/** The class of a training space as the address book has it. */
export interface SpaceClassRow {
  readonly mode: TrainingMode;
  readonly scenario: string | null;
  readonly is_score_shown: boolean;
  /** `null`: nobody new is let in. */
  readonly code_until: Date | null;
}

/** A training space that learners may come to by a code. */
export type CodedSpaceRow = SpaceRow & { readonly code_mac: Buffer };

/** What a class asks of the address book: of training spaces alone. */
export const SPACE_CLASS_SQL = {
  /** `$1`: id of the space. */
  read: `SELECT mode, scenario, is_score_shown, CASE WHEN code_until > now() THEN code_until END AS code_until
           FROM space WHERE id = $1 AND kind = 'training' AND state = 'open'`,
  /** `$1`: id of the space, `$2`: MAC of the code, `$3`: hours; without a code it is closed. */
  setCode: `UPDATE space SET code_mac = $2, code_until = CASE WHEN $2::bytea IS NOT NULL THEN now() + make_interval(hours => $3) END
             WHERE id = $1 AND kind = 'training' AND state = 'open' RETURNING code_until`,
  /** `$1`: id of the space, `$2`: whether learners see it. */
  showScore: `UPDATE space SET is_score_shown = $2 WHERE id = $1 AND kind = 'training' AND state = 'open'`,
  coded: `SELECT ${SPACE_COLUMNS}, code_mac FROM space WHERE kind = 'training' AND state = 'open' AND code_until > now()`,
} as const;
