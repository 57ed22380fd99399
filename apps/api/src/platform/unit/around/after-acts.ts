import { Injectable } from '@nestjs/common';
import type { Space } from '../../spaces/spaces';

type After = (space: Space) => Promise<unknown>;

/**
 * What follows from an act of a training space, once it is committed and before its answer leaves: whoever acted finds it done. It throws
 * nothing, since the act holds whatever becomes of this. In a live space nothing follows so.
 */
@Injectable()
export class AfterActs {
  private readonly following: After[] = [];

  register(work: After): void {
    this.following.push(work);
  }

  async runAfter(space: Space): Promise<void> {
    if (space.kind !== 'training') return;
    for (const work of this.following) await work(space);
  }
}
