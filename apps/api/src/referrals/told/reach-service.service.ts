import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServicesRepository } from '../../directory/services/services.repository';
import { refused } from '../../platform/refusals/refused';
import { AnswerLinks, ofReferral } from '../answer-links/answer-links.repository';
import type { AboutReferral } from '../answers/referral-events.repository';
import { KeptAwayServices } from '../matching/kept-away-services';

/** A service without account that was told of a child: how it can be reached, and another link to it. */
@Injectable()
export class ReachService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly keptAway: KeptAwayServices,
    private readonly links: AnswerLinks,
  ) {}

  /** Another link, with another code and 72 hours of its own; refused where none can leave. The case is locked. */
  async sendLink(file: LoadedCase, about: AboutReferral & { readonly serviceId: string }): Promise<void> {
    const service = await this.services.findService(about.serviceId);
    const isKeptAway = (await this.keptAway.listServices(file)).has(about.serviceId);
    if (!service?.email || !this.links.mayLeave || isKeptAway)
      throw refused(
        'no-link',
        'Aucun lien ne peut partir : le service n’a pas d’adresse, quelqu’un de ce service est tenu à l’écart du dossier, ou aucun courriel ne part d’ici. Appelez-le.',
        'No link can leave: the service has no address, somebody of it is kept away from the case, or no mail leaves from here. Call it.',
      );
    await this.links.makeLink(file.key, ofReferral(about));
  }
}
