import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { PrivacyScope } from '../privacy-scope';
import { HeldCasesQuery } from './held-cases.query';
import { HoldsRepository } from './holds.repository';
import type { HoldCaseDto, LegalHoldDto } from './holds.dto';
import type { Page } from '../../platform/answers/page';

const PAGE = 25;

/** Holding a case, letting it go, and which are held. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    private readonly reader: CaseReader,
    private readonly holds: HoldsRepository,
    private readonly held: HeldCasesQuery,
  ) {}

  async listHolds(cursor?: string): Promise<Page<LegalHoldDto>> {
    const teamIds = this.scope.teamIds();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const rows = await this.held.findHeldCases(teamIds, PAGE + 1, after);
    const page = rows.slice(0, PAGE);
    const files = await this.reader.loadAll(page.map(({ caseFileId }) => caseFileId));
    const principal = principalOf(this.unit.account);
    const items: LegalHoldDto[] = [];
    for (const { id, caseFileId } of page) {
      const file = files.get(caseFileId);
      const hold =
        file &&
        (await this.holds.ofCase(file, redactedClasses(principal, file.resource))).find((it) => it.id === id);
      if (hold) items.push(hold);
    }
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    const last = page.at(-1);
    return { items, next: rows.length > PAGE && last ? writeCursor([last.at, last.id]) : null };
  }

  async setHold(caseFileId: string, hold: HoldCaseDto): Promise<{ id: string }> {
    return { id: await this.holds.setHold(await this.reader.lock(caseFileId), hold) };
  }

  /** Throws `not-found` for a hold that the case does not have any more. */
  async lift(caseFileId: string, id: string, reason: string): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    if (!UUID.test(id) || !(await this.holds.lift(file, id, reason))) throw new Refusal('not-found');
  }
}
