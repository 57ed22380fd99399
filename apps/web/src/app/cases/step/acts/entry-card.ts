import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimelineEntry } from '@repere/contract';
import { Language } from '@repere/ui';
import { EntryBody } from '../../chronology/entry-body';

/** One entry of the step, with a way to correct it. */
@Component({
  selector: 'app-entry-card',
  imports: [EntryBody, RouterLink],
  template: `
    @if (entry().kind !== 'step-completed') {
      <p class="rp-label">{{ localize(entry().title) }}</p>
    }
    <app-entry-body [entry]="entry()" />
    @if (isCorrectable()) {
      <p class="rp-screen-only">
        <a
          routerLink="."
          [queryParams]="{ corriger: entry().entryId }"
          [attr.aria-label]="t('step.amend.link-of', { title: localize(entry().title) })"
        >
          {{ t('step.known.wrong') }}
        </a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: 0.9rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin: 0;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 40px;
    }
  `,
})
export class EntryCard {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly entry = input.required<TimelineEntry>();
  readonly mayCorrect = input(false);

  protected readonly isCorrectable = computed(
    () => this.mayCorrect() && this.entry().kind === 'step-completed' && !this.entry().amendedBy,
  );
}
