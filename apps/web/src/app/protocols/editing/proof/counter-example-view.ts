import { Component, inject, input } from '@angular/core';
import { Language, type BothLanguages } from '@repere/ui';

/** What happened to a child who never was, because of a fault in the text: one line an act, the last says what is wrong. */
@Component({
  selector: 'app-counter-example',
  template: `
    @if (story(); as story) {
      <p class="story">{{ localize(story) }}</p>
    }
    @if (lines().length) {
      <ol>
        @for (line of lines(); track $index) {
          <li [class.last]="$last">{{ localize(line) }}</li>
        }
      </ol>
    }
  `,
  styles: `
    .story {
      margin: 0.5rem 0;
      font-size: 1.08rem;
      font-weight: 600;
    }
    ol {
      margin: 0 0 1rem;
      padding-inline-start: 1.6rem;
    }
    li {
      padding-block: 0.15rem;
    }
    .last {
      color: var(--rp-error);
      font-weight: 600;
    }
  `,
})
export class CounterExampleView {
  protected readonly localize = inject(Language).localize;

  readonly story = input<BothLanguages>();
  readonly lines = input<readonly BothLanguages[]>([]);
}
