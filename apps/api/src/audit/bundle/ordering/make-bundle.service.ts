import { Injectable } from '@nestjs/common';
import { ProofsOfEntries } from '../../../ledger/proofs-of-entries';
import type { JobInHand } from '../../../platform/jobs/job-handler';
import { Jobs } from '../../../platform/jobs/jobs';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { bundleEntry } from '../gathering/bundle-entry';
import { type BundleRow, contentPlace, EXPIRE, filePlace, type OrderContent } from './bundle-row';
import { BundleSeal } from '../packing/bundle-seal';
import { BundlesRepository } from './bundles.repository';
import { canonical, GatherBundle } from '../gathering/gather-bundle.service';
import { LeavesQuery } from '../gathering/leaves.query';
import { PackBundle, unpackBundle } from '../packing/pack-bundle';
import { PinnedCheckpoints } from '../gathering/pinned-checkpoints';
import { machineNow } from '../../../platform/clocks';

/** Beside the files while the proof is missing; never in what is handed out. */
const DRAFT = 'draft.json';
interface Draft {
  readonly seqs: readonly string[];
  readonly lengths: Readonly<Record<string, number>>;
}

const KEPT_DAYS = 7;

/** Where the making is entered: the case's own stream, or the mission's, which then says that it showed the cases. */
const streamOf = ({ missionId, caseFileIds }: BundleRow) =>
  missionId === null ? { caseFileId: caseFileIds[0] ?? '' } : { missionId, shown: caseFileIds };

/** The two halves of making a bundle, each in a unit of work of the account that ordered it. */
@Injectable()
export class MakeBundle {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly bundles: BundlesRepository,
    private readonly seal: BundleSeal,
    private readonly gathering: GatherBundle,
    private readonly leaves: LeavesQuery,
    private readonly proofs: ProofsOfEntries,
    private readonly pinned: PinnedCheckpoints,
    private readonly packing: PackBundle,
  ) {}

  /** The order; what the unit does is about its case or mission. `not-found` once a case of it is not the account's any more. */
  async findOrder(id: string): Promise<BundleRow> {
    const row = await this.bundles.findBundle(id);
    if (!row) throw new Refusal('not-found');
    this.declareCases(row);
    return row;
  }

  /** What was ordered; `not-found` when a case of it was erased meanwhile. */
  async contentOf({ id, content }: BundleRow): Promise<OrderContent> {
    const opened = await this.seal.openBundle(contentPlace(id), content);
    if (!opened) throw new Refusal('not-found');
    return JSON.parse(opened.toString()) as OrderContent;
  }

  /** Puts the files together and enters their manifest in the record; gives that event. Done before, it is not done again. */
  async gather(row: BundleRow, job: JobInHand, again: boolean): Promise<string> {
    if (row.madeSeq !== null && row.hasFile && !again) return row.madeSeq;
    const { files, manifest, seqs, lengths } = await this.gathering.gather(row, await this.contentOf(row));
    const draft: Draft = { seqs, lengths };
    const zip = await this.packing.pack(
      { ...files, [DRAFT]: Buffer.from(JSON.stringify(draft)) },
      { isDraft: true },
    );
    const sealed = await this.seal.seal(filePlace(row.id), row.caseFileIds, Buffer.from(zip));
    // Only now: the signs of life of a job wait for whoever holds it.
    await job.hold();
    const event = await this.unit.recordEvent({
      type: 'bundle.made',
      ...streamOf(row),
      payload: { manifest, bundle: row.id },
    });
    await this.bundles.markMade(row.id, { madeSeq: event.seq, entries: seqs.length }, sealed);
    return event.seq;
  }

  /** Adds the proof and keeps the whole; `false` when entries came in between, so that the stream would show a gap. */
  async prove(row: BundleRow, job: JobInHand): Promise<boolean> {
    const { madeSeq } = row;
    const sealed = await this.bundles.file(row.id);
    const opened = sealed && (await this.seal.openBundle(filePlace(row.id), sealed));
    if (!opened || madeSeq === null) throw new Refusal('not-found');
    const { [DRAFT]: written, ...files } = unpackBundle(opened);
    const { seqs, lengths } = JSON.parse(Buffer.from(written ?? []).toString()) as Draft;
    const place = await this.leaves.placeOf(madeSeq);
    const before = place ? lengths[place.stream] : undefined;
    if (place && before !== undefined && place.pos !== before + 1) return false;
    const { pinned = [] } = await this.contentOf(row);
    const proof = await this.proofs.prove([...seqs, madeSeq], { since: this.pinned.sizes(pinned) });
    const made = await this.leaves.findLeaf(madeSeq);
    const zip = await this.packing.pack({
      ...files,
      'proof/made.json': canonical(bundleEntry(made, made.payload, (path) => !path.startsWith('shown/'))),
      'proof/checkpoint.txt': Buffer.from(proof.checkpoint),
      'proof/tree.bin': proof.tree,
      'proof/consistency.json': canonical(proof.consistency),
      'proof/keys.json': canonical(proof.keys),
    });
    const keptUntil = new Date(machineNow() + KEPT_DAYS * 86_400_000);
    const whole = await this.seal.seal(filePlace(row.id), row.caseFileIds, Buffer.from(zip));
    await this.bundles.finishBundle(row.id, zip.length, keptUntil, whole);
    await this.jobs.addJob(EXPIRE, row.id, keptUntil);
    await job.finishJob();
    await this.unit.recordEvent({ type: 'bundle.proven', ...streamOf(row), payload: { bundle: row.id } });
    return true;
  }

  declareCases({ missionId, caseFileIds }: BundleRow): void {
    const [only] = caseFileIds;
    if (missionId !== null) {
      this.unit.aboutMission(missionId);
      this.unit.shows(caseFileIds);
    } else if (only !== undefined) this.unit.aboutCase(only);
  }
}
