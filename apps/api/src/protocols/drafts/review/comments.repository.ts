import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { rowOf } from '../../../platform/data/sealed-row';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { DraftCommentEntity } from '../../entities/draft-comment.entity';
import { CommentsQuery } from './comments.query';
import type { DraftCommentDto } from '../drafts.dto';

/** What reviewers write beside a draft, sealed: it may name whom they think of. */
@Injectable()
export class CommentsRepository {
  constructor(
    @InjectRepository(DraftCommentEntity) private readonly comments: Repository<DraftCommentEntity>,
    private readonly query: CommentsQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Oldest first. */
  async listComments(draftId: string): Promise<readonly DraftCommentDto[]> {
    const found = await this.query.ofDraft(draftId);
    if (found.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return found.map(({ byId, byName, at, place, settledAt, content, ...row }) => ({
      ...row,
      text: this.secrecy.openColumn(key, rowOf(DraftCommentEntity, { id: row.id, content }), 'content'),
      by: { id: byId, name: byName },
      at: at.toISOString(),
      ...(place && { place }),
      settledAt: settledAt?.toISOString() ?? null,
    }));
  }

  async addComment(
    draftId: string,
    { id, revision, text, place }: Pick<DraftCommentDto, 'id' | 'revision' | 'text' | 'place'>,
  ): Promise<void> {
    const key = await this.secrecy.spaceKey();
    await this.comments.insert({
      ...{ id, draftId, revision, place: place ?? null },
      ...{ byId: this.unit.account.id, at: new Date(this.unit.now()) },
      content: this.secrecy.seal(key, rowOf(DraftCommentEntity, { id }), 'content', text),
    });
  }

  /** Whether there was such a comment. Settled once, it stays as it is. */
  async settleComment(draftId: string, id: string): Promise<boolean> {
    const found = await this.comments.findOne({
      select: { id: true, settledAt: true },
      where: { id, draftId },
      lock: { mode: 'pessimistic_write' },
    });
    if (found?.settledAt === null)
      await this.comments.update(id, {
        settledAt: new Date(this.unit.now()),
        settledBy: this.unit.account.id,
      });
    return found !== null;
  }
}
