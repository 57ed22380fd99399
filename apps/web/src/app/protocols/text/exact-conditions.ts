import { Component, inject, input } from '@angular/core';
import type { DescribedStep } from '@repere/protocol';
import { Language } from '@repere/ui';

/** Conditions as they are written, for who wants them word for word. */
@Component({
  selector: 'app-exact-conditions',
  template: `
    <details>
      <summary>{{ t('protocols.condition.title') }}</summary>
      @for (condition of conditions(); track condition.kind) {
        <p>
          {{ t('protocols.condition.' + condition.kind) }} <code>{{ condition.text }}</code>
        </p>
      }
    </details>
  `,
  styles: `
    summary {
      inline-size: fit-content;
      min-block-size: 32px;
      padding-block: 0.25rem;
      color: var(--rp-primary);
      font-size: 0.95rem;
      cursor: pointer;
    }
    p {
      margin: 0.2rem 0;
      font-size: 0.95rem;
    }
    code {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class ExactConditions {
  protected readonly t = inject(Language).t;

  readonly conditions = input.required<DescribedStep['conditions']>();
}
