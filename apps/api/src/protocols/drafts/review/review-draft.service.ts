import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ExploreDraft } from '../../exploring/explore-draft.service';
import { CommentsRepository } from './comments.repository';
import { DraftFinder } from '../draft-finder';
import { DraftPage, isFirstPerson } from '../draft-page.service';
import { ProtocolDraftsRepository } from '../drafts.repository';
import { faultsOf } from '../checking/publication-blockers';
import type { DraftCommentDto } from '../drafts.dto';
import type { ProblemReasonDto } from '../../../platform/answers/openapi';

/** From the editor's hands to a second person's, and back. */
@Injectable()
export class ReviewDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: DraftFinder,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly comments: CommentsRepository,
    private readonly page: DraftPage,
    private readonly exploring: ExploreDraft,
  ) {}

  /** Explores in the background what has no error. */
  async explore(id: string): Promise<void> {
    const { draft, published } = await this.finder.lock(id);
    const { checked, hash } = await this.page.publishing(draft, published);
    const errors = faultsOf(checked);
    if (hash === null || errors.length > 0) throw new Refusal('refused', { reasons: errors });
    await this.exploring.startExploration(draft, hash);
  }

  async submit(id: string, seen: number): Promise<void> {
    const { draft, published } = await this.finder.lock(id, seen);
    if (draft.state !== 'drafting') return;
    const errors = faultsOf((await this.page.publishing(draft, published)).checked);
    if (errors.length > 0) throw new Refusal('refused', { reasons: errors });
    await this.drafts.turn(id, 'in-review');
  }

  /** By somebody else than the author and whoever saved it; bound to exactly this revision's text. */
  async approveDraft(id: string, seen: number): Promise<void> {
    const { draft } = await this.finder.lock(id, seen);
    if (isFirstPerson(draft, this.unit.account.id)) throw new Refusal('refused', { reasons: [OWN] });
    if (draft.lossAcceptedBy === this.unit.account.id) throw new Refusal('refused', { reasons: [THIRD] });
    if (draft.state !== 'in-review') throw new Refusal('refused', { reasons: [NOT_SUBMITTED] });
    await this.drafts.approveDraft(id);
  }

  /** Why it is acceptable that proofs are lost: by a third person, for exactly what was explored. */
  async acceptLoss(id: string, reason: string, seen: number): Promise<void> {
    const { draft, published } = await this.finder.lock(id, seen);
    const me = this.unit.account.id;
    if (isFirstPerson(draft, me) || draft.approvedBy === me)
      throw new Refusal('refused', { reasons: [THIRD] });
    const { lost, hash } = await this.page.publishing(draft, published);
    if (lost.length === 0 || hash === null) throw new Refusal('refused', { reasons: [NOTHING_LOST] });
    await this.drafts.acceptLoss(id, hash, reason);
    this.unit.notes({ explored: hash, lost: lost.map((it) => `${it.kind}/${it.id}`) });
  }

  async sendBack(id: string, reason: string, seen: number): Promise<void> {
    const { draft } = await this.finder.lock(id, seen);
    if (isFirstPerson(draft, this.unit.account.id)) throw new Refusal('refused', { reasons: [OWN] });
    if (draft.state === 'drafting') throw new Refusal('refused', { reasons: [NOT_SUBMITTED] });
    await this.drafts.turn(id, 'drafting');
    await this.comments.addComment(id, { id: randomUUID(), revision: draft.revision, text: reason });
  }

  async abandon(id: string): Promise<void> {
    await this.finder.lock(id);
    await this.drafts.turn(id, 'abandoned');
    await this.exploring.giveUp(id);
  }

  async comment(id: string, { text, place }: Pick<DraftCommentDto, 'text' | 'place'>): Promise<void> {
    const { draft } = await this.finder.lock(id);
    await this.comments.addComment(id, { id: randomUUID(), revision: draft.revision, text, place });
  }

  async settleComment(id: string, commentId: string): Promise<void> {
    await this.finder.lock(id);
    if (!(await this.comments.settleComment(id, commentId))) throw new Refusal('not-found');
  }
}

const OWN: ProblemReasonDto = {
  code: 'own-draft',
  text: {
    fr: 'Vous avez écrit une partie de ce brouillon : une autre personne doit l’approuver.',
    en: 'You wrote a part of this draft: somebody else has to approve it.',
  },
};

const THIRD: ProblemReasonDto = {
  code: 'third-person',
  text: {
    fr: 'Une perte de preuve s’accepte par une personne qui n’a ni écrit ni approuvé ce brouillon.',
    en: 'A lost proof is accepted by a person who neither wrote nor approved this draft.',
  },
};

const NOTHING_LOST: ProblemReasonDto = {
  code: 'nothing-lost',
  text: { fr: 'Aucune preuve n’est perdue avec ce brouillon.', en: 'No proof is lost with this draft.' },
};

const NOT_SUBMITTED: ProblemReasonDto = {
  code: 'not-submitted',
  text: { fr: 'Ce brouillon n’est pas soumis à relecture.', en: 'This draft is not in review.' },
};
