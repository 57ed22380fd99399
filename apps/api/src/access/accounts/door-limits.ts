import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Refusal } from '../../platform/refusal';
import { DoorTryEntity } from '../entities/sign-in/door-try.entity';
import { DoorLimitsQuery } from './door-limits.query';

/** How often something may be tried at a door, by whom. */
export interface DoorLimit {
  readonly door: string;
  /** Keyed hash of the login, account or address that tries. */
  readonly token: Buffer;
  readonly most: number;
  readonly minutes: number;
}

/**
 * Limits of doors that are open to anyone, counted in the database so that all processes share them; by the database
 * server's clock. The same for what exists and what does not.
 */
@Injectable()
export class DoorLimits {
  constructor(
    @InjectRepository(DoorTryEntity) private readonly tries: Repository<DoorTryEntity>,
    private readonly query: DoorLimitsQuery,
  ) {}

  /** Counts this try by each limit, or refuses with `locked`. In a unit that commits, or the try is not counted. */
  async pass(limits: readonly DoorLimit[]): Promise<void> {
    // Always in the same order: two tries at once wait for each other and never in a ring.
    for (const limit of limits.toSorted((a, b) => (a.door < b.door ? -1 : 1))) await this.count(limit);
  }

  private async count({ door, token, most, minutes }: DoorLimit): Promise<void> {
    const wait = await this.query.wait(door, token, most, minutes);
    if (wait !== null) throw new Refusal('locked', { retryAfter: Math.max(wait, 1) });
    await this.query.deleteOld();
    await this.tries.insert({ door, token });
  }
}
