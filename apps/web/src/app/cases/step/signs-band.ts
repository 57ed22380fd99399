import { Component, inject, input } from '@angular/core';
import type { SignsSeen } from '@repere/contract';
import { Language } from '@repere/ui';

/** Signs that were seen or said of this child, in sight where something is decided on them. Takes no room while there are none. */
@Component({
  selector: 'app-signs-band',
  template: `
    @if (signs().length) {
      <section [attr.aria-label]="t('step.signs')">
        <p>
          <strong>{{ t('step.signs') }}</strong>
          @for (sheet of signs(); track $index) {
            <span>
              @for (item of sheet.items; track $index) {
                {{ localize(item) }}{{ $last ? '' : ' · ' }}
              }
            </span>
          }
        </p>
      </section>
    }
  `,
  styles: `
    section {
      padding: 0.6rem 1rem;
      border-inline-start: 4px solid var(--rp-primary);
      background: var(--rp-primary-wash);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      margin: 0;
      line-height: 1.45;
    }
  `,
})
export class SignsBand {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  /** By sheet. */
  readonly signs = input.required<readonly SignsSeen[]>();
}
