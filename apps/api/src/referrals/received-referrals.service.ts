import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES, may, mayEver, mayNowhere, type Principal } from '@repere/access';
import { NEEDS } from '@repere/directory';
import { zoneOf } from '@repere/territories';
import { CaseRowsRepository } from '../cases/reading/case-rows.repository';
import { same } from '../cases/words/show-value';
import { readCursor, writeCursor } from '../platform/requests/cursor';
import { resourceOf } from '../cases/reading/loaded-case';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { principalOf } from '../platform/unit/principal';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { SharingRepository } from '../privacy/sharing/sharing.repository';
import { ReferralEventsRepository } from './answers/referral-events.repository';
import { ReferralGrantsQuery } from './answers/referral-grants.query';
import { ReferralCopies } from './copies/referral-copies.repository';
import { OwnReferralsQuery } from './own-referrals.query';
import type { PastReferralsDto, ReceivedReferralDto, ReceivedReferralsDto } from './referral.dto';

const PAGE = 50;

const inWords = (request: string | undefined) => (request === undefined ? null : same(request));

/** Cases of which a part is open to the partner who asks. */
@Injectable()
export class ReceivedReferralsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly referrals: OwnReferralsQuery,
    private readonly rows: CaseRowsRepository,
    private readonly copies: ReferralCopies,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly sharing: SharingRepository,
  ) {}

  /** Throws `not-allowed` to whoever is no partner. */
  async listReceived(cursor?: string): Promise<ReceivedReferralsDto> {
    const principal = this.demandPartner();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const found = await this.referrals.listReferrals(after, PAGE + 1);
    const page = found.slice(0, PAGE);
    const rows = (await this.rows.listRows(page.map(({ caseFileId }) => caseFileId))).filter(
      (row) => may(principal, 'receive', resourceOf(row)).yes,
    );
    const shown = page.filter((it) => rows.some(({ id }) => id === it.caseFileId));
    const names = await this.copies.calledNames(shown.map(({ sharingId }) => sharingId));
    this.unit.shows(rows.map(({ id }) => id));
    const last = page.at(-1);
    const standing = await this.events.standings(page);
    const requests = await this.sharing.toldBy(
      rows.map(({ dataKeyId }) => dataKeyId),
      shown.flatMap(({ sharingId }) => {
        const stands = standing.get(sharingId);
        return stands?.need === null && !stands.isClosed ? [sharingId] : [];
      }),
    );
    return {
      items: shown.flatMap(({ caseFileId, since, until, sharingId }): ReceivedReferralDto[] => {
        const row = rows.find(({ id }) => id === caseFileId);
        const stands = standing.get(sharingId);
        if (!row || !stands) return [];
        const { isClosed, need, ...stand } = stands;
        const resource = { ...resourceOf(row), referralId: sharingId };
        const redacted = redactedClasses(principal, resource, 'receive');
        return [
          {
            ...{ id: sharingId, caseFileId },
            asks: isClosed ? null : need === null ? inWords(requests.get(sharingId)) : NEEDS[need].title,
            reference: row.reference,
            calledName: (!redacted.has('identity') && names.get(sharingId)) || {
              redacted: true,
              ask: row.teamName,
            },
            team: row.teamName,
            zone: zoneOf(row.territory),
            since: since.toISOString(),
            until: until.toISOString(),
            ...stand,
            carries: FIELD_CLASSES.filter((it) => !redacted.has(it)).map((it) => FIELD_CLASS_WORDS[it]),
          },
        ];
      }),
      next: found.length > PAGE && last ? writeCursor([last.place, last.sharingId]) : null,
    };
  }

  /** Said instead of vanishing, with nothing of the child. Throws `not-allowed` to whoever is no partner. */
  async listPast(cursor?: string): Promise<PastReferralsDto> {
    this.demandPartner();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const found = await this.grants.listPast(after, PAGE + 1);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const shown = [...new Set(page.map(({ caseFileId }) => caseFileId))];
    // The case isn’t there for them any more: they can’t note themselves that they read its reference.
    if (shown.length > 0)
      await this.unit.asSystem('system:record', () =>
        this.unit.recordEvent({ type: 'referral.past', shown }),
      );
    return {
      items: page.map(({ sharingId, caseFileId, team, reference, since, endedAt, isWithdrawn }) => ({
        ...{ id: sharingId, caseFileId, team, reference, isWithdrawn },
        since: since.toISOString(),
        endedAt: endedAt.toISOString(),
      })),
      next: found.length > PAGE && last ? writeCursor([last.place, last.sharingId]) : null,
    };
  }

  private demandPartner(): Principal {
    const principal = principalOf(this.unit.account);
    if (!principal.roles.some((role) => mayEver(role, 'receive')))
      throw new Refusal('not-allowed', { reasons: [mayNowhere('receive')] });
    return principal;
  }
}
