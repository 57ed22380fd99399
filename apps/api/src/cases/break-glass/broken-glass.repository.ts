import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, MoreThanOrEqual, Repository } from 'typeorm';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CaseRow } from '../reading/case-row';
import type { ReviewBreakGlassDto } from './break-glass.dto';
import { BROKEN_GLASS_SQL } from './broken-glass.query';
import { AccountNames, namedIn } from '../reading/account-names';
import { rowOf } from '../../platform/data/sealed-row';
import { BreakGlassEntity } from '../entities/relations/break-glass.entity';
import type { BreakGlassShownDto } from '../grants/case-access.dto';

/** Cases that somebody opened in an emergency. Words are ciphertext under the case's key. */
@Injectable()
export class BrokenGlassRepository {
  constructor(
    @InjectRepository(BreakGlassEntity) private readonly glass: Repository<BreakGlassEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  /** Of one case since then, newest first. */
  ofCase(caseFileId: string, since: number): Promise<readonly BreakGlassEntity[]> {
    return this.glass.find({
      where: { caseFileId, openedAt: MoreThanOrEqual(new Date(since)) },
      order: { openedAt: 'DESC', id: 'ASC' },
    });
  }

  /** Those that wait for a review in these teams, due first. */
  toReview(
    teamIds: readonly string[],
    after: readonly [dueAt: string, id: string] | null,
    limit: number,
  ): Promise<readonly BreakGlassEntity[]> {
    const place = [after?.[0] ?? null, after?.[1] ?? null];
    return BROKEN_GLASS_SQL.toReview.readRows(this.unit.manager, [teamIds, ...place, limit]);
  }

  /** `null`: there is none for this reader. */
  findBreakGlass(id: string): Promise<BreakGlassEntity | null> {
    return this.glass.findOneBy({ id });
  }

  /** Those of restricted cases in whose circle this account is, opened since then: the circle is told at once. */
  ofCircles(accountId: string, since: number, limit: number): Promise<readonly BreakGlassEntity[]> {
    return this.unit.asSystem('system:record', () =>
      BROKEN_GLASS_SQL.ofCircles.readRows(this.unit.manager, [accountId, new Date(since), limit]),
    );
  }

  /** Of this account: how many since `day`, and whether one since `month` was not justified. Nobody else counts them meanwhile. */
  async lockOfAccount(
    day: number,
    month: number,
  ): Promise<{ readonly all: number; readonly isUnjustified: boolean } | null> {
    const { manager, account } = this.unit;
    await BROKEN_GLASS_SQL.lock(manager, [account.id]);
    return BROKEN_GLASS_SQL.ofAccount.first(manager, [account.id, new Date(day), new Date(month)]);
  }

  /** Of this account to this case since then; `isEnded`: by somebody else. */
  ofAccountAndCase(
    caseFileId: string,
    since: number,
  ): Promise<{ readonly same: number; readonly isEnded: boolean | null } | null> {
    const { manager, account } = this.unit;
    return BROKEN_GLASS_SQL.ofAccountAndCase.first(manager, [account.id, caseFileId, new Date(since)]);
  }

  async addBreakGlass(
    row: CaseRow,
    {
      reason,
      words,
      untilAt,
      reviewDueAt,
    }: { words: string } & Pick<BreakGlassEntity, 'reason' | 'untilAt' | 'reviewDueAt'>,
  ): Promise<void> {
    const key = await this.secrecy.openDataKey(row.dataKeyId);
    const id = randomUUID();
    await this.glass.insert({
      ...{ id, caseFileId: row.id, teamId: row.teamId, accountId: this.unit.account.id, reason },
      ...{ keyId: key.id, words: this.secrecy.seal(key, rowOf(BreakGlassEntity, { id }), 'words', words) },
      ...{ openedAt: this.now(), untilAt, reviewDueAt },
    });
  }

  /** `false`: it was reviewed before. */
  async review(
    { id, keyId }: BreakGlassEntity,
    { verdict, words }: Pick<ReviewBreakGlassDto, 'verdict' | 'words'>,
  ): Promise<boolean> {
    const key = await this.secrecy.openDataKey(keyId);
    const sealed = this.secrecy.seal(key, rowOf(BreakGlassEntity, { id }), 'review', words);
    const asked = [id, this.now(), this.unit.account.id, verdict, sealed];
    return (await BROKEN_GLASS_SQL.review(this.unit.manager, asked)) > 0;
  }

  /** `false`: it is over. */
  async endBreakGlass(id: string): Promise<boolean> {
    const { affected } = await this.glass.update(
      { id, endedAt: IsNull(), untilAt: MoreThan(this.now()) },
      { endedAt: this.now(), endedBy: this.unit.account.id },
    );
    return affected === 1;
  }

  async showBreakGlass(
    key: DataKey,
    rows: readonly BreakGlassEntity[],
  ): Promise<readonly BreakGlassShownDto[]> {
    const names = await this.names.readNames(
      rows.flatMap(({ accountId, reviewedBy, endedBy }) => [accountId, reviewedBy, endedBy]),
    );
    return rows.map((row): BreakGlassShownDto => ({
      id: row.id,
      by: namedIn(names, row.accountId),
      openedAt: row.openedAt.toISOString(),
      until: row.untilAt.toISOString(),
      reason: row.reason,
      words: this.secrecy.openColumn(key, rowOf(BreakGlassEntity, { id: row.id, words: row.words }), 'words'),
      isOpen: row.endedAt === null && row.untilAt.getTime() > this.unit.now(),
      ended: row.endedAt && { by: names.get(row.endedBy ?? '') ?? '', at: row.endedAt.toISOString() },
      reviewDueAt: row.reviewDueAt.toISOString(),
      review:
        row.verdict && row.reviewedAt && row.review
          ? {
              verdict: row.verdict,
              by: names.get(row.reviewedBy ?? '') ?? '',
              at: row.reviewedAt.toISOString(),
              words: this.secrecy.openColumn(
                key,
                rowOf(BreakGlassEntity, { id: row.id, review: row.review }),
                'review',
              ),
            }
          : null,
    }));
  }

  private now(): Date {
    return new Date(this.unit.now());
  }
}
