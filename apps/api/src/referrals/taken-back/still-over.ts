import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { AboutReferral, ReferralEvent } from '../answers/referral-events.repository';
import {
  foundSince,
  hasAccepted,
  isClosedByNo,
  isOver,
  isReleasedBy,
  isWaitedFor,
  lastStep,
  type ReferralPast,
} from '../answers/referral-state';
import { isClosed, mayHoldPlace } from '../capacity/capacity-state';
import type { KeptQuestion } from '../capacity/capacity.repository';
import { hasNewForService } from '../messages/message-state';
import { type NeedOfCase, NeedsOfCase } from '../needs/needs-of-case';
import { type OverDto, overSince } from './over.dto';

/**
 * Whether nothing is asked of a service any more, at the moment at which it is told so: days may lie between a cause and its mail, in which
 * the service that was released took the child. As the system.
 */
@Injectable()
export class StillOver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly needs: NeedsOfCase,
  ) {}

  /** Taken back, over by itself, or another service took the child for the same need since this one was asked. */
  async overOf(file: LoadedCase, sent: AboutReferral, past: ReferralPast): Promise<OverDto | null> {
    return this.findOver(await this.needOf(file, sent), sent, past);
  }

  /** `false` as well where the case was erased, and where they wait for nobody. */
  async isOver(sent: AboutReferral): Promise<boolean> {
    const found = await this.findOwn(sent);
    return found !== null && isWaitedFor(found.own.events) && found.over !== null;
  }

  /** They find something behind it. `false` as well where the case was erased. */
  async isOpen(sent: AboutReferral): Promise<boolean> {
    const found = await this.findOwn(sent);
    return found !== null && !isClosedByNo(found.own.past) && found.over === null;
  }

  /** The team wrote what they have not seen, and they can read it still. `false` as well where the case was erased. */
  async hasNewMessage(sent: AboutReferral): Promise<boolean> {
    const own = (await this.findOwn(sent))?.own;
    return !!own && !isOver(own.past, this.unit.now()) && hasNewForService(own.past, own.messages);
  }

  /** Nobody looks for the place that was asked of this service, and it has the child by no other way. */
  async isPlaceOver({ question, requests, events }: KeptQuestion, requestId: string): Promise<boolean> {
    const asked = requests.find(({ id }) => id === requestId);
    if (!asked || !isClosed(events) || !mayHoldPlace(events, requestId)) return false;
    const file = await this.openCase(question.caseFileId);
    if (!file) return false;
    const { referrals } = await this.needs.ofNeed(file, question.need);
    const now = this.unit.now();
    return !referrals.some(({ sent, past }) => sent.serviceId === asked.serviceId && hasAccepted(past, now));
  }

  /** Who could have said this yes, and is asked nothing since it was said. */
  async listReleased(yes: AboutReferral): Promise<readonly ReferralEvent[]> {
    const file = await this.openCase(yes.caseFileId);
    const referrals = (file && (await this.needOf(file, yes)))?.referrals ?? [];
    const taken = referrals.find(({ sent }) => sent.sharingId === yes.sharingId);
    if (!taken) return [];
    return referrals.flatMap(({ sent, past }) =>
      isReleasedBy(past, taken.past, this.unit.now()) ? [sent] : [],
    );
  }

  /** It, and whether it is over; `null`: the case was erased. */
  private async findOwn(sent: AboutReferral) {
    const file = await this.openCase(sent.caseFileId);
    const need = file && (await this.needOf(file, sent));
    const own = need?.referrals.find((it) => it.sent.sharingId === sent.sharingId);
    return need && own ? { own, over: this.findOver(need, sent, own.past) } : null;
  }

  private findOver(
    need: NeedOfCase | undefined,
    { sharingId }: AboutReferral,
    past: ReferralPast,
  ): OverDto | null {
    const now = this.unit.now();
    const last = lastStep(past.events);
    if (last?.kind === 'ended') return overSince('ended', last.at);
    // Whoever received the child holds no place that could be given to others.
    if (past.endedAt !== null)
      return overSince(last?.kind === 'first-appointment' ? 'ended' : 'withdrawn', past.endedAt);
    if (past.until <= now) return overSince('ended', past.until);
    if (hasAccepted(past, now)) return null;
    const others = need?.referrals.filter(({ sent }) => sent.sharingId !== sharingId) ?? [];
    const since = foundSince(
      past,
      others.map((it) => it.past),
      now,
    );
    return since === null ? null : overSince('found', since);
  }

  private async needOf(file: LoadedCase, { needId }: AboutReferral): Promise<NeedOfCase | undefined> {
    const needs = await this.needs.listNeeds(file);
    return needs.find(({ referrals }) => referrals.some(({ sent }) => sent.needId === needId));
  }

  private async openCase(caseFileId: string): Promise<LoadedCase | null> {
    const row = await this.rows.findRow(caseFileId);
    return row && this.reader.loadUnlessErased(row);
  }
}
