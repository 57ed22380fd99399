import { Component, input } from '@angular/core';

/** What to read where a list is empty: never a blank page, always the next thing to do. */
@Component({
  selector: 'rp-empty-state',
  template: `
    <p class="title">{{ title() }}</p>
    <div class="rest"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: 2.5rem 1.5rem;
      border-block: 1px solid var(--rp-line);
      text-align: center;
    }
    .title {
      margin: 0;
      font-size: 1.25rem;
      font-weight: 600;
    }
    .rest {
      max-inline-size: 34rem;
      margin: 0.5rem auto 0;
      color: var(--rp-ink-soft);
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
}
