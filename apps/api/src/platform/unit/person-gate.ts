import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusals/refusal';

/** More than a page asks at once; few enough that three people in a hurry leave connections to others. */
const AT_ONCE = 5;
const MAY_WAIT = 60;

interface Passing {
  running: number;
  readonly waiting: (() => void)[];
}

/** How many requests of one person this process works on at once: the others wait here, where they hold no connection. */
@Injectable()
export class PersonGate {
  private readonly passing = new Map<string, Passing>();

  /** What `work` gives, once there is room; refuses with `too-many` when too many wait already. `null`: nobody is signed in. */
  async pass<T>(person: string | null, work: () => Promise<T>): Promise<T> {
    if (person === null) return work();
    const mine = this.passing.get(person) ?? { running: 0, waiting: [] };
    this.passing.set(person, mine);
    if (mine.running < AT_ONCE) mine.running++;
    else if (mine.waiting.length < MAY_WAIT) await new Promise<void>((go) => mine.waiting.push(go));
    else throw new Refusal('too-many', { retryAfter: 2 });
    try {
      return await work();
    } finally {
      const next = mine.waiting.shift();
      // The next takes the place that was left.
      if (next) next();
      else if (--mine.running === 0) this.passing.delete(person);
    }
  }
}
