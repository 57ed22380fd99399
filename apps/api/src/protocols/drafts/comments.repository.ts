import { Injectable } from '@nestjs/common';
import type { DraftComment } from '@repere/cases';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { rowOf } from '../../platform/data/sealed-row';
import { DraftCommentEntity } from '../entities/draft-comment.entity';

type Row = Omit<DraftComment, 'at' | 'by' | 'settledAt' | 'place' | 'text'> & {
  /** In clear: written before comments were sealed. */
  readonly text: string | null;
  readonly content: Buffer | null;
  readonly at: Date;
  readonly byId: string;
  readonly byName: string;
  readonly place: DraftComment['place'] | null;
  readonly settledAt: Date | null;
};

/** What reviewers write beside a draft, sealed: it may name whom they think of. */
@Injectable()
export class CommentsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Oldest first. */
  async of(draftId: string): Promise<readonly DraftComment[]> {
    const rows: Row[] = await this.unit.manager.query(
      `SELECT c.id, c.by_id AS "byId", a.name AS "byName", c.at, c.revision, c.place, c.text, c.content, c.settled_at AS "settledAt"
         FROM draft_comment c JOIN account a ON a.id = c.by_id WHERE c.draft_id = $1 ORDER BY c.at, c.id LIMIT 500`,
      [draftId],
    );
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map(({ byId, byName, at, place, settledAt, text, content, ...row }) => ({
      ...row,
      text: content ? this.secrecy.open(key, rowOf(DraftCommentEntity, { id: row.id, content }), 'content') : (text ?? ''),
      by: { id: byId, name: byName },
      at: at.toISOString(),
      ...(place && { place }),
      settledAt: settledAt?.toISOString() ?? null,
    }));
  }

  async add(
    draftId: string,
    comment: Pick<DraftComment, 'id' | 'revision' | 'text' | 'place'>,
  ): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO draft_comment (id, draft_id, by_id, at, revision, place, content) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        comment.id,
        draftId,
        this.unit.account.id,
        new Date(this.unit.now()),
        comment.revision,
        comment.place ?? null,
        this.secrecy.seal(await this.secrecy.spaceKey(), rowOf(DraftCommentEntity, { id: comment.id }), 'content', comment.text),
      ],
    );
  }

  async anyInClear(): Promise<boolean> {
    const found: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM draft_comment WHERE content IS NULL LIMIT 1`,
    );
    return found.length > 0;
  }

  /** Seals what was written in clear before, oldest first; how many. */
  async sealEarlier(most: number): Promise<number> {
    const rows: { id: string; text: string }[] = await this.unit.manager.query(
      `SELECT id, text FROM draft_comment WHERE content IS NULL ORDER BY at, id LIMIT $1 FOR UPDATE`,
      [most],
    );
    const key = await this.secrecy.spaceKey();
    for (const { id, text } of rows)
      await this.unit.manager.query(`UPDATE draft_comment SET content = $2, text = NULL WHERE id = $1`, [
        id,
        this.secrecy.seal(key, rowOf(DraftCommentEntity, { id }), 'content', text),
      ]);
    return rows.length;
  }

  /** Whether there was such a comment. Settled once, it stays as it is. */
  async settle(draftId: string, id: string): Promise<boolean> {
    const [found]: { settled: boolean }[] = await this.unit.manager.query(
      `SELECT settled_at IS NOT NULL AS settled FROM draft_comment WHERE id = $1 AND draft_id = $2 FOR UPDATE`,
      [id, draftId],
    );
    if (found && !found.settled)
      await this.unit.manager.query(
        `UPDATE draft_comment SET settled_at = $2, settled_by = $3 WHERE id = $1`,
        [id, new Date(this.unit.now()), this.unit.account.id],
      );
    return found !== undefined;
  }
}
