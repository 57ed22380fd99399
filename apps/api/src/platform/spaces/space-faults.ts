import { Injectable, type Logger } from '@nestjs/common';
import { describeFault } from '../refusals/classify-fault';
import { type Space, Spaces } from './spaces';

/** The database takes no connections just now: a copy of it is being made, or it is about to be dropped. */
const SHUT = '55000';
/** It is no more; whoever was in it was sent out. */
const [DROPPED, SENT_OUT] = ['3D000', '57P01'];

/** Whether there is no such database: it has a name that none gets again. */
export const isOfDropped = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === DROPPED;

/** Tells what is broken in a space from a space that somebody deleted, or copies, while work was under way there. */
@Injectable()
export class SpaceFaults {
  constructor(private readonly spaces: Spaces) {}

  /** Whether nothing is broken: the space is not to be entered, as the address book says. */
  async isOfLeaving(space: Space, fault: unknown): Promise<boolean> {
    if (space.kind === 'live' || !(fault instanceof Error) || !('code' in fault)) return false;
    const code = String(fault.code);
    if (code === SHUT) return true;
    // An address book that can't be asked knows of no deletion.
    return (code === DROPPED || code === SENT_OUT) && !(await this.spaces.isOpen(space).catch(() => true));
  }

  /**
   * Why whoever asked something of this space got a fault instead, where that is because it was deleted, is made anew or is shut meanwhile;
   * `null`: it is open, and something is broken. Whatever was thrown: a connection that is refused or ended says so in many ways.
   */
  async whyLeft(space: Space): Promise<'space-gone' | 'space-shut' | 'unavailable' | null> {
    if (space.kind === 'live' || space.key === null) return null;
    try {
      if (await this.spaces.isOpen(space)) return null;
      return (await this.spaces.whyShut(space.key)) ?? 'space-shut';
    } catch {
      return null;
    }
  }

  /** `doing`: what was under way. */
  async logFault(logger: Logger, space: Space, fault: unknown, doing?: string): Promise<void> {
    if (await this.isOfLeaving(space, fault)) return;
    logger.error([...(doing === undefined ? [] : [doing]), describeFault(fault)].join(': '));
  }
}
