import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { DraftCommentEntity } from '../../entities/draft-comment.entity';

/** A comment with the name of who wrote it. */
export type CommentRow = Pick<
  DraftCommentEntity,
  'id' | 'byId' | 'at' | 'revision' | 'place' | 'content' | 'settledAt'
> & { readonly byName: string };

/** Comments beside the names of who wrote them. */
@Injectable()
export class CommentsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Oldest first. */
  ofDraft(draftId: string): Promise<readonly CommentRow[]> {
    return OF_DRAFT.readRows(this.unit.manager, [draftId]);
  }
}

const OF_DRAFT = rows<CommentRow>({
  ...{ id: 'uuid', byId: 'uuid', byName: 'text', at: 'timestamptz', revision: 'integer', place: 'jsonb?' },
  ...{ content: 'bytea', settledAt: 'timestamptz?' },
}).from(`
  SELECT c.id, c.by_id AS "byId", a.name AS "byName", c.at, c.revision, c.place, c.content, c.settled_at AS "settledAt"
    FROM draft_comment c JOIN account a ON a.id = c.by_id WHERE c.draft_id = $1 ORDER BY c.at, c.id LIMIT 500`);
