import { Injectable } from '@nestjs/common';
import type { DraftSummary } from '@repere/cases';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { DraftRow } from './draft-row';

/** What a save gives. */
export type DraftContentRow = Pick<
  DraftRow,
  'protocol' | 'version' | 'title' | 'files' | 'changeNotes' | 'inForceFrom' | 'hash'
>;

/** Drafts of protocol versions. Each change goes with the unit's event. */
@Injectable()
export class ProtocolDraftsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async find(id: string): Promise<DraftRow | null> {
    const [row]: DraftRow[] = await this.unit.manager.query(`${SELECT} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async lock(id: string): Promise<DraftRow | null> {
    await this.unit.manager.query(`SELECT 1 FROM protocol_draft WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(id);
  }

  /** Newest change first, at most 200. */
  async list(): Promise<readonly DraftSummary[]> {
    const rows: (Omit<DraftSummary, 'changedAt' | 'author'> & {
      changedAt: Date;
      authorId: string;
      authorName: string;
    })[] = await this.unit.manager.query(
      `SELECT d.id, d.protocol, d.from_version AS "from", d.version, d.title, d.state, d.revision,
              d.changed_at AS "changedAt", d.author_id AS "authorId", author.name AS "authorName"
         FROM protocol_draft d JOIN account author ON author.id = d.author_id
        ORDER BY d.changed_at DESC, d.id DESC LIMIT 200`,
    );
    return rows.map(({ changedAt, authorId, authorName, ...row }) => ({
      ...row,
      author: { id: authorId, name: authorName },
      changedAt: changedAt.toISOString(),
    }));
  }

  async add(id: string, from: string | null, content: DraftContentRow): Promise<void> {
    const account = this.unit.account.id;
    const now = new Date(this.unit.now());
    await this.unit.manager.query(
      `INSERT INTO protocol_draft (id, protocol, from_version, version, title, files, change_notes, in_force_from, hash,
                                   author_id, saved_by, changed_by, changed_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ARRAY[$10::uuid], $10, $11, $11)`,
      [id, content.protocol, from, ...valuesOf(content), account, now],
    );
  }

  /** A new revision: what was agreed of the earlier one is agreed no more. */
  async save(id: string, content: DraftContentRow): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_draft
          SET (version, title, files, change_notes, in_force_from, hash) = ($2, $3, $4, $5, $6, $7),
              revision = revision + 1, state = 'drafting', approved_by = NULL, approved_at = NULL, approved_hash = NULL,
              loss_hash = NULL, loss_accepted_by = NULL, loss_reason = NULL, changed_by = $8, changed_at = $9,
              saved_by = CASE WHEN $8::uuid = ANY (saved_by) THEN saved_by ELSE saved_by || $8::uuid END
        WHERE id = $1`,
      [id, ...valuesOf(content), this.unit.account.id, new Date(this.unit.now())],
    );
  }

  /** By whoever acts, bound to exactly this text. */
  async approve(id: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_draft SET state = 'approved', changed_at = $2, approved_at = $2, approved_by = $3, approved_hash = hash
        WHERE id = $1`,
      [id, new Date(this.unit.now()), this.unit.account.id],
    );
  }

  /** By whoever acts, bound to what this exploration was of. */
  async acceptLoss(id: string, explored: string, reason: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_draft SET loss_hash = $2, loss_accepted_by = $3, loss_reason = $4, changed_at = $5 WHERE id = $1`,
      [id, explored, this.unit.account.id, reason, new Date(this.unit.now())],
    );
  }

  /** Another state of the same revision, agreed by nobody. */
  async turn(id: string, state: 'drafting' | 'in-review' | 'abandoned'): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_draft SET state = $2, changed_at = $3, approved_at = NULL, approved_by = NULL, approved_hash = NULL
        WHERE id = $1`,
      [id, state, new Date(this.unit.now())],
    );
  }

  async markPublished(id: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_draft SET state = 'published', changed_at = $2 WHERE id = $1`,
      [id, new Date(this.unit.now())],
    );
  }
}

const valuesOf = (content: DraftContentRow): readonly unknown[] => [
  content.version,
  content.title,
  content.files,
  content.changeNotes,
  content.inForceFrom,
  content.hash,
];

const SELECT = `
  SELECT d.id, d.protocol, d.from_version AS "fromVersion", d.version, d.title, d.files, d.change_notes AS "changeNotes",
         d.in_force_from AS "inForceFrom", d.hash, d.revision, d.state, d.author_id AS "authorId", author.name AS "authorName",
         d.saved_by AS "savedBy", d.changed_by AS "changedBy", changer.name AS "changedByName", d.changed_at AS "changedAt",
         d.approved_by AS "approvedBy", d.loss_accepted_by AS "lossAcceptedBy", d.loss_reason AS "lossReason",
         d.loss_hash AS "lossHash"
    FROM protocol_draft d
    JOIN account author ON author.id = d.author_id
    JOIN account changer ON changer.id = d.changed_by`;
