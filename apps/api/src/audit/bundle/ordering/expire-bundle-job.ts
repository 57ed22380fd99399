import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SystemJob, SystemJobs } from '../../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { EXPIRE } from './bundle-row';
import { BundlesRepository } from './bundles.repository';

const EXPIRED: SystemJob = {
  ...{ kind: EXPIRE, as: 'system:bundles', type: 'bundle.expired', purpose: 'maintenance' },
};

/** Takes the file of a bundle away when its time is over. That it was made stays known. */
@Injectable()
export class ExpireBundleJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly bundles: BundlesRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register(EXPIRED, ({ subject }) => this.expireBundle(subject));
  }

  private async expireBundle(bundle: string): Promise<void> {
    await this.bundles.drop(bundle);
    this.units.notes({ bundle });
  }
}
