import { Injectable, computed, inject } from '@angular/core';
import type { IconName } from '@repere/ui';
import { Session } from '../access/session';

export interface Destination {
  readonly path: string;
  readonly word: string;
  readonly icon: IconName;
}

const MY_DAY: Destination = { path: '/ma-journee', word: 'shell.nav.my-day', icon: 'day' };
const CASES: Destination = { path: '/dossiers', word: 'shell.nav.cases', icon: 'case' };
const APPROVALS: Destination = { path: '/approbations', word: 'shell.nav.approvals', icon: 'approve' };
const PROTOCOLS: Destination = { path: '/protocoles', word: 'shell.nav.protocols', icon: 'protocol' };
const HELP: Destination = { path: '/aide', word: 'shell.nav.help', icon: 'help' };

/** Where this reader can go from anywhere. */
@Injectable({ providedIn: 'root' })
export class Destinations {
  private readonly session = inject(Session);

  readonly all = computed<readonly Destination[]>(() => [
    ...(this.session.worksOnCases() ? [MY_DAY, CASES] : []),
    ...(this.session.approves() ? [APPROVALS] : []),
    PROTOCOLS,
    HELP,
  ]);
}
