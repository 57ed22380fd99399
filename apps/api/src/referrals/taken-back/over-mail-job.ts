import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ServicesRepository } from '../../directory/services/services.repository';
import type { JobInHand } from '../../platform/jobs/job-handler';
import { type MailJob, MailJobs, type MailWork } from '../../platform/jobs/mail-jobs';
import type { Mail } from '../../platform/mail/mailer';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { wordsOfOver } from '../answer-links/answer-link-words';
import { TeamCallBackQuery } from '../team-call-back.query';
import { numberOf } from '../capacity/number-of';
import { FindAsked } from './find-asked';

/** To a service without account, by the id of a referral or of a request of a question. */
export const OVER_MAIL = 'answer-link.over-mail';
const JOB: MailJob = {
  ...{ kind: OVER_MAIL, as: 'system:recompute', purpose: 'care' },
  ...{ made: OVER_MAIL, sent: 'answer-link.over-sent' },
};

/** Mails to a service without account that nothing is asked of it any more. There is no link in it, and nothing of the child. */
@Injectable()
export class OverMailJob implements MailWork, OnModuleInit {
  constructor(
    private readonly jobs: MailJobs,
    private readonly units: UnitOfWork,
    private readonly asked: FindAsked,
    private readonly services: ServicesRepository,
    private readonly callBacks: TeamCallBackQuery,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, this);
  }

  /** `null`: erased since, the service has no address any more, or is asked again or has the child by now. */
  async writeMail({ subject }: JobInHand): Promise<Mail | null> {
    const asked = await this.asked.findAsked(subject);
    const service = asked?.serviceId ? await this.services.findService(asked.serviceId) : null;
    if (asked) this.units.aboutCase(asked.caseFileId);
    this.units.notes({ asked: subject });
    if (!asked || !service?.email || !(await asked.isOver())) return null;
    const number = (await this.callBacks.readNumbers([asked.teamId])).get(asked.teamId) ?? null;
    // The same may have to be said once more: a mailbox that drops what it has would keep the first alone.
    return { id: randomUUID(), to: service.email, ...wordsOfOver(numberOf(subject), number) };
  }

  async noteSent({ subject }: JobInHand): Promise<void> {
    const asked = await this.asked.findAsked(subject);
    if (asked) this.units.aboutCase(asked.caseFileId);
    this.units.notes({ asked: subject });
  }
}
