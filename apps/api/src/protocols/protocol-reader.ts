import { Injectable } from '@nestjs/common';
import { may, type ServiceAct } from '@repere/access';
import { askerOf } from '../platform/asker';
import { Refusal } from '../platform/refusal';
import { UnitOfWork } from '../platform/unit-of-work';
import { keyOf } from './protocol-library';
import { ProtocolShelf } from './protocol-shelf';
import type { PublishedVersion, Shelf } from './shelf';

/** Opens the library for those who may. */
@Injectable()
export class ProtocolReader {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly shelf: ProtocolShelf,
  ) {}

  /** The shelf, if the account may do this with protocols; `not-allowed` otherwise. */
  async open(act: ServiceAct = 'read-protocols'): Promise<Shelf> {
    const verdict = may(askerOf(this.unit.account), act, { kind: 'service' });
    if (!verdict.yes) throw new Refusal('not-allowed', { reasons: [verdict.reason] });
    return this.shelf.open();
  }

  mayDo(act: ServiceAct): boolean {
    return may(askerOf(this.unit.account), act, { kind: 'service' }).yes;
  }

  /** A published version; `not-found` when there is none. */
  async version(
    name: string,
    version: string,
  ): Promise<{ readonly shelf: Shelf; readonly found: PublishedVersion }> {
    const shelf = await this.open();
    const found = shelf.versions.get(keyOf(name, version));
    if (!found) throw new Refusal('not-found');
    return { shelf, found };
  }
}
