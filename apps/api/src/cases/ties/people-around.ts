import { Injectable } from '@nestjs/common';
import type { FieldClass, Relation } from '@repere/access';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { LoadedCase } from '../loaded-case';

/** Somebody with a tie to the case, in their own name or instead of somebody. */
export interface Around {
  readonly accountId: string;
  readonly relation: Relation;
  readonly insteadOf: string | null;
  readonly until: Date | null;
  /** `partner`: what the referral carries. */
  readonly classes: readonly FieldClass[] | null;
}

/**
 * Everybody beside the lead and the plain members of the team; who is barred is left out. Read by the system, for a reader who is
 * known to see the case: policies show ties by team, and a lead of another one has to know them as well.
 */
@Injectable()
export class PeopleAround {
  constructor(private readonly unit: UnitOfWork) {}

  async of(row: LoadedCase['row']): Promise<readonly Around[]> {
    const found: Around[] = await this.unit.asSystem('system:record', () =>
      this.unit.manager.query(AROUND, [row.id, row.teamId, row.leadId, new Date(this.unit.now())]),
    );
    return found.filter(
      ({ accountId, relation }) =>
        !row.recusedIds.includes(accountId) &&
        (row.circle === null || row.circle.includes(accountId) || relation === 'break-glass'),
    );
  }
}

const AROUND = `
  SELECT a.account_id AS "accountId", a.relation, NULL::uuid AS "insteadOf", a.until_at AS until, a.classes
    FROM assignment a JOIN account b ON b.id = a.account_id AND account_is_open(b)
   WHERE a.case_file_id = $1 AND a.ended_at IS NULL AND (a.until_at IS NULL OR a.until_at > $4)
  UNION ALL
  SELECT b.account_id, 'break-glass', NULL, b.until_at, NULL FROM break_glass b
   WHERE b.case_file_id = $1 AND b.ended_at IS NULL AND b.until_at > $4
  UNION ALL
  SELECT s.substitute_id, 'substitute', s.absent_id, s.until_at, NULL FROM substitution s
    JOIN account a ON a.id = s.absent_id AND account_is_open(a) JOIN account b ON b.id = s.substitute_id AND account_is_open(b)
   WHERE s.ended_at IS NULL AND s.from_at <= $4 AND s.until_at > $4 AND $2 = ANY (s.team_ids)
     AND (s.absent_id = $3 OR EXISTS (SELECT 1 FROM assignment a WHERE a.case_file_id = $1 AND a.account_id = s.absent_id
                                       AND a.relation = 'assigned' AND a.ended_at IS NULL))
  UNION ALL
  SELECT s.substitute_id, 'supervisor', s.absent_id, s.until_at, NULL FROM substitution s
    JOIN account a ON a.id = s.absent_id JOIN account b ON b.id = s.substitute_id
    JOIN team_member m ON m.account_id = s.absent_id AND m.team_id = $2
   WHERE s.ended_at IS NULL AND s.from_at <= $4 AND s.until_at > $4 AND $2 = ANY (s.team_ids) AND account_is_open(a)
     AND 'supervisor' = ANY (a.roles) AND 'supervisor' = ANY (b.roles) AND account_is_open(b)
  UNION ALL
  SELECT d.account_id, 'on-duty', NULL, d.until_at, NULL FROM duty d JOIN account a ON a.id = d.account_id AND account_is_open(a)
   WHERE d.team_id = $2 AND d.ended_at IS NULL AND d.from_at <= $4 AND d.until_at > $4
  UNION ALL
  SELECT m.account_id, 'supervisor', NULL, NULL, NULL FROM team_member m JOIN account a ON a.id = m.account_id
   WHERE m.team_id = $2 AND 'supervisor' = ANY (a.roles) AND account_is_open(a)`;
