import { Injectable } from '@nestjs/common';
import type { Space } from '../spaces';

/** Tells this process at once what the next look around would find anyway. Nothing depends on it. */
@Injectable()
export class JobBell {
  private readonly listeners = new Set<(space: Space) => void>();

  ring(space: Space): void {
    for (const listener of this.listeners) listener(space);
  }

  onRing(listener: (space: Space) => void): void {
    this.listeners.add(listener);
  }
}
