import { Injectable } from '@nestjs/common';
import type { FieldClass, Relation } from '@repere/access';
import type { ServiceNeed } from '@repere/directory';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Somebody with a relation to the case, in their own name or instead of somebody. */
export interface CaseAccessEntry {
  readonly accountId: string;
  readonly relation: Relation;
  readonly insteadOf: string | null;
  readonly until: Date | null;
  /** `partner`: what the referral opens to them now, nothing after a no. */
  readonly classes: readonly FieldClass[] | null;
  /** `partner`: by its line in the register of sharing; there may be several to one account. */
  readonly referralId: string | null;
  /** `partner`: of the directory; `null`: it was asked in words alone. */
  readonly need: ServiceNeed | null;
  /** `partner`: when they were asked. */
  readonly askedAt: Date | null;
}

/**
 * Everybody beside the lead and the plain members of the team; who is barred is left out. Read by the system, for a reader who is
 * known to see the case: policies show relations by team, and a lead of another one has to know them as well.
 */
@Injectable()
export class CaseAccessListQuery {
  constructor(private readonly unit: UnitOfWork) {}

  listAccess(caseFileId: string): Promise<readonly CaseAccessEntry[]> {
    return this.unit.asSystem('system:record', () =>
      AROUND.readRows(this.unit.manager, [caseFileId, ELSEWHERE]),
    );
  }
}

/** The lead has a line of their own, members of the team are known, an auditor is of no case's people. */
const ELSEWHERE: readonly Relation[] = ['lead', 'team', 'mission'];

const AROUND = rows<CaseAccessEntry>({
  ...{ accountId: 'uuid', relation: 'text', insteadOf: 'uuid?', until: 'timestamptz?', classes: 'text[]?' },
  ...{ referralId: 'uuid?', need: 'text?', askedAt: 'timestamptz?' },
}).from(`
  SELECT DISTINCT r.account_id AS "accountId", r.relation, r.instead_of AS "insteadOf", r.until, grant_carries(a) AS classes,
         a.sharing_id AS "referralId", s.need, s.at AS "askedAt"
    FROM case_relation_now r LEFT JOIN assignment a ON r.relation = 'partner' AND a.sharing_id = r.via
    LEFT JOIN referral_event s ON s.sharing_id = a.sharing_id AND s.kind = 'sent'
   WHERE r.case_id = $1 AND r.relation <> ALL ($2::text[])`);
