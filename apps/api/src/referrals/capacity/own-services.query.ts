import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Services that the account which asks is a member of, and what was asked of them. */
@Injectable()
export class OwnServicesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async listIds(): Promise<readonly string[]> {
    return (await OWN.readRows(this.unit.manager, [this.unit.account.id])).map(({ id }) => id);
  }

  /** Whether this was asked of one of them, and the case is none from which the account is kept away. */
  async isOwn(requestId: string): Promise<boolean> {
    return (await ASKED.first(this.unit.manager, [this.unit.account.id, requestId])) !== null;
  }
}

const OWN = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT m.service_id AS id FROM service_member m JOIN directory_service s ON s.id = m.service_id
   WHERE m.account_id = $1 AND m.removed_at IS NULL AND s.removed_at IS NULL LIMIT 100`);

const ASKED = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT r.id FROM capacity_request r JOIN service_member m ON m.service_id = r.service_id
   WHERE m.account_id = $1 AND m.removed_at IS NULL AND r.id = $2`);
