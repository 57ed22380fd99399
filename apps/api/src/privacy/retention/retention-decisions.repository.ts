import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CASE_RULES, type PeriodInForce, RETENTION_RULES } from '@repere/privacy';
import { Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RetentionDecisionEntity } from '../entities/retention-decision.entity';

/** Periods that the service gave itself, each with its source and a second person. */
@Injectable()
export class RetentionDecisions {
  constructor(
    @InjectRepository(RetentionDecisionEntity)
    private readonly decisions: Repository<RetentionDecisionEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  /** Newest first. */
  listDecisions(): Promise<readonly RetentionDecisionEntity[]> {
    return this.decisions.find({ order: { proposedAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  lock(id: string): Promise<RetentionDecisionEntity | null> {
    return this.decisions.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async proposeDecision(rule: PeriodInForce['rule'], months: number | null, source: string): Promise<string> {
    const id = randomUUID();
    await this.decisions.insert({
      ...{ id, rule, months, source, hash: hashOf(rule, months, source) },
      ...{ proposedBy: this.unit.account.id, proposedAt: new Date(this.unit.now()) },
    });
    return id;
  }

  /** `hash`: of what the second person saw. */
  async settleDecision(id: string, outcome: 'agreed' | 'refused', hash: string): Promise<void> {
    await this.decisions.update(id, {
      ...{ outcome, settledHash: hash },
      ...{ settledBy: this.unit.account.id, settledAt: new Date(this.unit.now()) },
    });
  }

  /** What binds now: the newest agreed decision of a rule, else a verified rule's own period. */
  async inForce(): Promise<readonly PeriodInForce[]> {
    const agreed = await this.decisions.find({
      where: { outcome: 'agreed' },
      order: { settledAt: 'DESC', id: 'DESC' },
    });
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
