import { Injectable } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import type { DeclaredAct } from './act';
import { UnitOfWork } from './unit-of-work';
import type { Door } from './unit';

interface Before {
  readonly act: DeclaredAct;
  readonly work: () => Promise<void>;
}

/**
 * What is committed before the unit of work of a request begins: a try that counts even when it finds nothing. Within the unit it
 * would take a second connection while the first is held, and whoever asks often enough would leave none to others.
 */
@Injectable()
export class BeforeActs {
  private readonly known = new Map<ActName, Before>();

  constructor(private readonly units: UnitOfWork) {}

  /** `work` runs in a unit of its own, of the account that asks, recorded as `act`. */
  register(type: ActName, act: DeclaredAct, work: () => Promise<void>): void {
    this.known.set(type, { act, work });
  }

  async run(door: Door, { type }: DeclaredAct): Promise<void> {
    const before = this.known.get(type);
    if (before) await this.units.run(door, before.act, before.work);
  }
}
