import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolDraftEntity } from '../entities/protocol-draft.entity';
import type { DraftRow } from './draft-row';
import { ProtocolDraftsQuery, type WaitingDraft } from './drafts.query';
import type { DraftSummaryDto } from './drafts.dto';

/** What a save gives. */
export type DraftContentRow = Pick<
  DraftRow,
  'protocol' | 'version' | 'title' | 'files' | 'changeNotes' | 'inForceFrom' | 'hash'
>;

/** Drafts of protocol versions. Each change goes with the unit's event. */
@Injectable()
export class ProtocolDraftsRepository {
  constructor(
    @InjectRepository(ProtocolDraftEntity) private readonly drafts: Repository<ProtocolDraftEntity>,
    private readonly query: ProtocolDraftsQuery,
    private readonly unit: UnitOfWork,
  ) {}

  findDraft(id: string): Promise<DraftRow | null> {
    return this.query.findDraft(id);
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async lock(id: string): Promise<DraftRow | null> {
    await this.drafts.findOne({ select: { id: true }, where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.findDraft(id);
  }

  /** Newest change first, at most 200. */
  listDrafts(): Promise<readonly DraftSummaryDto[]> {
    return this.query.listDrafts();
  }

  /** Those that wait for somebody’s approval or for being published, newest change first, at most 50. */
  listWaiting(): Promise<readonly WaitingDraft[]> {
    return this.query.listWaiting();
  }

  /** Nobody else publishes until the transaction ends: the number must come after the newest. */
  lockPublishing(): Promise<void> {
    return this.query.lockPublishing();
  }

  async addDraft(id: string, fromVersion: string | null, content: DraftContentRow): Promise<void> {
    const { now, me } = this.currentAct();
    await this.drafts.insert({
      ...{ ...contentOf(content), id, protocol: content.protocol, fromVersion },
      ...{ authorId: me, savedBy: [me], changedBy: me, changedAt: now, createdAt: now },
    });
  }

  /** A new revision: what was agreed of the earlier one is agreed no more. */
  async saveDraft(id: string, content: DraftContentRow): Promise<void> {
    const { now, me } = this.currentAct();
    await this.drafts
      .createQueryBuilder()
      .update()
      .set({
        ...{ ...contentOf(content), ...NOT_APPROVED, state: 'drafting', revision: () => 'revision + 1' },
        ...{ lossHash: null, lossAcceptedBy: null, lossReason: null, changedBy: me, changedAt: now },
        savedBy: () => 'CASE WHEN :me::uuid = ANY (saved_by) THEN saved_by ELSE saved_by || :me::uuid END',
      })
      .where({ id })
      .setParameters({ me })
      .execute();
  }

  /** By whoever acts, bound to exactly this text. */
  async approveDraft(id: string): Promise<void> {
    const { now, me } = this.currentAct();
    await this.drafts.update(id, {
      ...{ state: 'approved', changedAt: now, approvedAt: now, approvedBy: me, approvedHash: () => 'hash' },
    });
  }

  /** By whoever acts, bound to what this exploration was of. */
  async acceptLoss(id: string, explored: string, reason: string): Promise<void> {
    const { now, me } = this.currentAct();
    await this.drafts.update(id, {
      ...{ lossHash: explored, lossAcceptedBy: me, lossReason: reason, changedAt: now },
    });
  }

  /** Another state of the same revision, agreed by nobody. */
  async turn(id: string, state: 'drafting' | 'in-review' | 'abandoned'): Promise<void> {
    await this.drafts.update(id, { ...NOT_APPROVED, state, changedAt: this.currentAct().now });
  }

  async markPublished(id: string): Promise<void> {
    await this.drafts.update(id, { state: 'published', changedAt: new Date(this.unit.now()) });
  }

  private currentAct(): { readonly now: Date; readonly me: string } {
    return { now: new Date(this.unit.now()), me: this.unit.account.id };
  }
}

const NOT_APPROVED = { approvedBy: null, approvedAt: null, approvedHash: null } as const;

const contentOf = ({ version, title, files, changeNotes, inForceFrom, hash }: DraftContentRow) => ({
  ...{ version, title, files, changeNotes, inForceFrom, hash },
});
