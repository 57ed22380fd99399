import { Injectable, type OnModuleInit } from '@nestjs/common';
import { principalOf } from '../../platform/unit/principal';
import type { CaseSight, RedactedByCase } from '../../platform/unit/case-sight';
import { Idempotency } from '../../platform/requests/idempotency';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { resourceOf } from '../reading/loaded-case';
import { redactedClasses } from '../disclosure/redacted-classes';

/** Tells what is redacted from an account now, so that no answer that was kept shows it more than a new one would. */
@Injectable()
export class SightOfCases implements CaseSight, OnModuleInit {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
  ) {}

  onModuleInit(): void {
    this.idempotency.register(this);
  }

  async redactedOf(caseFileIds: readonly string[]): Promise<RedactedByCase> {
    if (caseFileIds.length === 0) return {};
    const principal = principalOf(this.unit.account);
    const rows = await this.rows.listRows(caseFileIds);
    return Object.fromEntries(rows.map((row) => [row.id, [...redactedClasses(principal, resourceOf(row))]]));
  }
}
