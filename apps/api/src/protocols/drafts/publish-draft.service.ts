import { Injectable } from '@nestjs/common';
import type { ProblemReasonDto } from '../../platform/answers/openapi';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ExplorationsRepository } from '../exploring/explorations.repository';
import { hashOf } from '../hash-of';
import { PublishOverlays } from '../publishing/publish-overlays';
import { VersionsRepository } from '../versions/versions.repository';
import { DraftFinder } from './draft-finder';
import { DraftPage } from './draft-page.service';
import { ProtocolDraftsRepository } from './drafts.repository';
import { type Publishing, versionExists, publicationBlockers } from './checking/publication-blockers';

/** A draft becomes a version: everything in one transaction, or nothing. */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: DraftFinder,
    private readonly page: DraftPage,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly versions: VersionsRepository,
    private readonly explorations: ExplorationsRepository,
    private readonly overlays: PublishOverlays,
  ) {}

  /** Refused with everything that keeps it from being published; `conflict` when this version exists. */
  async publish(id: string, seen: number): Promise<void> {
    await this.drafts.lockPublishing();
    const { draft, published } = await this.finder.lock(id, seen);
    const publishing = await this.page.publishing(draft, published);
    const reasons: ProblemReasonDto[] = [...publicationBlockers(publishing)];
    if (reasons.some(({ code }) => code === 'version-exists'))
      throw new Refusal('conflict', { reasons: reasons.filter(({ code }) => code === 'version-exists') });
    if (draft.approvedBy === this.unit.account.id) reasons.push(APPROVED_BY_YOU);
    const isLossMine = publishing.lost.length > 0 && draft.lossAcceptedBy === this.unit.account.id;
    if (isLossMine) reasons.push(ACCEPTED_BY_YOU);
    const { document } = publishing.checked;
    const { exploration } = publishing;
    if (reasons.length > 0 || !document || draft.approvedBy === null || !exploration?.report)
      throw new Refusal('refused', { reasons });

    const isNew = await this.versions.addVersion({
      document,
      hash: hashOf(document),
      files: draft.files,
      changeNotes: draft.changeNotes,
      inForceFrom: draft.inForceFrom ?? undefined,
      approvedBy: draft.approvedBy,
      loss: lossOf(publishing),
    });
    if (!isNew) throw new Refusal('conflict', { reasons: [versionExists(document.version)] });
    await this.explorations.prove(
      exploration.id,
      exploration.report,
      exploration.finishedAt ?? new Date(this.unit.now()),
    );
    await this.overlays.publish(await this.versions.listVersions(), draft.approvedBy);
    await this.drafts.markPublished(id);
  }
}

/** What the version keeps of the proofs that are lost with it. */
function lossOf({ draft, lost }: Publishing) {
  if (lost.length === 0 || draft.lossAcceptedBy === null || draft.lossReason === null) return undefined;
  return { titles: lost.map(({ title }) => title), by: draft.lossAcceptedBy, reason: draft.lossReason };
}

const ACCEPTED_BY_YOU = {
  code: 'third-person',
  text: {
    fr: 'Vous avez accepté qu’une preuve soit perdue : une autre personne publie.',
    en: 'You accepted that a proof is lost: somebody else publishes it.',
  },
};

const APPROVED_BY_YOU = {
  code: 'own-approval',
  text: {
    fr: 'Vous l’avez approuvé : une autre personne le publie.',
    en: 'You approved it: somebody else publishes it.',
  },
};
