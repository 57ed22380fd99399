import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CheckKeys } from '../../platform/secrecy/check-keys';
import { placeIn, upkeep } from '../../platform/secrecy/rotation/progress';
import { UnitOfWork } from '../../platform/unit-of-work';
import { CommentsRepository } from './comments.repository';

const AT_ONCE = 100;

/** Seals comments that were written in clear, before 0020. */
@Injectable()
export class SealComments implements OnApplicationBootstrap {
  constructor(
    private readonly check: CheckKeys,
    private readonly units: UnitOfWork,
    private readonly comments: CommentsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const space of await this.check.reached()) {
      const areLeft = (): Promise<boolean> =>
        this.units.unrecorded('system:session', placeIn(space), () => this.comments.anyInClear());
      while (await areLeft())
        await this.units.runAs('system:migrate', placeIn(space), upkeep('draft-comments.sealed'), async () =>
          this.units.notes({ count: await this.comments.sealEarlier(AT_ONCE) }),
        );
    }
  }
}
