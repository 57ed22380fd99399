import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { spaceNow } from '../../platform/clocks';
import { type LoadRow, LOADS_SQL } from '../../platform/spaces/making/load-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import type { Space } from '../../platform/spaces/spaces';
import { PutInCases } from './put-in-cases';

/** How many are told and recorded before the address book is told how far it is. */
const TOGETHER = 20;

/** How a load goes on. */
export interface Going {
  /** Asked between a few cases. */
  readonly isStopping?: () => boolean;
  /** Of the time that some took, how long the next are let wait: people work meanwhile. */
  readonly rest?: number;
  /** How many cases are recorded side by side, each on a connection. */
  readonly atOnce?: number;
  readonly onProgress?: (load: LoadRow) => void;
}

/** Gives a training space the cases that it was asked for, from where it stopped. */
@Injectable()
export class LoadSpace {
  constructor(
    private readonly provisioner: Provisioner,
    private readonly cases: PutInCases,
  ) {}

  /** How far it is; `null`: there is nothing to do here, or another process has it in hand. Killed, it goes on where it stopped. */
  async goOn(
    space: Space,
    { isStopping = () => false, rest = 0, atOnce = 1, onProgress }: Going = {},
  ): Promise<LoadRow | null> {
    const [taken] = await this.provisioner.rows<LoadRow>(LOADS_SQL.take, [
      space.key,
      new Date(spaceNow(space)),
    ]);
    if (!taken?.begun_at) return null;
    let load = taken;
    try {
      const series = { seed: load.seed, begun: taken.begun_at.getTime() };
      const prepared = await this.cases.prepareSpace(space, series);
      while (load.done < load.cases && !isStopping()) {
        const began = performance.now();
        const to = Math.min(load.done + TOGETHER, load.cases);
        await this.cases.putIn(prepared, load.done, to, atOnce);
        const [after] = await this.provisioner.rows<LoadRow>(LOADS_SQL.progress, [space.key, space.id, to]);
        if (!after) break;
        load = after;
        onProgress?.(load);
        if (load.state !== 'waiting') break;
        await delay((performance.now() - began) * rest);
      }
      return load;
    } finally {
      await this.provisioner.rows(LOADS_SQL.release, [space.key]);
    }
  }
}
