import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralCopyEntity, type SentCopy } from '../entities/referral-copy.entity';

/** One copy, open. */
export interface KeptCopy extends SentCopy {
  readonly at: Date;
}

/** What partners were sent, sealed under the key of the case. */
@Injectable()
export class ReferralCopies {
  constructor(
    @InjectRepository(ReferralCopyEntity) private readonly copies: UnitRepository<ReferralCopyEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  async addCopy(
    { row, key }: LoadedCase,
    { sharingId, partnerId }: { readonly sharingId: string; readonly partnerId: string },
    copy: SentCopy,
  ): Promise<void> {
    const id = randomUUID();
    await this.copies.insert({
      ...{ id, sharingId, partnerId, caseFileId: row.id, teamId: row.teamId, keyId: key.id },
      ...{ at: new Date(this.unit.now()), byId: this.unit.account.id },
      content: this.secrecy.seal(key, rowOf(ReferralCopyEntity, { id }), 'content', copy),
    });
  }

  /** Oldest first: what it was opened with, then what was added. */
  async ofReferral({ row, key }: LoadedCase, sharingId: string): Promise<readonly KeptCopy[]> {
    const found = await this.copies.find({
      where: { caseFileId: row.id, sharingId },
      order: { at: 'ASC', id: 'ASC' },
    });
    return found.map((it) => ({ at: it.at, ...this.secrecy.openColumn(key, it, 'content') }));
  }

  /** What each child was called when it was sent, by referral; missing where that was not sent, or went with its key. */
  async calledNames(sharingIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // It is in the first copy of each, what it was opened with.
    const found = await this.copies
      .createQueryBuilder('copy')
      .distinctOn(['copy.sharingId'])
      .where('copy.sharingId = ANY (:sharingIds)', { sharingIds })
      .orderBy('copy.sharingId')
      .addOrderBy('copy.at')
      .addOrderBy('copy.id')
      .getMany();
    const keys = new Map(
      (await this.secrecy.openDataKeys(found.map(({ keyId }) => keyId))).map((key) => [key.id, key]),
    );
    return new Map(
      found.flatMap((it) => {
        const key = keys.get(it.keyId);
        const name = key && this.secrecy.openColumn(key, it, 'content').calledName;
        return name ? [[it.sharingId, name] as const] : [];
      }),
    );
  }
}
