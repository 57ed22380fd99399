import { Component, computed, inject, input } from '@angular/core';
import type { TimelineEntry } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';

/** When it happened, as exactly as it is known; and when it was entered, if that was another day. */
@Component({
  selector: 'app-entry-time',
  template: `
    <time [attr.datetime]="entry().occurredAt">{{ happened() }}</time>
    @if (entered(); as entered) {
      <span class="entered">{{ entered }}</span>
    }
  `,
  styles: `
    .entered {
      margin-inline-start: 0.5rem;
    }
  `,
})
export class EntryTime {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);

  readonly entry = input.required<TimelineEntry>();
  /** On paper: the whole date. */
  readonly isExact = input(false);

  protected readonly happened = computed(() => {
    const { occurredAt, occurredPrecision } = this.entry();
    switch (occurredPrecision) {
      case 'minute':
        return this.isExact() ? this.time.exactly(occurredAt) : this.withHour(occurredAt);
      case 'day':
        return this.isExact()
          ? formatEdtf(localDay(occurredAt, this.time.zone()), this.language.current())
          : this.time.day(occurredAt);
      case 'month':
      case 'year': {
        const length = occurredPrecision === 'month' ? 7 : 4;
        return formatEdtf(localDay(occurredAt, this.time.zone()).slice(0, length), this.language.current());
      }
    }
  });
  protected readonly entered = computed(() => {
    const { occurredAt, recordedAt } = this.entry();
    const zone = this.time.zone();
    return localDay(occurredAt, zone) === localDay(recordedAt, zone)
      ? null
      : this.language.t('case.entry.entered', { when: this.time.day(recordedAt) });
  });

  private withHour(at: string): string {
    const moment = this.time.moment(at);
    const hour = this.time.time(at);
    return moment.includes(hour) ? moment : `${moment} ${hour}`;
  }
}

/** `2026-03-12` where the case is. */
function localDay(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
}
