import { Injectable } from '@nestjs/common';
import type { Draft } from '@repere/cases';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { AboutStep } from '../acts/acting';
import { placeOf, rowOf } from '../../platform/data/sealed-row';
import { DraftEntity } from '../entities/case/draft.entity';

interface DraftRow {
  readonly content: Buffer;
  readonly protocol_version: string;
  readonly saved_at: Date;
  readonly revision: number;
}

/** An answer to a draft shows something of the case: within so many minutes, typing leaves one trace. */
const RECORDED_EVERY_MINUTES = 15;

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
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** When each of the account's drafts in this case was saved, by `runId/step`. */
  async savedAt(caseFileId: string): Promise<Readonly<Record<string, string>>> {
    const rows: { run_id: string; step: string; saved_at: Date }[] = await this.unit.manager.query(
      `SELECT run_id, step, saved_at FROM draft WHERE case_file_id = $1 AND account_id = $2`,
      [caseFileId, this.unit.account.id],
    );
    return Object.fromEntries(
      rows.map((row): [string, string] => [`${row.run_id}/${row.step}`, row.saved_at.toISOString()]),
    );
  }

  async find({ runId, step }: AboutStep, key: DataKey): Promise<Draft | null> {
    const [row]: DraftRow[] = await this.unit.manager.query(
      `SELECT content, protocol_version, saved_at, revision FROM draft WHERE account_id = $1 AND run_id = $2 AND step = $3`,
      [this.unit.account.id, runId, step],
    );
    if (!row) return null;
    return {
      content: this.secrecy.unseal(key, this.place({ runId, step }), row.content),
      protocolVersion: row.protocol_version,
      savedAt: row.saved_at.toISOString(),
      revision: row.revision,
    };
  }

  /** Saves over the revision that was seen (0: none); gives the new one, or `null` when another came between. */
  async save(
    caseFileId: string,
    { runId, step }: AboutStep,
    key: DataKey,
    draft: { readonly content: unknown; readonly protocolVersion: string; readonly seen: number },
  ): Promise<SavedDraft | null> {
    const values = [
      this.unit.account.id,
      runId,
      step,
      caseFileId,
      key.id,
      this.secrecy.seal(key, this.place({ runId, step }), draft.content),
      draft.protocolVersion,
      new Date(this.unit.now()),
    ];
    const [saved]: { revision: number; saved_at: Date; is_to_record: boolean }[] =
      draft.seen === 0
        ? await this.unit.manager.query(
            `INSERT INTO draft (account_id, run_id, step, case_file_id, key_id, content, protocol_version, saved_at,
                                recorded_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now()) ON CONFLICT DO NOTHING
             RETURNING revision, saved_at, true AS is_to_record`,
            values,
          )
        : rowsOf(
            await this.unit.manager.query(
              `UPDATE draft SET content = $6, key_id = $5, protocol_version = $7, saved_at = $8, revision = revision + 1,
                      recorded_at = CASE WHEN recorded_at > now() - make_interval(mins => ${String(RECORDED_EVERY_MINUTES)})
                                         THEN recorded_at ELSE now() END
                WHERE account_id = $1 AND run_id = $2 AND step = $3 AND case_file_id = $4 AND revision = $9::bigint
                RETURNING revision, saved_at, recorded_at = now() AS is_to_record`,
              [...values, draft.seen],
            ),
          );
    return saved
      ? {
          savedAt: saved.saved_at.toISOString(),
          revision: saved.revision,
          isToRecord: saved.is_to_record,
        }
      : null;
  }

  async remove({ runId, step }: AboutStep): Promise<void> {
    await this.unit.manager.query(`DELETE FROM draft WHERE account_id = $1 AND run_id = $2 AND step = $3`, [
      this.unit.account.id,
      runId,
      step,
    ]);
  }

  private place({ runId, step }: AboutStep) {
    return placeOf(rowOf(DraftEntity, { accountId: this.unit.account.id, runId, step }), 'content');
  }
}

/** TypeORM gives rows and their number for an UPDATE. */
const rowsOf = <T>([rows]: readonly [T[], number]): T[] => rows;
