import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ServicesRepository } from '../../directory/services/services.repository';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { type Mail, Mailer } from '../../platform/mail/mailer';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { wordsOfOver } from '../answer-links/answer-link-words';
import { TeamCallBackQuery } from '../team-call-back.query';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { CapacityRepository } from '../capacity/capacity.repository';
import { numberOf } from '../capacity/number-of';
import { StillOver } from './still-over';

/** To a service without account, by the id of a referral or of a request of a question. */
export const OVER_MAIL = 'answer-link.over-mail';
const MAKE: DeclaredAct = { type: OVER_MAIL, purpose: 'care', idempotent: false };
const SENT: DeclaredAct = { ...MAKE, type: 'answer-link.over-sent' };

/** What a service without account was asked, of which case. */
interface Asked {
  readonly serviceId: string | null;
  readonly caseFileId: string;
  readonly teamId: string;
  /** Nothing is asked of it at this moment. */
  readonly isOver: boolean;
}

/** Mails to a service without account that nothing is asked of it any more. There is no link in it, and nothing of the child. */
@Injectable()
export class OverMailJob implements JobHandler, OnModuleInit {
  readonly kind = OVER_MAIL;
  readonly afterDeath = 'again';
  /** As a mail with a link: a server that was away for a weekend loses nothing. */
  readonly tries = 200;

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly capacity: CapacityRepository,
    private readonly services: ServicesRepository,
    private readonly callBacks: TeamCallBackQuery,
    private readonly mailer: Mailer,
    private readonly stillOver: StillOver,
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
      const asked = await this.findAsked(job.subject);
      if (asked) this.units.aboutCase(asked.caseFileId);
      this.units.notes({ asked: job.subject });
    });
  }

  /** `null`, and the job is done: erased since, the service has no address any more, or is asked again or has the child by now. */
  private async writeMail(job: JobInHand): Promise<Mail | null> {
    await job.hold();
    const asked = await this.findAsked(job.subject);
    const service = asked?.serviceId ? await this.services.findService(asked.serviceId) : null;
    if (asked) this.units.aboutCase(asked.caseFileId);
    this.units.notes({ asked: job.subject });
    if (!asked?.isOver || !service?.email) {
      await job.finishJob();
      return null;
    }
    const number = (await this.callBacks.readNumbers([asked.teamId])).get(asked.teamId) ?? null;
    // The same may have to be said once more: a mailbox that drops what it has would keep the first alone.
    return { id: randomUUID(), to: service.email, ...wordsOfOver(numberOf(job.subject), number) };
  }

  private async findAsked(id: string): Promise<Asked | null> {
    const kept = await this.capacity.findByRequest(id);
    const request = kept?.requests.find((it) => it.id === id);
    if (kept && request) return { ...request, isOver: await this.stillOver.isPlaceOver(kept, id) };
    const sent = await this.events.findSent(id);
    return sent && { ...sent, isOver: await this.stillOver.isOver(sent) };
  }
}
