import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { RecordSharingService } from '../privacy/sharing/record-sharing.service';
import type { SharingBasisDto } from '../privacy/sharing/sharing.dto';
import { type KeptSharing, SharingRepository } from '../privacy/sharing/sharing.repository';

/** What is told of a case beside what its referral carried. */
interface Further {
  readonly what: string;
  readonly classes: readonly FieldClass[];
  /** Why it is needed and who was told before, where that is asked anew; otherwise as it was said of the referral. */
  readonly said?: Pick<SharingBasisDto, 'why' | 'child' | 'parents'>;
}

/** What follows a referral to the same service: a line of its own in the register, on the same ground. */
@Injectable()
export class FurtherSharing {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sharing: SharingRepository,
    private readonly recording: RecordSharingService,
  ) {}

  async noteFurther(file: LoadedCase, referralId: string, { what, classes, said }: Further): Promise<void> {
    const { ground, content } = await this.findReferred(file, referralId);
    if (!content) throw new Refusal('not-found');
    const { toWhom, service, isBound, why, child, parents } = content;
    await this.recording.note(file, {
      ...{ toWhom, ...(service !== undefined && { service }), isBound, why, child, parents, ...said },
      on: isoDay(localDay(this.unit.now(), file.territory.zone)),
      ...{ ground, classes, how: 'referral', what },
    });
  }

  /** Its line in the register. */
  async findReferred(
    file: LoadedCase,
    referralId: string,
  ): Promise<Pick<KeptSharing, 'ground' | 'classes' | 'content'>> {
    const found = await this.sharing.findShared(file, referralId);
    if (!found) throw new Refusal('not-found');
    return found;
  }
}
