import { Injectable } from '@nestjs/common';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { isClosed } from '../capacity/capacity-state';
import { CapacityRepository } from '../capacity/capacity.repository';
import { StillOver } from './still-over';

/** What was asked of a service, of which case; how that stands is found when it is asked. */
export interface Asked {
  /** `null`: of an account by itself. */
  readonly serviceId: string | null;
  readonly caseFileId: string;
  readonly teamId: string;
  /** Nothing is asked of it at this moment. */
  isOver(): Promise<boolean>;
  /** Something waits behind it at this moment. */
  isOpen(): Promise<boolean>;
  /** The team wrote something that they can read, and have not yet. */
  hasNewMessage(): Promise<boolean>;
}

/** What mails to services and to their accounts are about. As the system. */
@Injectable()
export class FindAsked {
  constructor(
    private readonly events: ReferralEventsRepository,
    private readonly capacity: CapacityRepository,
    private readonly stillOver: StillOver,
  ) {}

  /** By the id of a referral or of a request of a question; `null`: erased since. */
  async findAsked(id: string): Promise<Asked | null> {
    const kept = await this.capacity.findByRequest(id);
    const request = kept?.requests.find((it) => it.id === id);
    if (kept && request)
      return {
        ...request,
        isOver: () => this.stillOver.isPlaceOver(kept, id),
        isOpen: () => Promise.resolve(!isClosed(kept.events)),
        hasNewMessage: () => Promise.resolve(false),
      };
    const sent = await this.events.findSent(id);
    return (
      sent && {
        ...sent,
        isOver: () => this.stillOver.isOver(sent),
        isOpen: () => this.stillOver.isOpen(sent),
        hasNewMessage: () => this.stillOver.hasNewMessage(sent),
      }
    );
  }
}
