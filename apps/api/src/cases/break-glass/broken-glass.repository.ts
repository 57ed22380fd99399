import { Injectable } from '@nestjs/common';
import type { BreakGlassReason, BreakGlassShown } from '@repere/cases';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { rowOf } from '../../platform/data/sealed-row';
import { BreakGlassEntity } from '../entities/relations/break-glass.entity';

/** A case that somebody opened in an emergency. Words are ciphertext under the case's key. */
export interface BrokenGlassRow {
  readonly id: string;
  readonly caseFileId: string;
  readonly teamId: string;
  readonly accountId: string;
  readonly reason: BreakGlassReason;
  readonly keyId: string;
  readonly words: Buffer;
  readonly openedAt: Date;
  readonly untilAt: Date;
  readonly reviewDueAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly verdict: 'justified' | 'not-justified' | null;
  readonly review: Buffer | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

@Injectable()
export class BrokenGlassRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  /** Of one case since then, newest first. */
  ofCase(caseFileId: string, since: number): Promise<readonly BrokenGlassRow[]> {
    return this.unit.manager.query(
      `SELECT ${COLUMNS} FROM break_glass WHERE case_file_id = $1 AND opened_at >= $2 ORDER BY opened_at DESC, id`,
      [caseFileId, new Date(since)],
    );
  }

  /** Those that wait for a review in these teams, due first. */
  toReview(
    teamIds: readonly string[],
    after: readonly [dueAt: string, id: string] | null,
    limit: number,
  ): Promise<readonly BrokenGlassRow[]> {
    return this.unit.manager.query(
      `SELECT ${COLUMNS} FROM break_glass
        WHERE team_id = ANY ($1::uuid[]) AND ${TO_REVIEW}
          AND ($2::timestamptz IS NULL OR (review_due_at, id) > ($2::timestamptz, $3::uuid))
        ORDER BY review_due_at, id LIMIT $4`,
      [teamIds, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** How many wait for a review, and how many of them are past their time. */
  async countToReview(
    teamIds: readonly string[],
  ): Promise<{ readonly count: number; readonly late: number }> {
    const [row]: { count: number; late: number }[] = await this.unit.manager.query(
      `SELECT count(*)::int AS count, count(*) FILTER (WHERE review_due_at < $2)::int AS late
         FROM break_glass WHERE team_id = ANY ($1::uuid[]) AND ${TO_REVIEW}`,
      [teamIds, new Date(this.unit.now())],
    );
    return row ?? { count: 0, late: 0 };
  }

  /** `null`: there is none for this reader. */
  async find(id: string): Promise<BrokenGlassRow | null> {
    const [row]: BrokenGlassRow[] = await this.unit.manager.query(
      `SELECT ${COLUMNS} FROM break_glass WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Those of restricted cases in whose circle this account is, opened since then: the circle is told at once. */
  ofCircles(accountId: string, since: number, limit: number): Promise<readonly BrokenGlassRow[]> {
    return this.unit.asSystem('system:record', () =>
      this.unit.manager.query(
        `SELECT ${COLUMNS} FROM break_glass b
          WHERE opened_at >= $2 AND account_id <> $1
            AND EXISTS (SELECT 1 FROM restriction r WHERE r.case_file_id = b.case_file_id AND r.ended_at IS NULL
                           AND $1 = ANY (r.circle) AND b.account_id <> ALL (r.circle))
            AND NOT EXISTS (SELECT 1 FROM recusal c WHERE c.case_file_id = b.case_file_id AND c.account_id = $1
                               AND c.lifted_at IS NULL)
          ORDER BY opened_at DESC, id LIMIT $3`,
        [accountId, new Date(since), limit],
      ),
    );
  }

  async show(key: DataKey, rows: readonly BrokenGlassRow[]): Promise<readonly BreakGlassShown[]> {
    const names = await this.names.of(
      rows.flatMap(({ accountId, reviewedBy, endedBy }) => [accountId, reviewedBy, endedBy]),
    );
    return rows.map((row): BreakGlassShown => ({
      id: row.id,
      by: { id: row.accountId, name: names.get(row.accountId) ?? '' },
      openedAt: row.openedAt.toISOString(),
      until: row.untilAt.toISOString(),
      reason: row.reason,
      words: this.secrecy.open(key, rowOf(BreakGlassEntity, { id: row.id, words: row.words }), 'words'),
      isOpen: row.endedAt === null && row.untilAt.getTime() > this.unit.now(),
      ended: row.endedAt && { by: names.get(row.endedBy ?? '') ?? '', at: row.endedAt.toISOString() },
      reviewDueAt: row.reviewDueAt.toISOString(),
      review:
        row.verdict && row.reviewedAt && row.review
          ? {
              verdict: row.verdict,
              by: names.get(row.reviewedBy ?? '') ?? '',
              at: row.reviewedAt.toISOString(),
              words: this.secrecy.open(
                key,
                rowOf(BreakGlassEntity, { id: row.id, review: row.review }),
                'review',
              ),
            }
          : null,
    }));
  }
}

/** One's own too, which another reviews; none of a case that one is shut out of. */
const TO_REVIEW = `reviewed_at IS NULL AND case_file_id <> ALL (ARRAY(SELECT app_shut_cases()))`;

const COLUMNS = `id, case_file_id AS "caseFileId", team_id AS "teamId", account_id AS "accountId", reason, key_id AS "keyId", words,
  opened_at AS "openedAt", until_at AS "untilAt", review_due_at AS "reviewDueAt", reviewed_at AS "reviewedAt",
  reviewed_by AS "reviewedBy", verdict, review, ended_at AS "endedAt", ended_by AS "endedBy"`;
