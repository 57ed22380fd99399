import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { hashOfLink, linkTo, makeLinkToken } from '../../access/accounts/mail/link-token';
import { ServicesRepository } from '../../directory/services/services.repository';
import type { JobInHand } from '../../platform/jobs/job-handler';
import { type MailJob, MailJobs, type MailWork } from '../../platform/jobs/mail-jobs';
import type { Mail } from '../../platform/mail/mailer';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { isAskedSince } from '../capacity/capacity-state';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import type { AnswerLinkEntity } from '../entities/answer-link.entity';
import { LinkedReferralService } from '../told/linked-referral.service';
import { CapacityRepository } from '../capacity/capacity.repository';
import { TeamCallBackQuery } from '../team-call-back.query';
import { ANSWER_LINK_MAIL, AnswerLinks } from './answer-links.repository';
import { wordsOfMessage, wordsOfQuestion, wordsOfReferral } from './answer-link-words';

export const ANSWER_LINK_JOB: MailJob = {
  ...{ kind: ANSWER_LINK_MAIL, as: 'system:recompute', purpose: 'care' },
  ...{ made: 'answer-link.make', sent: 'answer-link.sent' },
};

/**
 * Mails a link to a service without account. It is made here: a worker that is killed between sending and noting it sends another, and
 * the one before opens nothing.
 */
@Injectable()
export class AnswerLinkJob implements MailWork, OnModuleInit {
  constructor(
    private readonly jobs: MailJobs,
    private readonly units: UnitOfWork,
    private readonly links: AnswerLinks,
    private readonly capacity: CapacityRepository,
    private readonly referrals: LinkedReferralService,
    private readonly events: ReferralEventsRepository,
    private readonly services: ServicesRepository,
    private readonly callBacks: TeamCallBackQuery,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ANSWER_LINK_JOB, this);
  }

  /** `null`: replaced, erased, answered or asked no more, or the service has no address any more. */
  async writeMail(job: JobInHand): Promise<Mail | null> {
    const link = await this.links.holdById(job.subject);
    const serviceId = link && (await this.findAsked(link));
    const service = serviceId && (await this.services.findService(serviceId));
    if (link) this.units.aboutCase(link.caseFileId);
    this.units.notes({ link: job.subject });
    if (!link || !service || !service.email) return null;
    const token = makeLinkToken();
    await this.links.bind(link, hashOfLink(token));
    const number = (await this.callBacks.readNumbers([link.teamId])).get(link.teamId) ?? null;
    // Another id at each try: a mailbox that drops what it has already would keep the link that opens nothing.
    return {
      id: randomUUID(),
      to: service.email,
      ...(link.sharingId === null
        ? wordsOfQuestion(linkTo('reponse', token, this.configuration, job.space), number)
        : (await this.wordsOf(link.sharingId))(
            linkTo('reponse-orientation', token, this.configuration, job.space),
            number,
          )),
    };
  }

  async noteSent({ subject }: JobInHand): Promise<void> {
    const link = await this.links.holdById(subject);
    if (!link) return;
    this.units.aboutCase(link.caseFileId);
    await this.links.markSent(link.id);
    const { requestId, sharingId } = link;
    this.units.notes({
      link: link.id,
      ...(requestId !== null && { request: requestId }),
      ...(sharingId !== null && { referral: sharingId }),
    });
  }

  private async wordsOf(sharingId: string): Promise<typeof wordsOfReferral> {
    return (await this.referrals.hasNewMessage(sharingId)) ? wordsOfMessage : wordsOfReferral;
  }

  /** The service that is asked still by this link; `null`: it answered, or nobody asks any more. */
  private async findAsked({ requestId, sharingId, madeAt }: AnswerLinkEntity): Promise<string | null> {
    if (sharingId !== null) {
      const isAsked = await this.referrals.isAskedSince(sharingId, madeAt);
      return isAsked ? ((await this.events.findSent(sharingId))?.serviceId ?? null) : null;
    }
    if (requestId === null) return null;
    const kept = await this.capacity.findByRequest(requestId);
    if (!kept || !isAskedSince(kept.events, requestId, madeAt)) return null;
    return kept.requests.find(({ id }) => id === requestId)?.serviceId ?? null;
  }
}
