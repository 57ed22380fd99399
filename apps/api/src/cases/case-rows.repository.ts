import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/unit-of-work';
import type { CaseRow } from './case-row';

/** Lines of cases that the actor's policies let through. */
@Injectable()
export class CaseRowsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async find(id: string): Promise<CaseRow | null> {
    const [row]: CaseRow[] = await this.unit.manager.query(`${SELECT} WHERE c.id = $1`, [id]);
    return row ?? null;
  }

  /** The same, and nobody else writes to this case until the transaction ends. */
  async lock(id: string): Promise<CaseRow | null> {
    await this.unit.manager.query(`SELECT 1 FROM case_file WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  async list(ids: readonly string[]): Promise<readonly CaseRow[]> {
    return this.unit.manager.query(`${SELECT} WHERE c.id = ANY ($1::uuid[])`, [ids]);
  }
}

const SELECT = `
  SELECT c.id, c.reference, c.team_id AS "teamId", t.name AS "teamName", c.lead_id AS "leadId", c.territory,
         c.opened_at AS "openedAt", c.seq::int AS seq, c.data_key_id AS "dataKeyId", c.child,
         ARRAY(SELECT a.account_id FROM assignment a WHERE a.case_file_id = c.id AND a.ended_at IS NULL) AS "assignedIds"
    FROM case_file c JOIN team t ON t.id = c.team_id`;
