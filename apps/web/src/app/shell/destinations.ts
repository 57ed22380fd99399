import { Injectable, computed, inject } from '@angular/core';
import { Session } from '../access/session';
import { APP_PAGES } from '../platform/pages/app-pages';
import type { Audience, MenuEntry } from '../platform/pages/page';

export interface Destination extends Pick<MenuEntry, 'word' | 'icon' | 'isSecondary'> {
  readonly path: string;
}

/** Words that fit side by side on the narrowest phones. */
const MOST_AT_FOOT = 5;

/** Where this reader can go from anywhere. */
@Injectable({ providedIn: 'root' })
export class Destinations {
  private readonly pages = inject(APP_PAGES);
  private readonly session = inject(Session);
  private readonly isFor: Readonly<Record<Audience, () => boolean>> = {
    everyone: () => true,
    staff: () => !this.session.receives(),
    'live-staff': this.session.isLiveStaff,
    'case-workers': this.session.worksOnCases,
    supervisors: this.session.approves,
    auditors: this.session.audits,
    trainers: () => this.session.mayDo('lead-training'),
    partners: this.session.receives,
    administrators: this.session.administers,
  };

  readonly all = computed(() => this.entriesOf('bar'));

  /** What belongs to the account. */
  readonly ofAccount = computed(() => this.entriesOf('account'));

  /** Those at the foot of narrow screens: the last of the secondary ones give way. */
  readonly atFoot = computed<readonly Destination[]>(() => {
    const left = [...this.all()];
    while (left.length > MOST_AT_FOOT) {
      const place = left.findLastIndex(({ isSecondary }) => isSecondary);
      if (place < 0) break;
      left.splice(place, 1);
    }
    return left;
  });

  /** The others: on narrow screens they are in the account's menu. */
  readonly besides = computed(() => this.all().filter((it) => !this.atFoot().includes(it)));

  private entriesOf(menu: MenuEntry['in']): readonly Destination[] {
    return this.pages
      .flatMap(({ path, menu: entry }) => {
        const place = entry?.in === menu && entry.places.find((it) => this.isFor[it.for]());
        return entry && place ? [{ path, at: place.at, ...entry }] : [];
      })
      .sort((one, other) => one.at - other.at);
  }
}
