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
import { CapacityRepository } from '../capacity/capacity.repository';
import { ANSWER_LINK_MAIL, AnswerLinks, LINK_HOURS } from './answer-links.repository';

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
    private readonly services: ServicesRepository,
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
    const kept = link && (await this.capacity.findByRequest(link.requestId));
    const request = kept?.requests.find(({ id }) => id === link?.requestId);
    const service = request && (await this.services.findService(request.serviceId));
    if (link) this.units.aboutCase(link.caseFileId);
    this.units.notes({ link: job.subject });
    const isAsked = link && kept && isAskedSince(kept.events, link.requestId, link.madeAt);
    if (!link || !service?.email || !isAsked) {
      await job.finishJob();
      return null;
    }
    const token = makeLinkToken();
    await this.links.bind(link, hashOfLink(token));
    // Another id at each try: a mailbox that drops what it has already would keep the link that opens nothing.
    return {
      id: randomUUID(),
      to: service.email,
      ...wordsOf(linkTo('reponse', token, this.configuration, job.space)),
    };
  }
}

/** In both languages: nobody knows which one is read there. It names nobody, and says nothing of what Repère is for. */
const wordsOf = (link: string): Pick<Mail, 'subject' | 'text'> => ({
  subject: 'Repère : une question pour votre service · a question for your service',
  text: `${[
    'Bonjour,',
    'Une équipe demande si votre service a de la place. Répondez avec ce lien :',
    link,
    `Le lien ne montre rien sans un code, que l’équipe vous donne par téléphone. Il sert pendant ${String(LINK_HOURS)} heures. Ne transférez pas ce message.`,
    'Hello,',
    `A team asks whether your service has room. Answer with the link above. It shows nothing without a code, which the team tells you by telephone, and works for ${String(LINK_HOURS)} hours. Please do not forward this message.`,
  ].join('\n\n')}\n\n— Repère\n`,
});
