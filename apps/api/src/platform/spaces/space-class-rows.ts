import type { Words } from '@repere/cases';
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
  /** Of an assessment: how long it takes. */
  readonly limit_minutes: number | null;
  /** When it ends, or ended, by the machine's clock; `null`: it was not begun. */
  readonly limit_until: Date | null;
  /** Where the space's clock stood then; `null`: it was not moved since. */
  readonly limit_clock: Date | null;
  /** `null`: nobody new is let in. */
  readonly code_until: Date | null;
  /** In the live space, when its owner came in last; `null`: nobody came in yet. */
  readonly out_of_force: readonly OutOfForce[] | null;
}

/** A version that a scenario names, and that nobody is held to any more, or yet. */
export interface OutOfForce {
  readonly protocol: string;
  readonly title: Words;
  readonly version: string;
  readonly inForce: string;
}

/** The scenario that a training space began with. */
export interface SpaceScenarioRow {
  /** `null`: it began empty. */
  readonly scenario: string | null;
  /** Its text, where a trainer wrote it; `null`: it came with the product. */
  readonly scenario_text: string | null;
}

/** A training space that learners may come to by a code. */
export type CodedSpaceRow = SpaceRow & { readonly code_mac: Buffer };

/** What a class asks of the address book: of training spaces alone. */
export const SPACE_CLASS_SQL = {
  /** `$1`: id of the space. */
  read: `SELECT mode, scenario, is_score_shown, limit_minutes, limit_until, limit_clock, out_of_force, CASE WHEN code_until > now() THEN code_until END AS code_until
           FROM space WHERE id = $1 AND kind = 'training' AND state = 'open'`,
  /** `$1`: id of the space. Its text is long, and those who wait do not ask for it. */
  readScenario: `SELECT scenario, scenario_text FROM space WHERE id = $1 AND kind = 'training' AND state = 'open'`,
  /** `$1`: id of the space, `$2`: MAC of the code, `$3`: hours; without a code it is closed. */
  setCode: `UPDATE space SET code_mac = $2, code_until = CASE WHEN $2::bytea IS NOT NULL THEN now() + make_interval(hours => $3) END
             WHERE id = $1 AND kind = 'training' AND state = 'open' RETURNING code_until`,
  /** `$1`: id of the space, `$2`: whether learners see it. */
  showScore: `UPDATE space SET is_score_shown = $2 WHERE id = $1 AND kind = 'training' AND state = 'open'`,
  /** `$1`: id of the space. Begun once: what ended is not begun again. */
  beginLimit: `UPDATE space SET limit_until = now() + make_interval(mins => limit_minutes)
                WHERE id = $1 AND kind = 'training' AND state = 'open' AND limit_minutes IS NOT NULL AND limit_until IS NULL RETURNING limit_until`,
  coded: `SELECT ${SPACE_COLUMNS}, code_mac FROM space WHERE kind = 'training' AND state = 'open' AND code_until > now()`,
} as const;
