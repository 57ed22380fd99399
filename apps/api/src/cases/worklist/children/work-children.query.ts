import { Injectable } from '@nestjs/common';
import type { FactValue } from '@repere/protocol';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { Parameters } from '../../../platform/requests/parameters';
import { type AskedPhases, linesOf, NARROWED, OWN_AND_TEAM, parametersOf, TYPED } from '../work-lines.query';
import { type FoundRow, PHASES } from '../work-phases.query';
import { type AskedWork, WorklistQuery } from '../worklist.query';
import { WORK_GROUPS } from '../worklist.dto';
import { dangerRankOf, shownDangers } from '../danger-rank.query';

/** What presses most for one child, with how much else there is. */
export interface ChildRow extends FoundRow {
  readonly acts: number;
  readonly late: number;
  readonly danger: FactValue | null;
  readonly isDangerSeen: boolean;
  /** The place in the list, for the cursor, before what a line has anyway. */
  readonly group: number;
  readonly dangerRank: number;
  readonly at: number;
  /** Of the person who leads: the place of their first child, and how many children and late acts they have. */
  readonly personAt: number;
  readonly ofPerson: number;
  readonly lateOfPerson: number;
  /** How many children the whole list has. */
  readonly children: number;
}

/** Where a page of children goes on. */
export type ChildPlace = readonly [
  group: number,
  dangerRank: number,
  at: number,
  rank: number,
  sortedAt: string,
  caseFileId: string,
];

/** `lead`: of this account alone, `null`: whom nobody leads. `persons`: so many of each person's, from this person on. */
export interface AskedChildren {
  readonly lead?: string | null;
  readonly after?: ChildPlace;
  readonly persons?: { readonly each: number; readonly after: number };
}

/** The list of work by child: the same lines, of each case the first. */
@Injectable()
export class WorkChildrenQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly worklist: WorklistQuery,
  ) {}

  findChildren(
    asked: AskedWork,
    dangers: readonly string[],
    which: AskedChildren,
    limit: number,
  ): Promise<ChildRow[]> {
    const phases = this.worklist.phases(asked.show);
    const all = { ...asked, phases, roles: this.worklist.roles() };
    return CHILDREN.readRows(this.unit.manager, all, dangers, which, limit);
  }
}

const PLACE_TYPES = ['int', 'int', 'int', 'int', 'timestamptz', 'uuid'] as const;

/** Between children: the group, then the danger, then the one order. Nothing late and administrative comes before what protects. */
const IN_ORDER = `"group", "dangerRank", at, rank, sorted_at, "caseFileId"`;

/** What stands under `lines`: everything that is asked for, once. */
function allLines(asked: AskedPhases, parameters: Parameters): string | null {
  const found = linesOf(asked, parameters, {});
  if (found === null) return null;
  const phases = asked.phases.map((phase, at) => {
    // Of a phase that waits for others nothing is late of ours.
    const isOurs = phase.kind !== 'outside' && phase.name !== 'my-acts';
    return `(${String(at)}, ${String(WORK_GROUPS.indexOf(phase.group))}, '${phase.name}', ${String(isOurs)})`;
  });
  return `SELECT p.at, p."group", p.name, l.*, p.is_ours AND coalesce(l."lateFrom" < $1, false) AS is_late
            FROM (${found}) AS l JOIN (VALUES ${phases.join(', ')}) AS p (at, "group", name, is_ours) ON p.at = l.phase`;
}

const A_PLACE: ChildPlace = [0, 1, 1, 1, '2026-01-01', 'id'];

const WHICH: readonly AskedChildren[] = [
  {},
  { after: A_PLACE },
  { lead: 'a' },
  { lead: null, after: A_PLACE },
  { persons: { each: 1, after: 0 } },
];

/**
 * PostgreSQL can't know how many cases these lines have, takes them for few, and would look through all of another part for each of
 * them: what is counted of a case and what is known of its danger is joined to none.
 */
const CHILDREN = rows<ChildRow>({
  ...{ caseFileId: 'uuid', runId: 'uuid', step: 'text', of: 'text', origin: 'text?', owner: 'text' },
  ...{ dueAt: 'timestamptz?', lateFrom: 'timestamptz?', atOnce: 'boolean', state: 'text' },
  ...{ rank: 'integer', sortedAt: 'text', place: 'integer' },
  ...{ phase: 'text', protocol: 'text', version: 'text' },
  ...{ acts: 'integer', late: 'integer', danger: 'jsonb?', isDangerSeen: 'boolean' },
  ...{ group: 'integer', dangerRank: 'integer', at: 'integer' },
  ...{ personAt: 'integer', ofPerson: 'integer', lateOfPerson: 'integer', children: 'integer' },
}).written(
  (asked: AskedPhases, dangers: readonly string[], which: AskedChildren, limit: number) => {
    const parameters = parametersOf(asked);
    const lines = allLines(asked, parameters);
    if (lines === null) return null;
    const add = (value: unknown): string => parameters.addValue(value);
    const ranked = `${add(dangers)}::text[]`;
    const { lead, after, persons } = which;
    const conditions = [...(lead === undefined ? [] : [`of_lead IS NOT DISTINCT FROM ${add(lead)}::uuid`])];
    const shown = [
      ...(after
        ? [
            `(${IN_ORDER}) > (${after.map((part, at) => `${add(part)}::${PLACE_TYPES[at] ?? 'text'}`).join(', ')})`,
          ]
        : []),
      ...(persons ? [`nth <= ${add(persons.each)}::int`, `"personAt" > ${add(persons.after)}::bigint`] : []),
    ];
    const where = (all: readonly string[]): string => (all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`);
    const text = `WITH lines AS MATERIALIZED (${lines}),
      first AS (
        SELECT DISTINCT ON ("caseFileId") *, (count(*) OVER of_case)::int AS acts, (count(*) FILTER (WHERE is_late) OVER of_case)::int AS late
          FROM lines WINDOW of_case AS (PARTITION BY "caseFileId") ORDER BY "caseFileId", at, rank, sorted_at, place, "of"),
      lead AS MATERIALIZED (
        SELECT l.id FROM account l WHERE l.id = ANY (ARRAY(SELECT DISTINCT lead_id FROM first)) AND account_is_open(l)),
      danger AS MATERIALIZED (
        SELECT jsonb_object_agg(d.id, jsonb_build_array(d.danger, d."isDangerSeen")) AS by_case
          FROM (${shownDangers('ARRAY(SELECT "caseFileId" FROM first)')}) AS d),
      weighed AS (
        SELECT first.*, d.said -> 0 AS danger, coalesce((d.said ->> 1)::boolean, false) AS "isDangerSeen"
          FROM first CROSS JOIN danger CROSS JOIN LATERAL (SELECT danger.by_case -> "caseFileId"::text AS said) AS d),
      known AS (
        SELECT weighed.*, ${dangerRankOf('weighed', ranked)} AS "dangerRank", lead.id AS of_lead
          FROM weighed LEFT JOIN lead ON lead.id = weighed.lead_id),
      placed AS (
        SELECT *, row_number() OVER (ORDER BY ${IN_ORDER}) AS n,
               row_number() OVER (PARTITION BY of_lead ORDER BY ${IN_ORDER}) AS nth
          FROM known ${where(conditions)}),
      counted AS (
        SELECT *, (min(n) OVER (PARTITION BY of_lead))::int AS "personAt",
               (count(*) OVER (PARTITION BY of_lead))::int AS "ofPerson",
               (sum(late) OVER (PARTITION BY of_lead))::int AS "lateOfPerson", (count(*) OVER ())::int AS children
          FROM placed)
      SELECT w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", w.state, w.rank,
             w.sorted_at::text AS "sortedAt", w.place, w.name AS phase, w.protocol, w.version, w.acts, w.late, w.danger, w."isDangerSeen", w."group",
             w."dangerRank", w.at, w."personAt", w."ofPerson", w."lateOfPerson", w.children
        FROM counted w ${where([TYPED, ...shown])}
       ORDER BY ${persons ? '"personAt", nth' : IN_ORDER} LIMIT ${add(limit)}::int`;
    return { text, values: parameters.values };
  },
  [...OWN_AND_TEAM, ...NARROWED].flatMap((asked) =>
    WHICH.map((which) => [{ ...asked, phases: PHASES }, ['a', ''], which, 1] as const),
  ),
);
