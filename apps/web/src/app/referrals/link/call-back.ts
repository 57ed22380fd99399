import { Component, inject, input } from '@angular/core';
import { Language } from '@repere/ui';

/** Whom to call to verify who asks; where no number is kept, that it is missing, and that no other one verifies it. */
@Component({
  selector: 'app-call-back',
  template: `
    @if (number(); as number) {
      <p>
        {{ lead() }} <a class="phone" [href]="'tel:' + number.replaceAll(' ', '')">{{ number }}</a>
      </p>
    } @else {
      <p>{{ t('capacity.no-call-back') }}</p>
    }
  `,
})
export class CallBack {
  protected readonly t = inject(Language).t;

  readonly number = input.required<string | null>();
  readonly lead = input.required<string>();
}
