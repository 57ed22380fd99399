import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import { command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type DraftRow, WAITING_STATES } from './draft-row';
import type { DraftSummaryDto } from './drafts.dto';

type ListedDraft = Omit<DraftSummaryDto, 'changedAt' | 'author'> & {
  readonly changedAt: Date;
  readonly authorId: string;
  readonly authorName: string;
};

/** What may be known of a draft by who neither writes nor reviews protocols. */
export type WaitingDraft = Pick<DraftRow, 'id' | 'protocol' | 'version' | 'title'>;

/** Drafts beside the names of who wrote and who changed them, and the lock of publishing. */
@Injectable()
export class ProtocolDraftsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findDraft(id: string): Promise<DraftRow | null> {
    return FIND.first(this.unit.manager, [id]);
  }

  /** Newest change first, at most 200. */
  async listDrafts(): Promise<readonly DraftSummaryDto[]> {
    const listed = await LIST.readRows(this.unit.manager);
    return listed.map(({ changedAt, authorId, authorName, ...row }) => ({
      ...row,
      author: { id: authorId, name: authorName },
      changedAt: changedAt.toISOString(),
    }));
  }

  /** Those that wait for somebody’s approval or for being published, newest change first, at most 50. */
  listWaiting(): Promise<readonly WaitingDraft[]> {
    return WAITING.readRows(this.unit.manager, [WAITING_STATES]);
  }

  /** Of the open draft of this number that was changed last. */
  async findFiles(protocol: string, version: string): Promise<ProtocolFiles | null> {
    return (await FILES.first(this.unit.manager, [protocol, version]))?.files ?? null;
  }

  /** Nobody else publishes until the transaction ends: the number must come after the newest. */
  lockPublishing(): Promise<void> {
    return LOCK_PUBLISHING(this.unit.manager);
  }
}

const FIND = rows<DraftRow>({
  ...{
    id: 'uuid',
    protocol: 'text',
    fromVersion: 'text?',
    version: 'text?',
    title: 'jsonb?',
    files: 'jsonb',
  },
  ...{ changeNotes: 'jsonb?', inForceFrom: 'timestamptz?', hash: 'text', revision: 'integer', state: 'text' },
  ...{ authorId: 'uuid', authorName: 'text', savedBy: 'uuid[]', changedBy: 'uuid', changedByName: 'text' },
  ...{ changedAt: 'timestamptz', approvedBy: 'uuid?', lossAcceptedBy: 'uuid?', lossReason: 'text?' },
  lossHash: 'text?',
}).from(`
  SELECT d.id, d.protocol, d.from_version AS "fromVersion", d.version, d.title, d.files, d.change_notes AS "changeNotes",
         d.in_force_from AS "inForceFrom", d.hash, d.revision, d.state, d.author_id AS "authorId", author.name AS "authorName",
         d.saved_by AS "savedBy", d.changed_by AS "changedBy", changer.name AS "changedByName", d.changed_at AS "changedAt",
         d.approved_by AS "approvedBy", d.loss_accepted_by AS "lossAcceptedBy", d.loss_reason AS "lossReason",
         d.loss_hash AS "lossHash"
    FROM protocol_draft d
    JOIN account author ON author.id = d.author_id
    JOIN account changer ON changer.id = d.changed_by
   WHERE d.id = $1`);

const LIST = rows<ListedDraft>({
  ...{ id: 'uuid', protocol: 'text', from: 'text?', version: 'text?', title: 'jsonb?', state: 'text' },
  ...{ revision: 'integer', changedAt: 'timestamptz', authorId: 'uuid', authorName: 'text' },
}).from(`
  SELECT d.id, d.protocol, d.from_version AS "from", d.version, d.title, d.state, d.revision,
         d.changed_at AS "changedAt", d.author_id AS "authorId", author.name AS "authorName"
    FROM protocol_draft d JOIN account author ON author.id = d.author_id
   ORDER BY d.changed_at DESC, d.id DESC LIMIT 200`);

const WAITING = rows<WaitingDraft>({ id: 'uuid', protocol: 'text', version: 'text?', title: 'jsonb?' }).from(`
  SELECT id, protocol, version, title FROM protocol_draft WHERE state = ANY ($1::text[])
   ORDER BY changed_at DESC, id DESC LIMIT 50`);

const FILES = rows<Pick<DraftRow, 'files'>>({ files: 'jsonb' }).from(`
  SELECT files FROM protocol_draft WHERE protocol = $1 AND version = $2 AND state NOT IN ('published', 'abandoned')
   ORDER BY changed_at DESC, id DESC LIMIT 1`);

const LOCK_PUBLISHING = command(`SELECT pg_advisory_xact_lock(hashtext('repere publish'))`);
