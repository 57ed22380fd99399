import { Injectable } from '@nestjs/common';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { refused } from '../../platform/refusals/refused';
import type { ReviewBreakGlassDto, BreakGlassReviewsDto } from './break-glass.dto';
import { BrokenGlassRepository } from './broken-glass.repository';
import type { BreakGlassEntity } from '../entities/relations/break-glass.entity';

const PAGE = 25;

/** Every emergency access is looked at by a supervisor of the case's team, never by whoever opened it. */
@Injectable()
export class ReviewBreakGlassService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly glass: BrokenGlassRepository,
    private readonly cases: CaseRowsRepository,
    private readonly secrecy: Secrecy,
  ) {}

  async listReviews(cursor?: string): Promise<BreakGlassReviewsDto> {
    const teamIds = this.teamIds();
    if (teamIds.length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('review-break-glass')] });
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const found = await this.glass.toReview(teamIds, after, PAGE + 1);
    const rows = new Map(
      (await this.cases.listRows(found.map((it) => it.caseFileId))).map((it) => [it.id, it]),
    );
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(found.map(({ keyId }) => keyId))])).map((it) => [
        it.id,
        it,
      ]),
    );
    const page = found.slice(0, PAGE);
    const items: BreakGlassReviewsDto['items'][number][] = [];
    for (const glass of page) {
      const [row, key] = [rows.get(glass.caseFileId), keys.get(glass.keyId)];
      if (!row || !key) continue;
      for (const shown of await this.glass.showBreakGlass(key, [glass]))
        items.push({
          ...shown,
          caseFileId: row.id,
          reference: row.reference,
          mayReview: glass.accountId !== this.unit.account.id,
        });
    }
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    const last = page.at(-1);
    return {
      now: new Date(this.unit.now()).toISOString(),
      items,
      next: found.length > PAGE && last ? writeCursor([last.reviewDueAt.toISOString(), last.id]) : null,
    };
  }

  /** `not-found` for one that isn't theirs, or was reviewed; `refused` for one's own. One that was not justified ends with that word. */
  async review(id: string, { verdict, words }: ReviewBreakGlassDto): Promise<void> {
    const glass = await this.findReview(id);
    if (glass.reviewedAt !== null) throw new Refusal('not-found');
    if (!(await this.glass.review(glass, { verdict, words }))) throw new Refusal('not-found');
    this.unit.notes({ breakGlass: id, verdict, words });
  }

  /** From the next request on the case is shut again to whoever opened it. Its review is still due. `refused` when it is over. */
  async endEmergency(id: string): Promise<void> {
    const glass = await this.findReview(id);
    if (!(await this.glass.endBreakGlass(glass.id)))
      throw refused('over', 'Cet accès est déjà terminé.', 'This access is over already.');
    this.unit.notes({ breakGlass: id });
  }

  /** One that this account reviews, and didn't open. */
  private async findReview(id: string): Promise<BreakGlassEntity> {
    const glass = UUID.test(id) ? await this.glass.findBreakGlass(id) : null;
    if (!glass || !this.teamIds().includes(glass.teamId)) throw new Refusal('not-found');
    this.unit.aboutCase(glass.caseFileId);
    if (glass.accountId === this.unit.account.id)
      throw refused(
        'own-access',
        'C’est votre accès : une autre personne le relit.',
        'This is your access: another person reviews it.',
      );
    return glass;
  }

  private teamIds(): readonly string[] {
    const principal = principalOf(this.unit.account);
    return teamsWhere(principal, 'review-break-glass');
  }
}
