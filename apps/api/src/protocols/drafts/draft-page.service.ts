import { Injectable } from '@nestjs/common';
import type { ProofFinding } from '@repere/protocol';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { ExplorationRow } from '../exploring/explorations.query';
import { ExplorationScope } from '../exploring/exploration-scope';
import { propertyKey, ProofsQuery } from '../versions/proofs.query';
import { ExploreDraft, explorationOf } from '../exploring/explore-draft.service';
import { ProtocolReader } from '../protocol-reader';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { DiffVersions } from '../versions/diff-versions';
import { CheckDraft } from './checking/check-draft';
import { CommentsRepository } from './review/comments.repository';
import { type DraftRow, isOpen } from './draft-row';
import { isLossAccepted, type Publishing, publicationBlockers } from './checking/publication-blockers';
import type { ProtocolDraftDto } from './drafts.dto';

/** A draft as its page shows it, and what publishing looks at. */
@Injectable()
export class DraftPage {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: ProtocolReader,
    private readonly checker: CheckDraft,
    private readonly exploring: ExploreDraft,
    private readonly comments: CommentsRepository,
    private readonly diffs: DiffVersions,
    private readonly proofs: ProofsQuery,
    private readonly scope: ExplorationScope,
  ) {}

  async publishing(draft: DraftRow, published: PublishedProtocols): Promise<Publishing> {
    const checked = await this.checker.check(draft.files, published);
    const hash = this.exploring.hashFor(checked, published);
    const exploration = await this.exploring.findExploration(draft.id, hash);
    const lost = await this.lostIn(exploration?.hash === hash ? exploration : null, published);
    const since = await this.diffs.sinceNewest(checked.document, published);
    return { draft, checked, published, exploration, hash, lost, since, now: this.unit.now() };
  }

  async showDraft(draft: DraftRow, published: PublishedProtocols): Promise<ProtocolDraftDto> {
    const publishing = await this.publishing(draft, published);
    const { checked, exploration, hash } = publishing;
    const diff = await this.diffs.from(draft.fromVersion, checked.document, published);
    return {
      id: draft.id,
      protocol: draft.protocol,
      from: draft.fromVersion,
      version: draft.version,
      title: draft.title,
      state: draft.state,
      author: { id: draft.authorId, name: draft.authorName },
      changedAt: draft.changedAt.toISOString(),
      revision: draft.revision,
      files: draft.files,
      changeNotes: draft.changeNotes,
      inForceFrom: draft.inForceFrom?.toISOString() ?? null,
      problems: checked.problems,
      // What blocks says that it was stopped.
      diff: diff === 'stopped' ? null : diff,
      exploration: explorationOf(exploration, hash, draft.revision),
      comments: await this.comments.listComments(draft.id),
      blockedBy: isOpen(draft) ? publicationBlockers(publishing) : [],
      may: this.may(draft, publishing),
    };
  }

  /** Bounded here, and proven of what is in force now. */
  private async lostIn(
    exploration: ExplorationRow | null,
    published: PublishedProtocols,
  ): Promise<readonly ProofFinding[]> {
    const bounded = (exploration?.report?.findings ?? []).filter(({ verdict }) => verdict === 'bounded');
    if (bounded.length === 0) return [];
    const proven = await this.proofs.proven(this.scope.listSubjects(published, null));
    return bounded.filter((finding) => proven.has(propertyKey(finding)));
  }

  /** What this account may do with it as it is now, by right and by state; whether it would be let through is `blockedBy`. */
  private may(draft: DraftRow, { lost, hash }: Publishing): ProtocolDraftDto['may'] {
    if (!isOpen(draft)) return [];
    const mayEdit = this.reader.mayDo('edit-protocol');
    const isSecond = this.reader.mayDo('review-protocol') && !isFirstPerson(draft, this.unit.account.id);
    const may: ProtocolDraftDto['may'][number][] = [];
    if (mayEdit) may.push('save');
    if (mayEdit && draft.state === 'drafting') may.push('submit');
    may.push('comment');
    const me = this.unit.account.id;
    if (isSecond && draft.state === 'in-review' && draft.lossAcceptedBy !== me) may.push('approve');
    if (isSecond && lost.length > 0 && draft.approvedBy !== me && !isLossAccepted(draft, hash))
      may.push('accept-loss');
    if (isSecond && draft.state !== 'drafting') may.push('send-back');
    if (this.reader.mayDo('publish-protocol') && draft.approvedBy !== this.unit.account.id)
      may.push('publish');
    if (mayEdit) may.push('abandon');
    return may;
  }
}

/** The author, or anyone whose words are in it. */
export const isFirstPerson = ({ authorId, savedBy }: DraftRow, accountId: string): boolean =>
  authorId === accountId || savedBy.includes(accountId);
