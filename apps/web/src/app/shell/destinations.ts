import { Injectable, computed, inject } from '@angular/core';
import type { IconName } from '@repere/ui';
import { Session } from '../access/session';

export interface Destination {
  readonly path: string;
  readonly word: string;
  readonly icon: IconName;
  /** Stands in the account's menu where the bar at the foot has no room left. */
  readonly isSecondary?: boolean;
}

const MY_DAY: Destination = { path: '/ma-journee', word: 'shell.nav.my-day', icon: 'day' };
const CASES: Destination = { path: '/dossiers', word: 'shell.nav.cases', icon: 'case' };
const APPROVALS: Destination = { path: '/approbations', word: 'shell.nav.approvals', icon: 'approve' };
const REFERRALS: Destination = { path: '/orientations', word: 'shell.nav.referrals', icon: 'case' };
const TEAM: Destination = { path: '/equipe', word: 'shell.nav.team', icon: 'account' };
const MISSIONS: Destination = {
  path: '/missions',
  word: 'shell.nav.missions',
  icon: 'search',
  isSecondary: true,
};
const DEVIATIONS: Destination = {
  path: '/ecarts',
  word: 'shell.nav.deviations',
  icon: 'none',
  isSecondary: true,
};
const PROTOCOLS: Destination = {
  path: '/protocoles',
  word: 'shell.nav.protocols',
  icon: 'protocol',
  isSecondary: true,
};
const ADMINISTRATION: Destination = {
  path: '/administration/comptes',
  word: 'shell.nav.administration',
  icon: 'account',
};
const PROOF: Destination = { path: '/preuve', word: 'shell.nav.proof', icon: 'lock', isSecondary: true };
const HELP: Destination = { path: '/aide', word: 'shell.nav.help', icon: 'help' };

/** Words that fit side by side on the narrowest phones. */
const MOST_AT_FOOT = 5;

/** Where this reader can go from anywhere. */
@Injectable({ providedIn: 'root' })
export class Destinations {
  private readonly session = inject(Session);

  readonly all = computed<readonly Destination[]>(() => [
    ...(this.session.worksOnCases() ? [MY_DAY, CASES] : []),
    ...(this.session.approves() ? [APPROVALS, TEAM] : []),
    ...(this.session.approves() || this.session.audits() ? [MISSIONS, DEVIATIONS] : []),
    ...(this.session.audits() && !this.session.worksOnCases() ? [CASES] : []),
    ...(this.session.administers() ? [ADMINISTRATION] : []),
    // Protocols are for who works here.
    ...(this.session.receives() ? [REFERRALS] : [PROTOCOLS]),
    ...(this.session.approves() || this.session.audits() ? [PROOF] : []),
    HELP,
  ]);

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
}
