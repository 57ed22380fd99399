import { Injectable } from '@nestjs/common';
import type { Relation } from '@repere/access';
import { MANY } from '@repere/audit';
import type { CaseRow } from '../../cases/case-row';
import { UnitOfWork } from '../../platform/unit-of-work';

/** A look as the record has it. */
export interface LookRow {
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
  readonly since: Date;
  readonly endedAt: Date | null;
}

/** Before every place of the record. */
const FIRST = '9223372036854775807';

/** Looks at one case, by its own index and that of the lists that showed it. */
@Injectable()
export class LooksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Newest first, from before a place in the record. */
  rows(caseFileId: string, before: string | null, limit: number): Promise<LookRow[]> {
    return this.unit.manager.query(
      `SELECT k.*, a.subject AS "readerId", w.name AS "readerName" FROM (
         (SELECT ${COLUMNS}, false AS "isListed" FROM look l
           WHERE l.case_file_id = $1 AND l.event_seq < $2::bigint ORDER BY l.event_seq DESC LIMIT $3)
         UNION ALL
         (SELECT ${COLUMNS}, true FROM (
            SELECT s.event_seq FROM ledger_shown s
             WHERE s.case_file_id = $1 AND s.event_seq < $2::bigint ORDER BY s.event_seq DESC LIMIT $3) AS s
            JOIN look l ON l.event_seq = s.event_seq)
         ORDER BY place DESC LIMIT $3) AS k
         LEFT JOIN alias a ON a.kind = 'account' AND a.alias = k.reader
         LEFT JOIN account w ON w.id::text = a.subject
        ORDER BY k.place DESC`,
      [caseFileId, before ?? FIRST, limit],
    );
  }

  /** One look at this case; `null`: it was at none, or at another. */
  async find(caseFileId: string, seq: string): Promise<LookRow | null> {
    const [row] = await this.rows(caseFileId, (BigInt(seq) + 1n).toString(), 1);
    return row?.seq === seq ? row : null;
  }

  /**
   * Different cases that each reader opened around each look, whoever's they are: a number, and nothing else leaves. By
   * place in the record.
   */
  async openedAround(rows: readonly LookRow[]): Promise<ReadonlyMap<string, number>> {
    const found: { seq: string; opened: number }[] = await this.unit.asSystem('system:record', () =>
      this.unit.manager.query(
        `SELECT k.seq, (SELECT count(DISTINCT o.case_file_id)::int FROM look o
                         WHERE o.reader = k.reader AND o.case_file_id IS NOT NULL AND o.outcome = 'done'
                           AND o.at BETWEEN k.at - $4::interval AND k.at + $4::interval) AS opened
           FROM unnest($1::bigint[], $2::text[], $3::timestamptz[]) AS k (seq, reader, at)`,
        [
          rows.map(({ seq }) => seq),
          rows.map(({ reader }) => reader),
          rows.map(({ at }) => at),
          `${String(MANY.minutes)} minutes`,
        ],
      ),
    );
    return new Map(found.map(({ seq, opened }) => [seq, opened]));
  }

  /** Everybody who ever had a tie to the case, stood in for somebody who works on it, or was on duty for its team. */
  belongings({ id, teamId, leadId }: Pick<CaseRow, 'id' | 'teamId' | 'leadId'>): Promise<Belonging[]> {
    return this.unit.asSystem('system:record', () =>
      this.unit.manager.query(BELONGINGS, [id, teamId, leadId]),
    );
  }
}

const BELONGINGS = `
  WITH tied AS (SELECT account_id, relation, since, least(ended_at, until_at) AS ended_at FROM assignment WHERE case_file_id = $1)
  SELECT account_id AS "accountId", relation, since, ended_at AS "endedAt" FROM tied
  UNION ALL
  SELECT account_id, 'on-duty', greatest(from_at, named_at), least(ended_at, until_at) FROM duty WHERE team_id = $2
  UNION ALL
  SELECT substitute_id, 'substitute', greatest(from_at, named_at), least(ended_at, until_at) FROM substitution WHERE absent_id = $3 AND $2 = ANY (team_ids)
  UNION ALL
  SELECT s.substitute_id, 'substitute', greatest(s.from_at, s.named_at, t.since), least(s.ended_at, s.until_at, t.ended_at)
    FROM substitution s JOIN tied t ON t.account_id = s.absent_id AND t.relation = 'assigned' AND $2 = ANY (s.team_ids)
  UNION ALL
  SELECT s.substitute_id, 'substitute', greatest(s.from_at, s.named_at), least(s.ended_at, s.until_at) FROM substitution s
    JOIN account a ON a.id = s.absent_id JOIN account b ON b.id = s.substitute_id
   WHERE $2 = ANY (s.team_ids) AND 'supervisor' = ANY (a.roles) AND 'supervisor' = ANY (b.roles)`;

const COLUMNS = `l.event_seq AS place, l.event_seq::text AS seq, l.at, l.type, l.purpose, l.outcome, l.reader, l.teams`;
