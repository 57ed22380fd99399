import { Injectable } from '@nestjs/common';
import { may, type ServiceAct } from '@repere/access';
import { principalOf } from '../platform/unit/principal';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { keyOf } from './protocol-library';
import { ProtocolRegistry } from './publishing/protocol-registry';
import type { PublishedVersion, PublishedProtocols } from './publishing/published-protocols';

/** Opens the library for those who may. */
@Injectable()
export class ProtocolReader {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly registry: ProtocolRegistry,
  ) {}

  /** The published protocols, if the account may do this with protocols; `not-allowed` otherwise. */
  async openProtocols(act: ServiceAct = 'read-protocols'): Promise<PublishedProtocols> {
    const verdict = may(principalOf(this.unit.account), act, { kind: 'service' });
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return this.registry.readPublished();
  }

  mayDo(act: ServiceAct): boolean {
    return may(principalOf(this.unit.account), act, { kind: 'service' }).yes;
  }

  /** A published version; `not-found` when there is none. */
  async version(
    name: string,
    version: string,
  ): Promise<{ readonly published: PublishedProtocols; readonly found: PublishedVersion }> {
    const published = await this.openProtocols();
    const found = published.versions.get(keyOf(name, version));
    if (!found) throw new Refusal('not-found');
    return { published, found };
  }
}
