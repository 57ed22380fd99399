import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CASE_RULES, type PeriodInForce, RETENTION_RULES } from '@repere/privacy';
import { UnitOfWork } from '../../platform/unit-of-work';

export interface DecisionRow {
  readonly id: string;
  readonly rule: PeriodInForce['rule'];
  readonly months: number | null;
  readonly source: string;
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: 'agreed' | 'refused' | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
}

/** Periods that the service gave itself, each with its source and a second person. */
@Injectable()
export class RetentionDecisions {
  constructor(private readonly unit: UnitOfWork) {}

  /** Newest first. */
  list(): Promise<readonly DecisionRow[]> {
    return this.unit.manager.query(`${SELECT} ORDER BY proposed_at DESC, id DESC LIMIT 200`);
  }

  async lock(id: string): Promise<DecisionRow | null> {
    const [row]: DecisionRow[] = await this.unit.manager.query(`${SELECT} WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async propose(rule: string, months: number | null, source: string): Promise<string> {
    const id = randomUUID();
    await this.unit.manager.query(
      `INSERT INTO retention_decision (id, rule, months, source, proposed_by, proposed_at, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        rule,
        months,
        source,
        this.unit.account.id,
        new Date(this.unit.now()),
        hashOf(rule, months, source),
      ],
    );
    return id;
  }

  /** `hash`: of what the second person saw. */
  async settle(id: string, outcome: 'agreed' | 'refused', hash: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE retention_decision SET outcome = $2, settled_by = $3, settled_at = $4, settled_hash = $5 WHERE id = $1`,
      [id, outcome, this.unit.account.id, new Date(this.unit.now()), hash],
    );
  }

  /** What binds now: the newest agreed decision of a rule, else a verified rule's own period. */
  async inForce(): Promise<readonly PeriodInForce[]> {
    const agreed: { rule: string; months: number | null }[] = await this.unit.manager.query(
      `SELECT DISTINCT ON (rule) rule, months FROM retention_decision WHERE outcome = 'agreed'
        ORDER BY rule, settled_at DESC, id DESC`,
    );
    return CASE_RULES.flatMap((rule) => {
      const decided = agreed.find((it) => it.rule === rule);
      const own = RETENTION_RULES.find(({ id }) => id === rule);
      const ofRule = own?.status === 'verified' ? own.months : null;
      const months = decided ? decided.months : ofRule;
      return months === null ? [] : [{ rule, months }];
    });
  }
}

/** SHA-256 of what is decided, 64 hex digits. */
export const hashOf = (rule: string, months: number | null, source: string): string =>
  createHash('sha256')
    .update(JSON.stringify([rule, months, source]))
    .digest('hex');

const SELECT = `
  SELECT id, rule, months, source, hash, proposed_by AS "proposedBy", proposed_at AS "proposedAt", outcome,
         settled_by AS "settledBy", settled_at AS "settledAt"
    FROM retention_decision`;
