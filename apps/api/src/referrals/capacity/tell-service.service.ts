import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServicesRepository } from '../../directory/services/services.repository';
import { Refusal } from '../../platform/refusals/refusal';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecordSharingService } from '../../privacy/sharing/record-sharing.service';
import { CapacityRepository } from './capacity.repository';
import { ReferAfterYesService } from './refer-after-yes.service';
import type { TellServiceDto } from './tell-service.dto';

/** That a service without account was told who the child is: by telephone or letter, after its yes, and no other beside it. */
@Injectable()
export class TellServiceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly afterYes: ReferAfterYesService,
    private readonly services: ServicesRepository,
    private readonly sharing: RecordSharingService,
    private readonly capacity: CapacityRepository,
  ) {}

  async recordTold(file: LoadedCase, requestId: string, body: TellServiceDto): Promise<void> {
    const { kept, serviceId } = await this.afterYes.checkWithoutAccount(file, requestId);
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    if (body.classes.some((it) => closed.has(it)))
      throw new Refusal('refused', { reasons: [{ ...CLOSED_FIELD, field: 'classes' }] });
    const service = await this.services.findService(serviceId);
    if (!service) throw new Refusal('not-found');
    const on = isoDay(localDay(this.unit.now(), file.territory.zone));
    const sharingId = await this.sharing.note(file, { ...body, on, toWhom: service.name });
    const told = { kind: 'told', requestId, sharingId } as const;
    await this.capacity.addEvent(kept, file.key, told, this.unit.account.id);
    this.unit.notes({ request: requestId, sharing: sharingId });
  }
}
