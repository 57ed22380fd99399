import { Injectable } from '@nestjs/common';
import { type Relation, RELATIONS } from '@repere/access';
import { MANY } from '@repere/audit';
import type { CaseRow } from '../../cases/reading/case-row';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** An access event as the record has it. */
export interface AccessEventRow {
  readonly seq: string;
  readonly at: Date;
  readonly type: string;
  readonly purpose: string;
  readonly outcome: string;
  /** Alias, and who that is as long as the link is kept. */
  readonly reader: string;
  readonly readerId: string | null;
  readonly readerName: string | null;
  /** Teams of the reader at that moment. */
  readonly teams: readonly string[];
  readonly isListed: boolean;
}

/** From when, and until when, an account belonged to a case by something that has a start and an end. */
export interface Belonging {
  readonly accountId: string;
  readonly relation: Relation;
  /** `null`: of the lead, of whom it is not kept when they took the case over. */
  readonly since: Date | null;
  readonly endedAt: Date | null;
}

/** Before every place of the record. */
const FIRST = '9223372036854775807';

const COLUMNS = `l.event_seq AS place, l.event_seq::text AS seq, l.at, l.type, l.purpose, l.outcome, l.reader, l.teams`;

const ACCESS_EVENTS = rows<AccessEventRow>({
  ...{ seq: 'text', at: 'timestamptz', type: 'text', purpose: 'text', outcome: 'text', reader: 'text' },
  ...{ readerId: 'text?', readerName: 'text?', teams: 'uuid[]', isListed: 'boolean' },
}).from(
  `SELECT k.seq, k.at, k.type, k.purpose, k.outcome, k.reader, k.teams, k."isListed", a.subject AS "readerId", w.name AS "readerName" FROM (
     (SELECT ${COLUMNS}, false AS "isListed" FROM access_event l
       WHERE l.case_file_id = $1 AND l.event_seq < $2::bigint ORDER BY l.event_seq DESC LIMIT $3)
     UNION ALL
     (SELECT ${COLUMNS}, true FROM (
        SELECT s.event_seq FROM ledger_shown s
         WHERE s.case_file_id = $1 AND s.event_seq < $2::bigint ORDER BY s.event_seq DESC LIMIT $3) AS s
        JOIN access_event l ON l.event_seq = s.event_seq)
     ORDER BY place DESC LIMIT $3) AS k
     LEFT JOIN alias a ON a.kind = 'account' AND a.alias = k.reader
     LEFT JOIN account w ON w.id::text = a.subject
    ORDER BY k.place DESC`,
);

const OPENED = rows<{ readonly seq: string; readonly opened: number }>({
  seq: 'bigint',
  opened: 'integer',
}).from(
  `SELECT k.seq, (SELECT count(DISTINCT o.case_file_id)::int FROM access_event o
                   WHERE o.reader = k.reader AND o.case_file_id IS NOT NULL AND o.outcome = 'done'
                     AND o.at BETWEEN k.at - $4::interval AND k.at + $4::interval) AS opened
     FROM unnest($1::bigint[], $2::text[], $3::timestamptz[]) AS k (seq, reader, at)`,
);

/**
 * Whose access is none from outside. Not by an emergency access, which is to be seen as one; the teams of the moment, those
 * of a supervisor too, stand in the event, and a mission in its purpose.
 */
const BELONGINGS = rows<Belonging>({
  ...{ accountId: 'uuid', relation: 'text', since: 'timestamptz?', endedAt: 'timestamptz?' },
}).from(
  `SELECT account_id AS "accountId", relation, since, until AS "endedAt" FROM case_relation
    WHERE case_id = $1
      AND (relation IN ('lead', 'assigned', 'substitute', 'on-duty', 'second-opinion', 'approver', 'partner')
           OR relation = 'supervisor' AND instead_of IS NOT NULL)`,
);

const inOrder = (them: readonly Belonging[]): readonly Belonging[] =>
  [...them].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));

/** Looks at one case, by its own index and that of the lists that showed it. */
@Injectable()
export class AccessLogQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Newest first, from before a place in the record. */
  rows(caseFileId: string, before: string | null, limit: number): Promise<AccessEventRow[]> {
    return ACCESS_EVENTS.readRows(this.unit.manager, [caseFileId, before ?? FIRST, limit]);
  }

  /** One access to this case; `null`: it was at none, or at another. */
  async findEvent(caseFileId: string, seq: string): Promise<AccessEventRow | null> {
    const [row] = await this.rows(caseFileId, (BigInt(seq) + 1n).toString(), 1);
    return row?.seq === seq ? row : null;
  }

  /**
   * Different cases that each reader opened around each access, whoever's they are: a number, and nothing else leaves. By
   * place in the record.
   */
  async openedAround(events: readonly AccessEventRow[]): Promise<ReadonlyMap<string, number>> {
    const asked = [
      events.map(({ seq }) => seq),
      events.map(({ reader }) => reader),
      events.map(({ at }) => at),
      `${String(MANY.minutes)} minutes`,
    ];
    const found = await this.unit.asSystem('system:record', () => OPENED.readRows(this.unit.manager, asked));
    return new Map(found.map(({ seq, opened }) => [seq, opened]));
  }

  /** Everybody who leads the case or ever had a relation to it, stood in for somebody, or was on duty for its team; what says most first. */
  async belongings({ id }: Pick<CaseRow, 'id'>): Promise<readonly Belonging[]> {
    const found = await this.unit.asSystem('system:record', () =>
      BELONGINGS.readRows(this.unit.manager, [id]),
    );
    return inOrder(found);
  }
}
