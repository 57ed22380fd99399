import { Injectable, type Logger } from '@nestjs/common';
import { describeFault } from '../refusals/classify-fault';
import { type Space, Spaces } from './spaces';

/** The database takes no connections just now: a copy of it is being made, or it is about to be dropped. */
const SHUT = '55000';
/** It is no more; whoever was in it was sent out. */
const GONE = ['3D000', '57P01'];

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
    return GONE.includes(code) && !(await this.spaces.isOpen(space).catch(() => true));
  }

  /** `doing`: what was under way. */
  async logFault(logger: Logger, space: Space, fault: unknown, doing?: string): Promise<void> {
    if (await this.isOfLeaving(space, fault)) return;
    logger.error([...(doing === undefined ? [] : [doing]), describeFault(fault)].join(': '));
  }
}
