import { Injectable } from '@nestjs/common';
import { fitsTerms, type SearchTerm } from '@repere/cases';
import { principalOf } from '../../platform/unit/principal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { childPlace } from '../reading/case-row';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { resourceOf } from '../reading/loaded-case';
import { redactedClasses } from '../disclosure/redacted-classes';
import type { ChildDto } from '../opening/child.dto';

/** Opens the few cases that the index gives, and keeps those that fit what was typed. */
@Injectable()
export class FittingCasesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly secrecy: Secrecy,
  ) {}

  /** Ids of those that fit. Whoever may not see a name or a phone of a case would learn it by asking for it. */
  async findFitting(ids: readonly string[], terms: readonly SearchTerm[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const principal = principalOf(this.unit.account);
    const classes = new Set(terms.map(({ kind }) => (kind === 'phone' ? 'contact' : 'identity')));
    const rows = (await this.rows.listRows(ids)).filter((row) => {
      const redacted = redactedClasses(principal, resourceOf(row));
      return ![...classes].some((it) => redacted.has(it));
    });
    const keys = new Map(
      (await this.secrecy.openDataKeys(rows.map(({ dataKeyId }) => dataKeyId))).map((key) => [key.id, key]),
    );
    return new Set(
      rows.flatMap((row) => {
        const key = keys.get(row.dataKeyId);
        if (!key) return [];
        const child = this.secrecy.unseal(key, childPlace(row.id), row.child) as ChildDto;
        return fitsTerms(child, terms) ? [row.id] : [];
      }),
    );
  }
}
