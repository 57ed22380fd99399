import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Configuration } from '../../platform/settings/configuration';
import { CheckKeys } from '../../platform/secrecy/check-keys';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import type { Space } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProveLibrary } from '../exploring/prove-library';
import { ProtocolRegistry } from './protocol-registry';

/** Publishes the folder's protocols into every space: at start, and into one that was made since when its first round comes. */
@Injectable()
export class PublishProtocols implements OnModuleInit, OnApplicationBootstrap {
  private readonly published = new Set<string>();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly proofs: ProveLibrary,
    private readonly check: CheckKeys,
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly registry: ProtocolRegistry,
  ) {}

  onModuleInit(): void {
    this.rounds.register((space) => this.publish(space));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.check.inEachReached((space) => this.publish(space));
  }

  private async publish(space: Space): Promise<void> {
    if (this.published.has(space.database)) return;
    await this.units.runAs(
      'system:migrate',
      { space, correlation: randomUUID() },
      { type: 'protocol.publish', purpose: 'maintenance', idempotent: false },
      async () => {
        await this.registry.readPublished();
        if (this.configuration.jobs) await this.proofs.askForProof();
      },
    );
    this.published.add(space.database);
  }
}
