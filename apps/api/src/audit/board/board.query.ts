import { Injectable } from '@nestjs/common';
import type { BoardFigure } from '@repere/audit';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { BoardProtocolDto } from './board.dto';
import { type BoardScope, parametersOf } from './board-times';
import { CASES_OF, DUE, TYPED } from './figure-cases.query';

/** Cases of somebody, or under a protocol. */
export type BoardCounts = Pick<BoardProtocolDto, 'lateLegal' | 'late' | 'soon'>;

/** Numbers of cases that are late or soon, by lead, by protocol, and of the team: one row each. */
export interface DueRow extends BoardCounts {
  /** `lead` and `protocol` name what the row is about; both absent: the whole team. */
  readonly isOf: 'team' | 'lead' | 'protocol';
  readonly leadId: string | null;
  readonly protocol: string | null;
}

/** Cases by lead; `isTotal`: of the team. */
export interface LeadRow {
  readonly isTotal: boolean;
  readonly leadId: string | null;
  readonly cases: number;
}

/** What narrows the cases behind a figure; `nobody`: those that nobody leads. */
export interface Narrowed {
  readonly leadId?: string;
  readonly protocol?: string;
}

export interface FoundCase {
  readonly id: string;
  /** As the database writes it: for the cursor. */
  readonly at: string;
}

/** Figures of a team, each from an index of its own, and the cases behind them. */
@Injectable()
export class BoardQuery {
  constructor(private readonly unit: UnitOfWork) {}

  due(scope: BoardScope): Promise<DueRow[]> {
    return DUE_CASES.readRows(this.unit.manager, parametersOf(scope));
  }

  byLead(figure: 'open' | 'approvals', scope: BoardScope): Promise<LeadRow[]> {
    return BY_LEAD.readRows(this.unit.manager, figure, scope);
  }

  async count(figure: BoardFigure, scope: BoardScope): Promise<number> {
    return (await COUNT.first(this.unit.manager, figure, scope))?.cases ?? 0;
  }

  /** Cases of a team that are restricted to a circle, whoever is in it: a number, and nothing else leaves. */
  async restricted(teamId: string): Promise<number> {
    const row = await this.unit.asSystem('system:record', () =>
      RESTRICTED.first(this.unit.manager, [teamId]),
    );
    return row?.cases ?? 0;
  }

  /** The cases behind a figure, what counts longest first. */
  cases(
    figure: BoardFigure,
    scope: BoardScope,
    { leadId, protocol }: Narrowed,
    after: readonly [at: string, id: string] | null,
    limit: number,
  ): Promise<FoundCase[]> {
    const narrowed = [leadId ?? null, protocol ?? null, after?.[0] ?? null, after?.[1] ?? null, limit];
    return BEHIND.readRows(this.unit.manager, figure, scope, narrowed);
  }
}

/** Who is not here leads nothing, from that day on: `here` is the lead of a row `k`, if there is one. */
const OPEN_LEADS = `open_lead AS MATERIALIZED (SELECT a.id FROM account a WHERE account_is_open(a))`;
const LEAD = `LEFT JOIN open_lead here ON here.id = k.lead_id`;

/** SQL of a team: its first parameters are those of the scope. */
const ofTeam = (sql: string): string => `WITH asked AS (SELECT ${TYPED} AS is_typed), ${OPEN_LEADS} ${sql}`;

const ofFigure =
  (write: (cases: string) => string) =>
  (figure: BoardFigure, scope: BoardScope, more: readonly unknown[] = []) => ({
    text: ofTeam(write(CASES_OF[figure])),
    values: [...parametersOf(scope), ...more],
  });

const A_TEAM: BoardScope = { teamId: '', now: 0, protectiveActs: [] };
const EACH_FIGURE = (Object.keys(CASES_OF) as BoardFigure[]).map((figure) => [figure, A_TEAM] as const);

const casesThat = (filter: string): string => `(count(DISTINCT case_file_id) FILTER (WHERE ${filter}))::int`;

const DUE_CASES = rows<DueRow>({
  ...{ isOf: 'text', leadId: 'uuid?', protocol: 'text?' },
  ...{ lateLegal: 'integer', late: 'integer', soon: 'integer' },
}).from(
  ofTeam(
    `SELECT CASE GROUPING(lead_id, protocol) WHEN 3 THEN 'team' WHEN 1 THEN 'lead' ELSE 'protocol' END AS "isOf",
            lead_id AS "leadId", protocol, ${casesThat('is_legal')} AS "lateLegal",
            ${casesThat('is_late')} AS late, ${casesThat('is_soon')} AS soon
       FROM (SELECT case_file_id, here.id AS lead_id, protocol, bool_or(is_late AND origin = 'LEGAL') AS is_legal,
                    bool_or(is_late) AS is_late, bool_or(NOT is_late) AS is_soon
               FROM (${DUE}) AS k ${LEAD} GROUP BY case_file_id, here.id, protocol) AS due GROUP BY GROUPING SETS ((lead_id), (protocol), ())`,
  ),
);

const BY_LEAD = rows<LeadRow>({ isTotal: 'boolean', leadId: 'uuid?', cases: 'integer' }).written(
  ofFigure(
    (cases) =>
      `SELECT GROUPING(here.id) = 1 AS "isTotal", here.id AS "leadId", count(DISTINCT case_file_id)::int AS cases
         FROM (${cases}) AS k ${LEAD} GROUP BY GROUPING SETS ((here.id), ())`,
  ),
  EACH_FIGURE,
);

const COUNT = rows<{ readonly cases: number }>({ cases: 'integer' }).written(
  ofFigure((cases) => `SELECT count(DISTINCT case_file_id)::int AS cases FROM (${cases}) AS k`),
  EACH_FIGURE,
);

const RESTRICTED = rows<{ readonly cases: number }>({ cases: 'integer' }).from(`
  SELECT count(*)::int AS cases FROM restriction r JOIN case_file c ON c.id = r.case_file_id
   WHERE r.team_id = $1 AND r.ended_at IS NULL AND c.erased_at IS NULL`);

const BEHIND = rows<FoundCase>({ id: 'uuid', at: 'text' }).written(
  ofFigure(
    (cases) => `SELECT id, at::text AS at FROM (
       SELECT case_file_id AS id, min(at) AS at FROM (${cases}) AS k ${LEAD}
        WHERE ($6::text IS NULL OR coalesce(here.id::text, 'nobody') = $6) AND ($7::text IS NULL OR protocol = $7)
        GROUP BY case_file_id) AS c
      WHERE $8::text IS NULL OR (at, id) > ($8::text::timestamptz, $9::uuid) ORDER BY at, id LIMIT $10`,
  ),
  EACH_FIGURE,
);
