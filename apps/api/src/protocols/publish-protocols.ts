import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Spaces } from '../platform/spaces';
import { UnitOfWork } from '../platform/unit-of-work';
import { ProtocolShelf } from './protocol-shelf';

/** Publishes the folder's protocols into the default live space at start. Other spaces get them when they are first used. */
@Injectable()
export class PublishProtocols implements OnApplicationBootstrap {
  constructor(
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
      () => this.shelf.open(),
    );
  }
}
