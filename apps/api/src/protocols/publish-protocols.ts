import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Configuration } from '../platform/configuration';
import { Spaces } from '../platform/spaces';
import { CONFIGURATION } from '../platform/tokens';
import { UnitOfWork } from '../platform/unit-of-work';
import { ProveLibrary } from './exploring/prove-library';
import { ProtocolShelf } from './protocol-shelf';

/** Publishes the folder's protocols into the default live space at start. Other spaces get them when they are first used. */
@Injectable()
export class PublishProtocols implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly proofs: ProveLibrary,
    private readonly spaces: Spaces,
    private readonly units: UnitOfWork,
    private readonly shelf: ProtocolShelf,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const space = await this.spaces.find(null);
    if (!space) return;
    await this.units.runAs(
      'system:migrate',
      { space, correlation: randomUUID() },
      { type: 'protocol.publish', purpose: 'maintenance', idempotent: false },
      async () => {
        await this.shelf.open();
        if (this.configuration.jobs) await this.proofs.ask();
      },
    );
  }
}
