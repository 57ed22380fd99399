import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { PreparedReferralEntity } from '../entities/prepared-referral.entity';
import type { PreparedTermsDto } from './prepared-terms.dto';
import type { SeenPreparedDto } from './seen-prepared.dto';

/** A day (TOOL): what lies longer is due, to be sent or dropped. */
const DUE_AFTER = 24 * 3_600_000;

/** One of them, open. */
export type Prepared = Omit<PreparedReferralEntity, 'content'> & { readonly terms: PreparedTermsDto };

export interface ToPrepare extends SeenPreparedDto {
  readonly partnerId: string | null;
  readonly serviceId: string | null;
  readonly terms: PreparedTermsDto;
}

/** Referrals of a case that are prepared, sealed under its key. */
@Injectable()
export class PreparedReferrals {
  constructor(
    @InjectRepository(PreparedReferralEntity)
    private readonly prepared: UnitRepository<PreparedReferralEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** The oldest first. */
  async ofCase({ row, key }: LoadedCase): Promise<readonly Prepared[]> {
    const found = await this.prepared.find({
      where: { caseFileId: row.id },
      order: { at: 'ASC', id: 'ASC' },
    });
    return found.map((it) => {
      const { content: _sealed, ...rest } = it;
      return { ...rest, terms: this.secrecy.openColumn(key, it, 'content') };
    });
  }

  /** Over the version that was seen, 0: none; whether it was that one still. The case is locked. */
  async keepOver(
    { row, key }: LoadedCase,
    { id, version, partnerId, serviceId, terms }: ToPrepare,
  ): Promise<boolean> {
    const now = this.unit.now();
    const kept = {
      ...{ partnerId, serviceId, version: version + 1, byId: this.unit.account.id, keyId: key.id },
      ...{ at: new Date(now), dueAt: new Date(now + DUE_AFTER) },
      content: this.secrecy.seal(key, rowOf(PreparedReferralEntity, { id }), 'content', terms),
    };
    if (version === 0)
      return this.prepared.insertNew({ ...kept, id, caseFileId: row.id, teamId: row.teamId });
    const { affected } = await this.prepared.update({ id, caseFileId: row.id, version }, kept);
    return affected === 1;
  }

  /** Whether it was there still, as it was seen. */
  async removeSeen({ row }: LoadedCase, { id, version }: SeenPreparedDto): Promise<boolean> {
    const { affected } = await this.prepared.delete({ id, caseFileId: row.id, version });
    return affected === 1;
  }
}
