import { machineNow } from './machine-clock';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Language } from '../language/language';
import {
  formatDay,
  formatDeadline,
  formatExactly,
  formatLength,
  formatMoment,
  formatBriefly,
  formatTime,
  type Viewpoint,
} from './format-moment';

const TICK = 30_000;

/**
 * The space's clock and zone, and moments told in the reader's language. A training space runs on a clock of its
 * own, so `now` is the server's, carried on by this machine's. Moments are ISO 8601 text or epoch milliseconds.
 */
@Injectable({ providedIn: 'root' })
export class SpaceTime {
  private readonly language = inject(Language);
  private readonly ahead = signal(0);
  private readonly here = signal(machineNow());

  /** Zone of the space; a case page hands in that of its territory. */
  readonly zone = signal('Europe/Paris');
  /** Epoch milliseconds; moves every half minute. */
  readonly now = computed(() => this.here() + this.ahead());

  constructor() {
    const ticking = setInterval(() => this.here.set(machineNow()), TICK);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  /** Takes over what the server says the time is. */
  follow(now: string): void {
    const at = Date.parse(now);
    if (Number.isNaN(at)) return;
    this.here.set(machineNow());
    this.ahead.set(at - machineNow());
  }

  moment(at: string | number, zone?: string): string {
    return formatMoment(epoch(at), this.from(zone));
  }

  /** As `moment`, but midnight is the end of the day before. */
  deadline(at: string | number, zone?: string): string {
    return formatDeadline(epoch(at), this.from(zone));
  }

  day(at: string | number, zone?: string): string {
    return formatDay(epoch(at), this.from(zone));
  }

  exactly(at: string | number, zone?: string): string {
    return formatExactly(epoch(at), this.from(zone));
  }

  /** `18:00` of today, otherwise with its day. */
  briefly(at: string | number, zone?: string): string {
    return formatBriefly(epoch(at), this.from(zone));
  }

  time(at: string | number, zone?: string): string {
    return formatTime(epoch(at), this.from(zone));
  }

  /** How long ago, or how long until. */
  since(at: string | number): string {
    return formatLength(Math.abs(this.now() - epoch(at)), this.language.current());
  }

  private from(zone = this.zone()): Viewpoint {
    return { now: this.now(), zone, language: this.language.current() };
  }
}

/** Epoch milliseconds of either form. */
export function epoch(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at);
}
