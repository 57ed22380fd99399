import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES } from '@repere/access';
import { CaseReader } from '../cases/reading/case-reader';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { principalOf } from '../platform/unit/principal';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { SharingRepository } from '../privacy/sharing/sharing.repository';
import { OwnReferralsQuery } from './own-referrals.query';
import { referredLines } from './referred-lines';
import type { ReferredCaseDto, ReferredPartDto } from './referral.dto';

/** What a referral carries of a case, for the partner to whom it was opened. */
@Injectable()
export class ReferredCaseService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly referrals: OwnReferralsQuery,
    private readonly sharing: SharingRepository,
  ) {}

  async show(id: string): Promise<ReferredCaseDto> {
    const file = await this.reader.read(id, 'receive');
    const referral = await this.referrals.find(id);
    if (!referral) throw new Refusal('not-found');
    const { row, territory } = file;
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource, 'receive');
    const lines = referredLines(file, redacted);
    const told = await this.sharing.contentOf(file, referral.sharingId);
    const ask = { redacted: true, ask: row.teamName } as const;
    return {
      caseFileId: row.id,
      reference: row.reference,
      calledName: redacted.has('identity') ? ask : file.child.calledName,
      team: row.teamName,
      zone: territory.zone,
      since: referral.since.toISOString(),
      until: referral.until.toISOString(),
      request: told?.what ?? '',
      parts: FIELD_CLASSES.map((fieldClass): ReferredPartDto => ({
        fieldClass,
        title: FIELD_CLASS_WORDS[fieldClass],
        lines: redacted.has(fieldClass) ? ask : (lines.get(fieldClass) ?? []),
      })),
    };
  }
}
