import { Injectable } from '@nestjs/common';
import { CASE_RULES, RETENTION_RULES } from '@repere/privacy';
import { AccountNames } from '../../cases/reading/account-names';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { PrivacyScope } from '../privacy-scope';
import { refused } from '../../platform/refusals/refused';
import type { RetentionDecisionEntity } from '../entities/retention-decision.entity';
import { RetentionDecisions } from './retention-decisions.repository';
import type { RetentionDecisionDto, RetentionLineDto, RetentionRulesDto } from './retention.dto';

/** The rules with what the service decided; proposing a period, and agreeing to somebody else's. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    private readonly decisions: RetentionDecisions,
    private readonly names: AccountNames,
  ) {}

  async showRules(): Promise<RetentionRulesDto> {
    this.scope.teamIds();
    const rows = await this.decisions.listDecisions();
    const names = await this.names.readNames(
      rows.flatMap(({ proposedBy, settledBy }) => [proposedBy, settledBy]),
    );
    const person = (id: string) => ({ id, name: names.get(id) ?? '' });
    const me = this.unit.account.id;
    const shown = (row: RetentionDecisionEntity, isNewest: boolean): RetentionDecisionDto => ({
      id: row.id,
      rule: row.rule,
      months: row.months,
      source: row.source,
      proposedBy: person(row.proposedBy),
      proposedAt: row.proposedAt.toISOString(),
      state: stateOf(row, isNewest),
      settledBy: row.settledBy === null ? null : person(row.settledBy),
      settledAt: row.settledAt?.toISOString() ?? null,
      maySettle: row.outcome === null && row.proposedBy !== me,
    });
    return {
      items: RETENTION_RULES.map(({ fromWords, days = null, ...rule }): RetentionLineDto => {
        const own = rows.filter((row) => row.rule === rule.id);
        const newest = own
          .filter(({ outcome }) => outcome === 'agreed')
          .sort((a, b) => Number(b.settledAt) - Number(a.settledAt))[0];
        return {
          ...rule,
          from: fromWords,
          days,
          mayDecide: isCaseRule(rule.id),
          decisions: own.map((row) => shown(row, row === newest)),
        };
      }),
    };
  }

  /** Throws `not-found` for a rule that nobody decides. */
  async proposeDecision(rule: string, months: number | null, source: string): Promise<{ id: string }> {
    this.scope.teamIds();
    if (!isCaseRule(rule)) throw new Refusal('not-found');
    const id = await this.decisions.proposeDecision(rule, months, source);
    this.unit.notes({ decision: id, rule, months: months ?? 'none', source });
    return { id };
  }

  /** Throws `not-found`, or `refused`: one's own, or settled already. */
  async settleDecision(id: string, outcome: 'agreed' | 'refused'): Promise<void> {
    this.scope.teamIds();
    const row = await this.decisions.lock(id);
    if (!row) throw new Refusal('not-found');
    if (row.proposedBy === this.unit.account.id)
      throw refused('own-act', 'Une autre personne doit décider.', 'Another person must decide.');
    if (row.outcome !== null) throw refused('settled', 'C’est déjà décidé.', 'This is decided already.');
    await this.decisions.settleDecision(id, outcome, row.hash);
    this.unit.notes({ decision: id, rule: row.rule, outcome, hash: row.hash });
  }
}

const isCaseRule = (id: string): id is (typeof CASE_RULES)[number] => CASE_RULES.some((rule) => rule === id);

function stateOf({ outcome }: RetentionDecisionEntity, isNewest: boolean): RetentionDecisionDto['state'] {
  if (outcome === null) return 'proposed';
  if (outcome === 'refused') return 'refused';
  return isNewest ? 'in-force' : 'replaced';
}
