import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Services that know who the child of a case is: by a question that came to a yes, or by a referral to them that goes on. */
@Injectable()
export class ToldServicesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of these services. */
  async listTold(caseFileId: string, serviceIds: readonly string[]): Promise<readonly string[]> {
    if (serviceIds.length === 0) return [];
    const told = await TOLD.readRows(this.unit.manager, [caseFileId, serviceIds, new Date(this.unit.now())]);
    return told.map(({ id }) => id);
  }
}

const TOLD = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT r.service_id AS id FROM capacity_question q JOIN capacity_request r ON r.question_id = q.id
         JOIN capacity_event e ON e.request_id = r.id
   WHERE q.case_file_id = $1 AND r.service_id = ANY ($2::uuid[]) AND e.kind IN ('referred', 'told')
  UNION
  SELECT e.service_id FROM referral_event e WHERE e.case_file_id = $1 AND e.kind = 'sent' AND e.service_id = ANY ($2::uuid[])
     AND e.until_at > $3::timestamptz
     AND NOT EXISTS (SELECT 1 FROM referral_event w WHERE w.sharing_id = e.sharing_id AND w.kind = 'withdrawn')
  UNION
  SELECT m.service_id FROM assignment a JOIN service_member m ON m.account_id = a.account_id AND m.removed_at IS NULL
   WHERE a.case_file_id = $1 AND a.relation = 'partner' AND a.ended_at IS NULL AND a.until_at > $3::timestamptz
     AND m.service_id = ANY ($2::uuid[])`);
