import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AuditBundleFileEntity } from '../../entities/audit-bundle-file.entity';
import { AuditBundleEntity } from '../../entities/audit-bundle.entity';
import type { BundleRow } from './bundle-row';
import { BundlesQuery } from './bundles.query';

/** Bundles that the account ordered and whose cases it still sees; for `system:bundles` the orders of all, and no case. */
@Injectable()
export class BundlesRepository {
  constructor(
    @InjectRepository(AuditBundleEntity) private readonly bundles: Repository<AuditBundleEntity>,
    @InjectRepository(AuditBundleFileEntity) private readonly files: Repository<AuditBundleFileEntity>,
    private readonly query: BundlesQuery,
    private readonly unit: UnitOfWork,
  ) {}

  findBundle(id: string): Promise<BundleRow | null> {
    return this.query.findBundle(id);
  }

  /** Of this case alone, or of this mission, newest first. */
  listBundles(
    subject: { readonly caseFileId: string } | { readonly missionId: string },
  ): Promise<readonly BundleRow[]> {
    return 'missionId' in subject
      ? this.query.ofMission(subject.missionId)
      : this.query.ofCase(subject.caseFileId);
  }

  /** How many the account waits for; it orders no other beside until the transaction ends. */
  waiting(): Promise<number> {
    return this.query.waiting();
  }

  async addBundle(
    row: Pick<BundleRow, 'id' | 'kind' | 'missionId' | 'caseFileIds' | 'content'>,
  ): Promise<void> {
    const { account } = this.unit;
    await this.bundles.insert({ ...row, askedBy: account.id, askedAt: new Date(this.unit.now()) });
  }

  /** What it holds is settled and entered in the record. `content`: sealed. */
  async markMade(
    bundleId: string,
    made: { readonly madeSeq: string; readonly entries: number },
    content: Buffer,
  ): Promise<void> {
    await this.bundles.update(bundleId, made);
    await this.files.upsert({ bundleId, content }, ['bundleId']);
  }

  async finishBundle(bundleId: string, bytes: number, keptUntil: Date, content: Buffer): Promise<void> {
    await this.bundles.update(bundleId, { bytes, finishedAt: () => 'now()', keptUntil });
    await this.files.update(bundleId, { content });
  }

  async file(bundleId: string): Promise<Buffer | null> {
    return (await this.files.findOneBy({ bundleId }))?.content ?? null;
  }

  /** What it was is known; the file is gone. */
  async drop(bundleId: string): Promise<void> {
    await this.files.delete(bundleId);
  }
}
