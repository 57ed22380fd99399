import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServicesRepository } from '../../directory/services/services.repository';
import { refused } from '../../platform/refusals/refused';
import { AnswerLinks, ofReferral } from '../answer-links/answer-links.repository';
import type { AboutReferral } from '../answers/referral-events.repository';
import { KeptAwayServices } from '../matching/kept-away-services';

type ToService = AboutReferral & { readonly serviceId: string };

/** A service without account that was told of a child: how it can be reached, and another link to it. */
@Injectable()
export class ReachService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly keptAway: KeptAwayServices,
    private readonly links: AnswerLinks,
  ) {}

  /** Another link, with another code and 72 hours of its own; refused where none can leave. The case is locked. */
  async sendLink(file: LoadedCase, about: ToService): Promise<void> {
    await this.demandWay(file, about);
    await this.links.makeLink(file.key, ofReferral(about));
  }

  /**
   * A link that brings to what was written, with the code that was told unless there is none; refused where none can leave. `isTold`: a
   * message waits there already, and the link that told of it goes on as long as it holds.
   */
  async sendToMessage(file: LoadedCase, about: ToService, isTold: boolean): Promise<void> {
    await this.demandWay(file, about);
    if (isTold && (await this.links.holdsStill(about.sharingId))) return;
    if (!(await this.links.sendAgain(about.sharingId, 'account')))
      await this.links.makeLink(file.key, ofReferral(about));
  }

  private async demandWay(file: LoadedCase, { serviceId }: ToService): Promise<void> {
    const service = await this.services.findService(serviceId);
    const isKeptAway = (await this.keptAway.listServices(file)).has(serviceId);
    if (!service?.email || !this.links.mayLeave || isKeptAway)
      throw refused(
        'no-link',
        'Aucun lien ne peut partir : le service n’a pas d’adresse, quelqu’un de ce service est tenu à l’écart du dossier, ou aucun courriel ne part d’ici. Appelez-le.',
        'No link can leave: the service has no address, somebody of it is kept away from the case, or no mail leaves from here. Call it.',
      );
  }
}
