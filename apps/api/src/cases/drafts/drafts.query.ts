import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** An answer to a draft shows something of the case: within so many minutes, typing leaves one trace. */
export const RECORDED_EVERY_MINUTES = 15;

interface SavedRow {
  readonly revision: number;
  readonly saved_at: Date;
  readonly is_to_record: boolean;
}

/** What is saved of a draft over the revision that was seen. */
export interface DraftSaving {
  readonly accountId: string;
  readonly runId: string;
  readonly step: string;
  readonly caseFileId: string;
  readonly keyId: string;
  readonly content: Buffer;
  readonly protocolVersion: string;
  readonly savedAt: Date;
}

/** Drafts that are saved again; when the record hears of it is by the database server's clock. */
@Injectable()
export class DraftsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** `null`: another came between. */
  saveOver(seen: number, draft: DraftSaving): Promise<SavedRow | null> {
    return SAVE_OVER.first(this.unit.manager, [
      ...[draft.accountId, draft.runId, draft.step, draft.caseFileId],
      ...[draft.keyId, draft.content, draft.protocolVersion, draft.savedAt, seen],
    ]);
  }
}

const SAVE_OVER = rows<SavedRow>({ revision: 'integer', saved_at: 'timestamptz', is_to_record: 'boolean' })
  .from(`
  UPDATE draft SET content = $6, key_id = $5, protocol_version = $7, saved_at = $8, revision = revision + 1,
         recorded_at = CASE WHEN recorded_at > now() - make_interval(mins => ${String(RECORDED_EVERY_MINUTES)})
                            THEN recorded_at ELSE now() END
   WHERE account_id = $1 AND run_id = $2 AND step = $3 AND case_file_id = $4 AND revision = $9::bigint
   RETURNING revision, saved_at, recorded_at = now() AS is_to_record`);
