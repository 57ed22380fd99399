import { Injectable } from '@nestjs/common';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { STORY_SQL } from './story.query';

/** What has come about of the story of a training space. */
@Injectable()
export class StorySoFar {
  constructor(private readonly units: UnitOfWork) {}

  /** Beats and injects by their id, each with when it came, epoch ms; first to last. Whoever asks has looked whether it may be seen. */
  async findArrived(place: RequestPlace): Promise<ReadonlyMap<string, number>> {
    const arrived = await this.units.unrecorded('system:access', place, () =>
      STORY_SQL.arrived.readRows(this.units.manager),
    );
    return new Map(arrived.map(({ event, cameAt }) => [event, cameAt.getTime()]));
  }
}
