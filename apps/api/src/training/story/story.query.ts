import type { EventMemory } from '@repere/training';
import { command, rows } from '../../platform/data/statement';

/** Where a story stands, and its case. */
export interface StandingRow {
  readonly seq: number;
  readonly at: Date;
  readonly awaited: EventMemory['awaited'];
  readonly nextAt: Date | null;
  readonly watchesCase: boolean;
  readonly revision: number;
  readonly caseFileId: string;
  readonly caseSeq: string;
  readonly caseChangesAt: Date | null;
}

export interface ArrivedRow {
  readonly event: string;
  readonly cameAt: Date;
  readonly acts: number;
  readonly done: number;
}

export const STORY_SQL = {
  /** No row where there is no story. The case is that of the score: none was opened before it. */
  standing: rows<StandingRow>({
    ...{ seq: 'integer', at: 'timestamptz', awaited: 'jsonb', nextAt: 'timestamptz?' },
    ...{ watchesCase: 'boolean', revision: 'integer' },
    ...{ caseFileId: 'uuid', caseSeq: 'bigint', caseChangesAt: 'timestamptz?' },
  }).from(
    `SELECT c.seq, c.at, c.awaited, c.next_at AS "nextAt", c.watches_case AS "watchesCase", c.revision,
            f.id AS "caseFileId", f.seq AS "caseSeq", f.next_change_at AS "caseChangesAt"
       FROM story_course c CROSS JOIN case_file f WHERE f.erased_at IS NULL ORDER BY f.opened_at, f.id LIMIT 1`,
  ),
  /** First to last. */
  arrived: rows<ArrivedRow>({
    event: 'text',
    cameAt: 'timestamptz',
    acts: 'integer',
    done: 'integer',
  }).from(`SELECT event, came_at AS "cameAt", acts, done FROM arrived_event ORDER BY place`),
  /** `$1`: entry, `$2`: moment, `$3`: what is awaited, `$4`: when the next is due, `$5`: whether one waits for something in the case. */
  begin: command(
    `INSERT INTO story_course (seq, at, awaited, next_at, watches_case) VALUES ($1, $2, $3, $4, $5)`,
  ),
  /** The same from the revision `$6`; no row where somebody else was quicker. */
  goOn: rows<{ readonly revision: number }>({ revision: 'integer' }).from(
    `UPDATE story_course SET seq = $1, at = $2, awaited = $3, next_at = $4, watches_case = $5, revision = revision + 1
      WHERE revision = $6 RETURNING revision`,
  ),
  /** `$1`: event, `$2`: when, `$3`: its place, `$4`: acts of others, `$5`: of these done. */
  arrive: command(
    `INSERT INTO arrived_event (event, came_at, place, acts, done) VALUES ($1, $2, $3, $4, $5)`,
  ),
  /** One act more of `$1` was done, where `$2` were; no row where somebody else did it. */
  actDone: rows<{ readonly done: number }>({ done: 'integer' }).from(
    `UPDATE arrived_event SET done = done + 1 WHERE event = $1 AND done = $2 RETURNING done`,
  ),
} as const;
