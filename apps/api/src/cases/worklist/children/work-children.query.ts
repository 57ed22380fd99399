import { Injectable } from '@nestjs/common';
import type { FactValue } from '@repere/protocol';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { Parameters } from '../../../platform/requests/parameters';
import {
  type AskedPhases,
  linesOf,
  NARROWED,
  OWN_AND_TEAM,
  parametersOf,
  TYPED,
  WITH_RUN_AND_STATE,
} from '../work-lines';
import { type FoundRow, PHASES } from '../work-phases';
import { type AskedWork, WorklistQuery } from '../worklist.query';
import { WORK_GROUPS } from '../worklist.dto';
import { dangerRank } from '../danger-rank';

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

  find(
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
const allLines = (asked: AskedPhases, parameters: Parameters): readonly string[] =>
  asked.phases.flatMap((phase, at) => {
    const found = linesOf(phase, phase.branches, asked, parameters);
    if (found === null) return [];
    const group = WORK_GROUPS.indexOf(phase.group);
    // Of a phase that waits for others nothing is late of ours.
    const isOurs = phase.kind !== 'outside' && phase.name !== 'my-acts';
    return `SELECT ${String(at)} AS at, ${String(group)} AS "group", ${parameters.add(phase.name)}::text AS phase, p.*,
                   p."sortedAt"::timestamptz AS sorted_at, ${isOurs ? `coalesce(p."lateFrom" < $1, false)` : 'false'} AS is_late
              FROM (${found}) AS p`;
  });

const A_PLACE: ChildPlace = [0, 1, 1, 1, '2026-01-01', 'id'];

const WHICH: readonly AskedChildren[] = [
  {},
  { after: A_PLACE },
  { lead: 'a' },
  { lead: null, after: A_PLACE },
  { persons: { each: 1, after: 0 } },
];

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
    if (lines.length === 0) return null;
    const add = (value: unknown): string => parameters.add(value);
    const ranked = `${add(dangers)}::text[]`;
    const { lead, after, persons } = which;
    const conditions = [...(lead === undefined ? [] : [`lead_id IS NOT DISTINCT FROM ${add(lead)}::uuid`])];
    const shown = [
      ...(after
        ? [
            `(${IN_ORDER}) > (${after.map((part, at) => `${add(part)}::${PLACE_TYPES[at] ?? 'text'}`).join(', ')})`,
          ]
        : []),
      ...(persons ? [`nth <= ${add(persons.each)}::int`, `"personAt" > ${add(persons.after)}::bigint`] : []),
    ];
    const where = (all: readonly string[]): string => (all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`);
    const text = `WITH lines AS MATERIALIZED (${lines.join(' UNION ALL ')}),
      first AS (
        SELECT DISTINCT ON ("caseFileId") * FROM lines ORDER BY "caseFileId", at, rank, sorted_at, place, "of"),
      tally AS (
        SELECT "caseFileId", count(*)::int AS acts, (count(*) FILTER (WHERE is_late))::int AS late FROM lines GROUP BY 1),
      known AS (
        SELECT first.*, acts, late, danger.*,
               (SELECT l.id FROM account l WHERE l.id = c.lead_id AND account_is_open(l)) AS lead_id
          FROM first JOIN tally USING ("caseFileId") JOIN case_file c ON c.id = "caseFileId"
               CROSS JOIN LATERAL (${dangerRank('c.id', ranked)}) AS danger),
      placed AS (
        SELECT *, row_number() OVER (ORDER BY ${IN_ORDER}) AS n,
               row_number() OVER (PARTITION BY lead_id ORDER BY ${IN_ORDER}) AS nth
          FROM known ${where(conditions)}),
      counted AS (
        SELECT *, (min(n) OVER (PARTITION BY lead_id))::int AS "personAt",
               (count(*) OVER (PARTITION BY lead_id))::int AS "ofPerson",
               (sum(late) OVER (PARTITION BY lead_id))::int AS "lateOfPerson", (count(*) OVER ())::int AS children
          FROM placed)
      SELECT w."caseFileId", w."runId", w.step, w."of", w.origin, w.owner, w."dueAt", w."lateFrom", w."atOnce", s.state, w.rank,
             w."sortedAt", w.place, w.phase, r.protocol, r.version, w.acts, w.late, w.danger, w."isDangerSeen", w."group",
             w."dangerRank", w.at, w."personAt", w."ofPerson", w."lateOfPerson", w.children
        FROM counted w ${WITH_RUN_AND_STATE} ${where([TYPED, ...shown])}
       ORDER BY ${persons ? '"personAt", nth' : IN_ORDER} LIMIT ${add(limit)}::int`;
    return { text, values: parameters.values };
  },
  [...OWN_AND_TEAM, ...NARROWED].flatMap((asked) =>
    WHICH.map((which) => [{ ...asked, phases: PHASES }, ['a', ''], which, 1] as const),
  ),
);
