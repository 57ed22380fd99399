import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServicesRepository } from '../../directory/services/services.repository';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { isClosed } from '../capacity/capacity-state';
import { CapacityRepository } from '../capacity/capacity.repository';
import { AnswerLinks, ofRequest } from './answer-links.repository';

/** Another link, with another code and 72 hours of its own. The case is locked. */
@Injectable()
export class RenewLinkService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly services: ServicesRepository,
    private readonly links: AnswerLinks,
  ) {}

  async renew(file: LoadedCase, requestId: string): Promise<void> {
    const { kept, request } = await this.capacity.findRequest(file, requestId);
    const service = await this.services.findService(request.serviceId);
    if (!service?.email || !this.links.mayLeave || isClosed(kept.events) || kept.keptAway.has(requestId))
      throw refused(
        'no-link',
        'Aucun lien ne peut partir : le service n’a pas d’adresse, la question est close, quelqu’un de ce service est tenu à l’écart du dossier, ou aucun courriel ne part d’ici. Appelez-le.',
        'No link can leave: the service has no address, the question is closed, somebody of it is kept away from the case, or no mail leaves from here. Call it.',
      );
    await this.links.makeLink(file.key, ofRequest(request));
    this.unit.notes({ request: requestId });
  }
}
