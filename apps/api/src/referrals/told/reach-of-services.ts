import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServicesRepository } from '../../directory/services/services.repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AnswerLinks } from '../answer-links/answer-links.repository';
import { isAnswer, type ReferralPast } from '../answers/referral-state';
import type { ReachedServiceDto } from '../answers/answers.dto';
import type { AboutReferral, ReferralMessage } from '../answers/referral-events.repository';
import { hasNewForService } from '../messages/message-state';
import { numberOf } from '../capacity/number-of';

/** What is read of a referral to find how it can be chased. */
interface ToService {
  readonly sent: AboutReferral;
  readonly past: ReferralPast;
  readonly messages: readonly ReferralMessage[];
}

/** Of the services without account that were told of a child: whom to call, and how their link stands. */
@Injectable()
export class ReachOfServices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly services: ServicesRepository,
    private readonly links: AnswerLinks,
  ) {}

  /** By the id of the referral; nothing of those to accounts. */
  async ofCase(
    file: LoadedCase,
    referrals: readonly ToService[],
    mayRefer: boolean,
  ): Promise<ReadonlyMap<string, ReachedServiceDto>> {
    const ids = [...new Set(referrals.flatMap(({ sent }) => sent.serviceId ?? []))];
    if (ids.length === 0) return new Map();
    const services = new Map((await this.services.listEvenRemoved(ids)).map((it) => [it.id, it]));
    const links = await this.links.ofCase(file);
    return new Map(
      referrals.flatMap(({ sent: { serviceId, sharingId }, past, messages }) => {
        if (serviceId === null) return [];
        const service = services.get(serviceId);
        const isAsked = (since: Date): boolean =>
          past.endedAt === null &&
          past.until > this.unit.now() &&
          (hasNewForService(past, messages) ||
            !past.events.some(({ kind, at }) => isAnswer(kind) && at >= since.getTime()));
        const reached: ReachedServiceDto = {
          phones: service?.phones ?? [],
          hasMail:
            service !== undefined && !service.isRemoved && service.email !== null && this.links.mayLeave,
          number: numberOf(sharingId),
          link: this.links.showLink(links.get(sharingId) ?? null, isAsked, file.key, mayRefer),
        };
        return [[sharingId, reached] as const];
      }),
    );
  }
}
