import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { callsPath } from '../case-paths';
import { openAbsence } from './open-absence';
import { formatAbsence } from './format-absence';

/** While a child is missing, the first thing on the page: since when, and the way to whom to call. */
@Component({
  selector: 'app-absence-notice',
  imports: [Icon, RouterLink],
  template: `
    @if (words(); as words) {
      <p class="notice rp-on-paper">
        <span class="words"
          ><rp-icon name="danger" />
          <span
            ><strong>{{ t('case.calls.missing') }}</strong> {{ words }}</span
          ></span
        >
        <a class="rp-screen-only" id="to-calls" [routerLink]="path()">{{ t('case.calls.title') }}</a>
      </p>
    }
  `,
  styles: `
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.9rem;
      margin: 1rem 0 0;
      padding: 0.6rem 1rem;
      border: 2px solid var(--rp-accent);
      border-radius: 12px;
    }
    .words {
      display: flex;
      align-items: center;
      gap: 0.6rem;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      font-weight: 650;
    }
  `,
})
export class AbsenceNotice {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly path = computed(() => callsPath(this.caseFile().id));
  protected readonly words = computed(() => {
    const absence = openAbsence(this.caseFile());
    return absence ? formatAbsence(absence, this.time, this.language) : null;
  });
}
