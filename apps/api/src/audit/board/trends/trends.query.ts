import { Injectable } from '@nestjs/common';
import type { BoardTrend, FirstActDelay } from '@repere/audit';
import type { DeadlineOrigin } from '@repere/protocol';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { FoundCase } from '../board.query';

/** What trends are asked with. */
export interface TrendScope {
  readonly teamId: string;
  readonly now: Date;
  /** Mondays, the oldest first. */
  readonly weeks: readonly Date[];
  /** Cases opened since then are asked how long the first act took. */
  readonly since: Date;
  /** Steps whose doing protects, `protocol/step`. */
  readonly protectiveActs: readonly string[];
}

/** What narrows the cases behind a trend; `week`: from 1, as in `weeks`. */
export interface TrendNarrowed {
  readonly week: number | null;
  readonly origin: DeadlineOrigin | null;
  readonly delay: FirstActDelay | null;
}

export interface LateRow {
  readonly week: number;
  /** Never absent: those without an origin are not asked for. */
  readonly origin: DeadlineOrigin | null;
  readonly cases: number;
}

export interface FirstActRow {
  readonly delay: FirstActDelay;
  readonly cases: number;
}

/** How a team's cases went over weeks, from what replaying their journals told; the policies say which cases. */
@Injectable()
export class TrendsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  late(scope: TrendScope): Promise<LateRow[]> {
    return LATE.readRows(this.unit.manager, scopeValues(scope));
  }

  firstAct(scope: TrendScope): Promise<FirstActRow[]> {
    return FIRST_ACT.readRows(this.unit.manager, scopeValues(scope));
  }

  /** The cases behind a bar, what happened first first. */
  cases(
    trend: BoardTrend,
    scope: TrendScope,
    narrowed: TrendNarrowed,
    after: readonly [at: string, id: string] | null,
    limit: number,
  ): Promise<FoundCase[]> {
    return BEHIND.readRows(this.unit.manager, trend, scope, narrowed, after, limit);
  }
}

const scopeValues = ({ teamId, now, weeks, since, protectiveActs }: TrendScope): readonly unknown[] => [
  teamId,
  now,
  weeks,
  since,
  protectiveActs,
];

const TYPED = `SELECT $1::uuid IS NOT NULL AND $2::timestamptz IS NOT NULL AND $3::timestamptz[] IS NOT NULL
  AND $4::timestamptz IS NOT NULL AND $5::text[] IS NOT NULL AS is_typed`;

/** When something of ours became late: still open, or done since. */
const BECAME_LATE = `
  SELECT case_file_id, origin, at, width_bucket(at, $3::timestamptz[]) AS week, NULL::text AS delay
    FROM (SELECT case_file_id, origin, coalesce(late_from, done_at - late_ms * interval '1 millisecond') AS at
            FROM step_conformance
           WHERE team_id = $1 AND origin IS NOT NULL AND (late_ms IS NOT NULL OR late_from < $2)) AS x
   WHERE at <= $2 AND at >= ($3::timestamptz[])[1]`;

const FIRST_ACTS = `
  SELECT id AS case_file_id, NULL::text AS origin, opened_at AS at, NULL::int AS week,
         CASE WHEN done_at IS NULL THEN 'none'
              WHEN done_at < opened_at + interval '1 day' THEN 'day'
              WHEN done_at < opened_at + interval '3 days' THEN 'three-days'
              WHEN done_at < opened_at + interval '7 days' THEN 'week' ELSE 'later' END AS delay
    FROM (SELECT c.id, c.opened_at,
                 (SELECT min(s.done_at) FROM step_conformance s
                   WHERE s.case_file_id = c.id AND s.protocol || '/' || s.step = ANY ($5::text[])) AS done_at
            FROM case_file c WHERE c.team_id = $1 AND c.opened_at > $4 AND c.erased_at IS NULL) AS c`;

const CASES_OF: Readonly<Record<BoardTrend, string>> = { 'late-week': BECAME_LATE, 'first-act': FIRST_ACTS };

const ofTeam = (sql: string): string => `WITH asked AS (${TYPED}) ${sql}`;

const LATE = rows<LateRow>({ week: 'integer', origin: 'text?', cases: 'integer' }).from(
  ofTeam(
    `SELECT week, origin, count(DISTINCT case_file_id)::int AS cases FROM (${BECAME_LATE}) AS k GROUP BY week, origin`,
  ),
);

const FIRST_ACT = rows<FirstActRow>({ delay: 'text', cases: 'integer' }).from(
  ofTeam(`SELECT delay, count(*)::int AS cases FROM (${FIRST_ACTS}) AS k GROUP BY delay`),
);

const A_TEAM: TrendScope = {
  teamId: '',
  now: new Date(0),
  weeks: [],
  since: new Date(0),
  protectiveActs: [],
};
const ALL: TrendNarrowed = { week: null, origin: null, delay: null };

const BEHIND = rows<FoundCase>({ id: 'uuid', at: 'text' }).written(
  (
    trend: BoardTrend,
    scope: TrendScope,
    { week, origin, delay }: TrendNarrowed,
    after: readonly [at: string, id: string] | null,
    limit: number,
  ) => ({
    text: ofTeam(`SELECT id, at::text AS at FROM (
      SELECT case_file_id AS id, min(at) AS at FROM (${CASES_OF[trend]}) AS k
       WHERE ($6::int IS NULL OR week = $6) AND ($7::text IS NULL OR origin = $7) AND ($8::text IS NULL OR delay = $8)
       GROUP BY case_file_id) AS c
     WHERE $9::text IS NULL OR (at, id) > ($9::text::timestamptz, $10::uuid) ORDER BY at, id LIMIT $11`),
    values: [...scopeValues(scope), week, origin, delay, after?.[0] ?? null, after?.[1] ?? null, limit],
  }),
  (['late-week', 'first-act'] as const).map((trend) => [trend, A_TEAM, ALL, null, 1] as const),
);
