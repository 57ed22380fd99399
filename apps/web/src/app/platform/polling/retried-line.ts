import { Component, inject, input } from '@angular/core';
import { Language } from '@repere/ui';

/** One quiet line while a page that reads itself anew waits for the server: nobody has to press anything. */
@Component({
  selector: 'app-retried-line',
  template: `
    @if (isRetrying()) {
      <p role="status" class="rp-quiet">{{ t('shell.problem.retried') }}</p>
    }
  `,
})
export class RetriedLine {
  protected readonly t = inject(Language).t;

  readonly isRetrying = input.required<boolean>();
}
