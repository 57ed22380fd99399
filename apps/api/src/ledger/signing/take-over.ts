import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LedgerConnections } from '../ledger-connections';
import { BeginEpoch } from './begin-epoch';
import { Signer, type WhyNotSigned, waitUntilAlone } from './signer';
import { fieldsOfTerm, findTerm, insertTerm } from './terms.query';

const ACT = { type: 'ledger.signer-took-over', purpose: 'maintenance', idempotent: false } as const;

/** How a log goes on once another signs it; `origin`: what it is called from then on. */
export type TakenOver =
  /** This signer remembers everything that was published: under the same name. */
  | { readonly kind: 'goes-on'; readonly origin: string }
  /** It does not: under a new name, and the record says behind which checkpoint. */
  | { readonly kind: 'begins-anew'; readonly origin: string }
  /** Nobody ever signed here: whoever signs first begins. */
  | { readonly kind: 'nothing-signed' }
  /** The log is not what was signed, here or by another: that is no matter of who signs. */
  | { readonly kind: 'refused'; readonly why: WhyNotSigned };

/** What a memory lacks that another signer, or a copy of the folder that is lost, had. */
const UNREMEMBERED: readonly WhyNotSigned[] = ['no-memory', 'signed-elsewhere', 'other-origin'];

/**
 * Gives the right to sign to the signer of this machine, and takes it from every other: an act of an operator, which the record tells of.
 * No signer takes over by itself.
 */
@Injectable()
export class TakeOver {
  constructor(
    private readonly signer: Signer,
    private readonly epochs: BeginEpoch,
    private readonly connections: LedgerConnections,
    private readonly units: UnitOfWork,
  ) {}

  async takeOver(space: Space, reason: string): Promise<TakenOver> {
    const last = this.signer.memory.findLastSigned(space.id);
    const { term, why } = await this.connections.transaction(space, async (rows) => {
      await waitUntilAlone(rows);
      const present = await findTerm(rows);
      const refusal = present && (await this.signer.findRefusal(rows, last));
      const isUnremembered = refusal !== null && UNREMEMBERED.includes(refusal);
      const fork = isUnremembered ? await this.signer.findFork(rows, last) : null;
      return { term: present, why: fork ?? refusal };
    });
    if (!term) return { kind: 'nothing-signed' };
    if (why !== null && !UNREMEMBERED.includes(why)) return { kind: 'refused', why };
    if (why !== null || !last)
      return { kind: 'begins-anew', origin: await this.epochs.beginWithoutMemory(space, reason) };
    return this.goOn(space, reason);
  }

  private async goOn(space: Space, reason: string): Promise<TakenOver> {
    const term = await this.epochs.nextTerm(space);
    const { seq } = await this.units.runAs('system:signer', { space, correlation: randomUUID() }, ACT, () =>
      this.units.recordEvent({ type: ACT.type, payload: { reason, ...fieldsOfTerm(term) } }),
    );
    await this.epochs.sizeWith(space, seq);
    return this.connections.transaction(space, async (rows) => {
      await waitUntilAlone(rows);
      // Read once more: whoever signed until now may have, on this machine as well.
      const last = this.signer.memory.findLastSigned(space.id);
      const why = await this.signer.findRefusal(rows, last);
      if (why !== null || !last) return { kind: 'refused', why: why ?? 'no-memory' };
      await insertTerm(rows, term, seq);
      this.signer.memory.keepLastSigned(space.id, { ...last, term });
      return { kind: 'goes-on', origin: last.origin };
    });
  }
}
