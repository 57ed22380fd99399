import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Mail, Mailer } from '../mail/mailer';
import type { DeclaredAct } from '../unit/act';
import type { SystemActorId } from '../unit/actor';
import { UnitOfWork } from '../unit/unit-of-work';
import type { JobInHand } from './job-handler';
import { JobWorker } from './job-worker';

/** With twenty seconds more each time, over four days: a mail server that was away for a weekend loses nothing. */
const TRIES = 200;

/** A kind of job that sends one mail: what making it is called in the record, and that it was sent. */
export interface MailJob extends Pick<DeclaredAct, 'purpose'> {
  readonly kind: string;
  readonly as: SystemActorId;
  readonly made: DeclaredAct['type'];
  readonly sent: DeclaredAct['type'];
}

/** What such a job does, each in a unit of its own. */
export interface MailWork {
  /** Anew at each try. `null`, and the job is done: there is nothing to say any more, or nobody to say it to. */
  writeMail(job: JobInHand): Promise<Mail | null>;
  noteSent(job: JobInHand): Promise<void>;
}

/**
 * Jobs that send mails. The mail is made in one unit, leaves, and ends its job in another: a worker that is killed in between makes and
 * sends it again.
 */
@Injectable()
export class MailJobs {
  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly mailer: Mailer,
  ) {}

  register(mail: MailJob, work: MailWork): void {
    this.worker.register({
      ...{ kind: mail.kind, tries: TRIES, afterDeath: 'again' },
      runJob: (job) => this.sendMail(mail, work, job),
    });
  }

  async sendMail({ as, purpose, made, sent }: MailJob, work: MailWork, job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    const act = { purpose, idempotent: false };
    const mail = await this.units.runAs(as, place, { ...act, type: made }, async () => {
      await job.hold();
      const written = await work.writeMail(job);
      if (!written) await job.finishJob();
      return written;
    });
    if (!mail) return;
    if (!this.mailer.leavesFrom(job.space)) throw new Error('no mail leaves from here');
    await this.mailer.sendMail(job.space, mail);
    await this.units.runAs(as, place, { ...act, type: sent }, async () => {
      await job.finishJob();
      await work.noteSent(job);
    });
  }
}
