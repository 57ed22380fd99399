import { Injectable } from '@nestjs/common';
import { NeededRights } from '../../platform/routes/needed-rights';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { ProtocolReader } from '../protocol-reader';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { type DraftRow, isOpen, isWaiting } from './draft-row';
import type { WaitingDraft } from './drafts.query';
import { ProtocolDraftsRepository } from './drafts.repository';

export interface FoundDraft {
  readonly draft: DraftRow;
  readonly published: PublishedProtocols;
}

/** Drafts, for who may write or review protocols; for who leads training, what a waiting one would change of their exercises. */
@Injectable()
export class DraftFinder {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rights: NeededRights,
    private readonly reader: ProtocolReader,
    private readonly drafts: ProtocolDraftsRepository,
  ) {}

  async readDraft(id: string): Promise<FoundDraft> {
    const published = await this.reader.openProtocols('review-protocol');
    return { published, draft: this.known(UUID.test(id) ? await this.drafts.findDraft(id) : null) };
  }

  /** For who leads training: which drafts wait, and nothing of their texts. */
  async listWaiting(): Promise<readonly WaitingDraft[]> {
    await this.reader.openProtocols('lead-training');
    return this.drafts.listWaiting();
  }

  /** One of these, to tell exercises with; its text is not for who asks. */
  async readWaiting(id: string): Promise<FoundDraft> {
    const published = await this.reader.openProtocols('lead-training');
    const found = UUID.test(id) ? await this.drafts.findDraft(id) : null;
    return { published, draft: this.known(found && isWaiting(found) ? found : null) };
  }

  /**
   * For an act on a draft that is still open, by the right that the route says it needs. `seen`: the revision that was read; another
   * one is `stale`.
   */
  async lock(id: string, seen?: number): Promise<FoundDraft> {
    const published = await this.reader.openProtocols(this.rights.onService());
    const draft = this.known(UUID.test(id) ? await this.drafts.lock(id) : null);
    if (!isOpen(draft)) throw new Refusal('refused', { reasons: [CLOSED] });
    if (seen !== undefined && seen !== draft.revision) throw stale(draft);
    return { published, draft };
  }

  private known(draft: DraftRow | null): DraftRow {
    if (!draft) throw new Refusal('not-found');
    this.unit.notes({ draft: draft.id, revision: draft.revision, hash: draft.hash });
    return draft;
  }
}

/** With who changed it, and when. */
export const stale = (draft: DraftRow): Refusal =>
  new Refusal('stale', {
    changes: [
      {
        seq: draft.revision,
        entryId: draft.id,
        at: draft.changedAt.toISOString(),
        by: draft.changedByName,
        title: {
          fr: `Brouillon enregistré, révision ${String(draft.revision)}`,
          en: `Draft saved, revision ${String(draft.revision)}`,
        },
        values: {},
      },
    ],
  });

const CLOSED = {
  code: 'draft-closed',
  text: {
    fr: 'Ce brouillon a été publié ou abandonné.',
    en: 'This draft was published or abandoned.',
  },
};
