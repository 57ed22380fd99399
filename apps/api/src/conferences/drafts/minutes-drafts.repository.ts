import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { MinutesDraftDto } from '../conferences.dto';
import { MinutesDraftEntity } from '../entities/minutes-draft.entity';
import { SAVE_MINUTES_OVER, type SavedMinutesDraft } from './minutes-drafts.query';

/** Minutes that the account types, sealed under the key of the case: one draft per person and conference. */
@Injectable()
export class MinutesDraftsRepository {
  constructor(
    @InjectRepository(MinutesDraftEntity) private readonly drafts: UnitRepository<MinutesDraftEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async findDraft({ row, key }: LoadedCase, appointmentId: string): Promise<MinutesDraftDto | null> {
    const accountId = this.unit.account.id;
    const found = await this.drafts.findOneBy({ accountId, appointmentId, caseFileId: row.id });
    if (!found) return null;
    const { version, revision, savedAt } = found;
    const content = this.secrecy.openColumn(key, found, 'content');
    return { content, version, revision, savedAt: savedAt.toISOString() };
  }

  /** Saves over the revision that was seen (0: none); `null` when another came between. */
  async saveDraft(
    { row, key }: LoadedCase,
    appointmentId: string,
    {
      content,
      version,
      seen,
    }: { readonly content: unknown; readonly version: number; readonly seen: number },
  ): Promise<SavedMinutesDraft | null> {
    const accountId = this.unit.account.id;
    const place = rowOf(MinutesDraftEntity, { accountId, appointmentId });
    const sealed = this.secrecy.seal(key, place, 'content', content);
    const savedAt = new Date(this.unit.now());
    if (seen > 0)
      return SAVE_MINUTES_OVER.first(this.unit.manager, [
        ...[accountId, appointmentId, row.id, sealed, key.id, version, savedAt, seen],
      ]);
    const isNew = await this.drafts.insertNew({
      ...{ accountId, appointmentId, caseFileId: row.id, keyId: key.id, content: sealed, version, savedAt },
      recordedAt: () => 'now()',
    });
    return isNew ? { revision: 1, savedAt, isToRecord: true } : null;
  }

  async removeDraft(appointmentId: string): Promise<void> {
    await this.drafts.delete({ accountId: this.unit.account.id, appointmentId });
  }
}
