import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitRepository } from '../../platform/data/unit-repository';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import type { AboutStep } from '../acts/case-command-handler';
import { rowOf } from '../../platform/data/sealed-row';
import { DraftsQuery } from './drafts.query';
import { DraftEntity } from '../entities/case/draft.entity';
import type { DraftDto } from './draft.dto';

/** No step is called so: what is typed of a letter hangs on a run of its case, so that it goes with it. */
export const LETTER = 'letter:';

interface SavedDraft {
  readonly savedAt: string;
  readonly revision: number;
  /** Whether it is time that the record says that somebody is at it. */
  readonly isToRecord: boolean;
}

/** What one types, sealed, one draft per person and step. */
@Injectable()
export class DraftsRepository {
  constructor(
    @InjectRepository(DraftEntity) private readonly drafts: UnitRepository<DraftEntity>,
    private readonly query: DraftsQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** When each of the account's drafts of steps in this case was saved, by `runId/step`. */
  savedAt({ drafts }: CaseRow): Readonly<Record<string, string>> {
    if (!drafts) throw new Error('a case that was read for a list');
    return Object.fromEntries(
      drafts
        .filter(({ step }) => !step.startsWith(LETTER))
        .map(({ runId, step, savedAt }) => [`${runId}/${step}`, new Date(savedAt).toISOString()]),
    );
  }

  /** The account's drafts of letters in this case, as they were when it was read. */
  lettersOf({ drafts = [] }: CaseRow): readonly AboutStep[] {
    return drafts.filter(({ step }) => step.startsWith(LETTER)).map(({ runId, step }) => ({ runId, step }));
  }

  /** The account's draft of this step, as it was when the case was read. */
  readDraft({ drafts = [] }: CaseRow, { runId, step }: AboutStep, key: DataKey): DraftDto | null {
    const found = drafts.find((it) => it.runId === runId && it.step === step);
    if (!found) return null;
    const { content, protocolVersion, savedAt, revision } = found;
    const row = rowOf(DraftEntity, {
      ...{ accountId: this.unit.account.id, runId, step },
      content: Buffer.from(content, 'base64') as DraftEntity['content'],
    });
    return {
      content: this.secrecy.openColumn(key, row, 'content'),
      ...{ protocolVersion, savedAt: new Date(savedAt).toISOString(), revision },
    };
  }

  async findDraft({ runId, step }: AboutStep, key: DataKey): Promise<DraftDto | null> {
    const row = await this.drafts.findOneBy({ accountId: this.unit.account.id, runId, step });
    if (!row) return null;
    return {
      content: this.secrecy.openColumn(key, row, 'content'),
      protocolVersion: row.protocolVersion,
      savedAt: row.savedAt.toISOString(),
      revision: row.revision,
    };
  }

  /** Saves over the revision that was seen (0: none); gives the new one, or `null` when another came between. */
  async saveDraft(
    caseFileId: string,
    { runId, step }: AboutStep,
    key: DataKey,
    draft: { readonly content: unknown; readonly protocolVersion: string; readonly seen: number },
  ): Promise<SavedDraft | null> {
    const accountId = this.unit.account.id;
    const row = rowOf(DraftEntity, { accountId, runId, step });
    const saving = {
      ...{ accountId, runId, step, caseFileId, keyId: key.id, protocolVersion: draft.protocolVersion },
      content: this.secrecy.seal(key, row, 'content', draft.content),
      savedAt: new Date(this.unit.now()),
    };
    if (draft.seen === 0) {
      const isNew = await this.drafts.insertNew({ ...saving, recordedAt: () => 'now()' });
      return isNew ? { savedAt: saving.savedAt.toISOString(), revision: 1, isToRecord: true } : null;
    }
    const saved = await this.query.saveOver(draft.seen, saving);
    return (
      saved && {
        savedAt: saved.saved_at.toISOString(),
        revision: saved.revision,
        isToRecord: saved.is_to_record,
      }
    );
  }

  async removeDraft({ runId, step }: AboutStep): Promise<void> {
    await this.drafts.delete({ accountId: this.unit.account.id, runId, step });
  }
}
