import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { LinkLine } from './link-standing';
import { TIE_TO_ANSWER } from './tie-to-answer.query';

/** A line of a tie, of this case or of the other where the reader reads that one as well. */
export interface ReadLinkLine extends LinkLine {
  readonly caseFileId: string;
  readonly reference: string;
  readonly byName: string;
  readonly byTeam: string;
}

/** Lines of the ties of a case, and which case is meant by a reference. */
@Injectable()
export class CaseLinksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  listLines(caseFileId: string): Promise<readonly ReadLinkLine[]> {
    return LINES.readRows(this.unit.manager, [caseFileId]);
  }

  /** Cases that have a line of this tie. */
  listCases(linkId: string): Promise<readonly LinkedCase[]> {
    return CASES.readRows(this.unit.manager, [linkId]);
  }

  /** How many ties wait for an answer of this case. */
  async countUnanswered(caseFileId: string): Promise<number> {
    return (await UNANSWERED.first(this.unit.manager, [caseFileId]))?.n ?? 0;
  }

  findCase(reference: string): Promise<LinkedCase | null> {
    return BY_REFERENCE.first(this.unit.manager, [reference]);
  }
}

export interface LinkedCase {
  readonly id: string;
  readonly teamId: string;
}

const LINES = rows<ReadLinkLine>({
  ...{ linkId: 'uuid', caseFileId: 'uuid', reference: 'text', act: 'text', kind: 'text', at: 'timestamptz' },
  ...{ otherReference: 'text?', byName: 'text', byTeam: 'text' },
}).from(`
  SELECT l.link_id AS "linkId", l.case_file_id AS "caseFileId", c.reference, l.act, l.kind, l.at, l.other_reference AS "otherReference",
         a.name AS "byName",
         coalesce((SELECT string_agg(t.name, ', ' ORDER BY t.name) FROM team_member m JOIN team t ON t.id = m.team_id
                    WHERE m.account_id = a.id), '') AS "byTeam"
    FROM case_link l JOIN case_file c ON c.id = l.case_file_id JOIN account a ON a.id = l.by_id
   WHERE l.link_id IN (SELECT o.link_id FROM case_link o WHERE o.case_file_id = $1 GROUP BY o.link_id
                      -- What stands first: nobody asks and ends so often that it goes out of sight.
                      ORDER BY bool_or(o.act IN ('ended','refused')), max(o.at) DESC LIMIT 300)
   ORDER BY l.at DESC, l.link_id, l.act`);

const CASES = rows<LinkedCase>({ id: 'uuid', teamId: 'uuid' }).from(
  `SELECT DISTINCT case_file_id AS id, team_id AS "teamId" FROM case_link WHERE link_id = $1`,
);

const UNANSWERED = rows<{ readonly n: number }>({ n: 'integer' }).from(`
  SELECT count(*)::int AS n FROM case_link l WHERE l.case_file_id = $1 AND ${TIE_TO_ANSWER}`);

const BY_REFERENCE = rows<LinkedCase>({ id: 'uuid', teamId: 'uuid' }).from(
  `SELECT id, team_id AS "teamId" FROM case_file WHERE reference = $1 AND erased_at IS NULL`,
);
