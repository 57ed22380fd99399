import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SERVICE_ACTS, TEAM_ACTS, whoMay, type Act } from '@repere/access';
import { Language } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';

const ACTS: readonly Act[] = [...TEAM_ACTS, ...SERVICE_ACTS];

/** Who may do what a page is for, for somebody who came to it and may not. */
@Component({
  selector: 'app-access-denied-page',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('access.who-may.title') }}</h1>
      <p class="rp-lead">{{ who() }}</p>
      <p>
        <a routerLink="/">{{ t('shell.not-found.home') }}</a>
      </p>
    </div>
  `,
})
export class AccessDeniedPage {
  private readonly language = inject(Language);

  protected readonly t = this.language.t;
  /** Acts of the rights' tables, joined by `+`. */
  readonly acts = input.required<string>();

  protected readonly who = computed(() => {
    const acts = ACTS.filter((act) => this.acts().split('+').includes(act));
    return this.t('access.who-may.who', { who: this.language.localize(whoMay(...acts)) });
  });
}
