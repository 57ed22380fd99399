import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { hashOfLink, linkTo, makeLinkToken } from '../../access/accounts/mail/link-token';
import { ServicesRepository } from '../../directory/services/services.repository';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { type Mail, Mailer } from '../../platform/mail/mailer';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { isAskedSince } from '../capacity/capacity-state';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import type { AnswerLinkEntity } from '../entities/answer-link.entity';
import { LinkedReferralService } from '../told/linked-referral.service';
import { CapacityRepository } from '../capacity/capacity.repository';
import { TeamCallBackQuery } from '../team-call-back.query';
import { ANSWER_LINK_MAIL, AnswerLinks } from './answer-links.repository';
import { wordsOfQuestion, wordsOfReferral } from './answer-link-words';

const MAKE: DeclaredAct = { type: 'answer-link.make', purpose: 'care', idempotent: false };
const SENT: DeclaredAct = { ...MAKE, type: 'answer-link.sent' };

/**
 * Mails a link to a service without account. It is made here: a worker that is killed between sending and noting it sends another, and
 * the one before opens nothing.
 */
@Injectable()
export class AnswerLinkJob implements JobHandler, OnModuleInit {
  readonly kind = ANSWER_LINK_MAIL;
  readonly afterDeath = 'again';
  /** As a mail to an account: a server that was away for a weekend loses nothing. */
  readonly tries = 200;

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly links: AnswerLinks,
    private readonly capacity: CapacityRepository,
    private readonly referrals: LinkedReferralService,
    private readonly events: ReferralEventsRepository,
    private readonly services: ServicesRepository,
    private readonly callBacks: TeamCallBackQuery,
    private readonly mailer: Mailer,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    const mail = await this.units.runAs('system:recompute', place, MAKE, () => this.writeMail(job));
    if (!mail) return;
    if (!this.mailer.leavesFrom(job.space)) throw new Error('no mail leaves from here');
    await this.mailer.sendMail(job.space, mail);
    await this.units.runAs('system:recompute', place, SENT, async () => {
      await job.finishJob();
      const link = await this.links.holdById(job.subject);
      if (!link) return;
      this.units.aboutCase(link.caseFileId);
      await this.links.markSent(link.id);
      this.units.notes({ link: link.id });
    });
  }

  /** `null`, and the job is done: replaced, erased, answered or asked no more, or the service has no address any more. */
  private async writeMail(job: JobInHand): Promise<Mail | null> {
    await job.hold();
    const link = await this.links.holdById(job.subject);
    const serviceId = link && (await this.findAsked(link));
    const service = serviceId && (await this.services.findService(serviceId));
    if (link) this.units.aboutCase(link.caseFileId);
    this.units.notes({ link: job.subject });
    if (!link || !service || !service.email) {
      await job.finishJob();
      return null;
    }
    const token = makeLinkToken();
    await this.links.bind(link, hashOfLink(token));
    const number = (await this.callBacks.readNumbers([link.teamId])).get(link.teamId) ?? null;
    // Another id at each try: a mailbox that drops what it has already would keep the link that opens nothing.
    return {
      id: randomUUID(),
      to: service.email,
      ...(link.sharingId === null
        ? wordsOfQuestion(linkTo('reponse', token, this.configuration, job.space), number)
        : wordsOfReferral(linkTo('reponse-orientation', token, this.configuration, job.space), number)),
    };
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
