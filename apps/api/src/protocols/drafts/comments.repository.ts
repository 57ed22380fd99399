import { Injectable } from '@nestjs/common';
import type { DraftComment } from '@repere/cases';
import { UnitOfWork } from '../../platform/unit-of-work';

type Row = Omit<DraftComment, 'at' | 'by' | 'settledAt' | 'place'> & {
  readonly at: Date;
  readonly byId: string;
  readonly byName: string;
  readonly place: DraftComment['place'] | null;
  readonly settledAt: Date | null;
};

/** What reviewers write beside a draft. */
@Injectable()
export class CommentsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Oldest first. */
  async of(draftId: string): Promise<readonly DraftComment[]> {
    const rows: Row[] = await this.unit.manager.query(
      `SELECT c.id, c.by_id AS "byId", a.name AS "byName", c.at, c.revision, c.place, c.text, c.settled_at AS "settledAt"
         FROM draft_comment c JOIN account a ON a.id = c.by_id WHERE c.draft_id = $1 ORDER BY c.at, c.id LIMIT 500`,
      [draftId],
    );
    return rows.map(({ byId, byName, at, place, settledAt, ...row }) => ({
      ...row,
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
      `INSERT INTO draft_comment (id, draft_id, by_id, at, revision, place, text) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        comment.id,
        draftId,
        this.unit.account.id,
        new Date(this.unit.now()),
        comment.revision,
        comment.place ?? null,
        comment.text,
      ],
    );
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
