import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProofsOfEntries } from '../../../ledger/proofs-of-entries';
import type { DeclaredAct } from '../../../platform/unit/act';
import type { JobHandler, JobInHand } from '../../../platform/jobs/job-handler';
import { JobWorker } from '../../../platform/jobs/job-worker';
import { enterFound } from '../../../platform/unit/enter';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { accountInAbsence } from '../gathering/account-in-absence.query';
import { type BundleRow, MAKE } from './bundle-row';
import { BundlesRepository } from './bundles.repository';
import { LeavesQuery } from '../gathering/leaves.query';
import { MakeBundle } from './make-bundle.service';

const FIND: DeclaredAct = { type: 'bundle.find', purpose: 'audit', idempotent: false, isUnrecorded: true };
const GATHER: DeclaredAct = {
  type: 'bundle.gather',
  purpose: 'audit',
  idempotent: false,
  isUnrecorded: true,
};
const PROVE: DeclaredAct = { ...GATHER, type: 'bundle.proven' };

/** The signer signs within a second or two; after a start, or a fault, later. */
const PATIENCE_MS = 30_000;
/** Somebody may act on the case just while its bundle is entered: then it is put together once more. */
const MOST_TRIES = 5;

/**
 * Makes a bundle in the name of the account that ordered it, with its rights as they are now: what it holds is put together
 * and entered in the record; once that is signed, the proof is added. Killed, it goes on behind the last of the two.
 */
@Injectable()
export class MakeBundleJob implements JobHandler, OnModuleInit {
  readonly kind = MAKE;
  readonly afterDeath = 'person';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly bundles: BundlesRepository,
    private readonly leaves: LeavesQuery,
    private readonly proofs: ProofsOfEntries,
    private readonly making: MakeBundle,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    const ordered = await this.units.runAs('system:bundles', place, FIND, () =>
      this.bundles.findBundle(job.subject),
    );
    if (!ordered) throw new Error('no such bundle');
    const as = <T>(act: DeclaredAct, work: (row: BundleRow) => Promise<T>): Promise<T> =>
      this.units.runAct({ ...place, enter: enterFound(accountInAbsence(ordered.askedBy)) }, act, async () =>
        work(await this.making.findOrder(job.subject)),
      );
    // So that what was done and looked at before, the order included, is in it.
    const last = await as(FIND, () => this.leaves.lastRecorded());
    if (last !== null) await this.wait(place, last);
    for (let tried = 1; ; tried++) {
      job.signal.throwIfAborted();
      const madeSeq = await as(GATHER, (row) => this.making.gather(row, job, tried > 1));
      job.progress(0.7);
      await this.wait(place, madeSeq);
      const isDone = await as(PROVE, (row) => this.making.prove(row, job));
      if (isDone) return;
      if (tried === MOST_TRIES) throw new Error('the case never stood still');
    }
  }

  private wait(
    place: { readonly space: JobInHand['space']; readonly correlation: string },
    seq: string,
  ): Promise<void> {
    return this.units.runAs('system:bundles', place, FIND, () =>
      this.proofs.waitUntilSigned(seq, PATIENCE_MS),
    );
  }
}
