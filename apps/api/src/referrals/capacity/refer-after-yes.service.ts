import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { keptAway } from '../matching/kept-away-services';
import { isClosed, requestState } from './capacity-state';
import { CapacityRepository, historyOf, type KeptQuestion, type KeptRequest } from './capacity.repository';

/** What a referral goes on from: a yes that holds. */
export interface ReferralAfterYes {
  readonly kept: KeptQuestion;
  readonly requestId: string;
  /** Until when the place is held for the child. */
  readonly heldUntil: Date;
}

/** Who the child is is told to a service after its yes. The case is locked. */
@Injectable()
export class ReferAfterYesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly members: ServiceMembersQuery,
  ) {}

  /** To an account of the service that said yes. */
  async check(file: LoadedCase, requestId: string, accountId: string): Promise<ReferralAfterYes> {
    const { kept, request } = await this.capacity.findRequest(file, requestId);
    const members = await this.members.listOpenMembers([request.serviceId]);
    if (!members.some(({ id }) => id === accountId))
      throw refused(
        'not-of-that-service',
        'Ce compte n’est pas de ce service.',
        'This account is not of that service.',
        'accountId',
      );
    return this.checkYes({ kept, request });
  }

  /** To a service that said yes and has no account: by telephone or letter. */
  async checkWithoutAccount(
    file: LoadedCase,
    requestId: string,
  ): Promise<ReferralAfterYes & { readonly serviceId: string }> {
    const { kept, request } = await this.capacity.findRequest(file, requestId);
    if ((await this.members.listOpenMembers([request.serviceId])).length > 0)
      throw refused(
        'has-account',
        'Ce service a un compte : orientez vers lui, il lira ce que vous ouvrez.',
        'This service has an account: refer to it, and it reads what you open.',
      );
    return { ...this.checkYes({ kept, request }), serviceId: request.serviceId };
  }

  private checkYes({ kept, request: { id: requestId } }: KeptRequest): ReferralAfterYes {
    if (kept.keptAway.has(requestId)) throw keptAway();
    if (isClosed(kept.events))
      throw refused(
        'closed',
        'Cette question est close : le service sait que l’on ne cherche plus. Demandez-lui à nouveau.',
        'This question is closed: the service knows that nobody looks any more. Ask it again.',
      );
    const { heldUntil } = kept.events.findLast((it) => it.requestId === requestId && it.kind === 'yes') ?? {};
    if (requestState(historyOf(kept), requestId, this.unit.now()) !== 'yes' || !heldUntil)
      throw refused(
        'no-yes',
        'Ce service n’a pas dit oui, ou ne tient plus la place. Demandez-lui à nouveau.',
        'This service did not say yes, or holds the place no more. Ask it again.',
      );
    return { kept, requestId, heldUntil };
  }

  async note(file: LoadedCase, { kept, requestId }: ReferralAfterYes, sharingId: string): Promise<void> {
    const happened = { kind: 'referred', requestId, sharingId } as const;
    await this.capacity.addEvent(kept, file.key, happened, this.unit.account.id);
  }
}
