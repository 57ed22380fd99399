import { Component, ElementRef, afterNextRender, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon, Language } from '@repere/ui';

/** The ten codes, this once: to print or to copy by hand. On paper they stand alone. */
@Component({
  selector: 'app-recovery-codes-view',
  imports: [Icon, MatButton],
  template: `
    <div class="rp-print-alone">
      <h3 #heading tabindex="-1">{{ t('factors.codes.shown-title') }}</h3>
      <p>{{ t('factors.codes.shown-why') }}</p>
      <ol>
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ol>
      <p>{{ t('factors.codes.shown-once') }}</p>
    </div>
    <p class="rp-acts">
      <button matButton="outlined" type="button" (click)="print()">{{ t('factors.codes.print') }}</button>
      <button matButton="filled" type="button" (click)="kept.emit()">
        <rp-icon name="done" /> {{ t('factors.codes.kept') }}
      </button>
    </p>
  `,
  styles: `
    :host {
      display: block;
      padding: 1.1rem 1.25rem;
      border: 2px solid var(--rp-primary);
      border-radius: 12px;
    }
    h3 {
      margin-block-start: 0;
    }
    ol {
      columns: 2 14rem;
      padding-inline-start: 2rem;
    }
    li {
      padding-block: 0.15rem;
    }
    code {
      font-size: 1.05rem;
      white-space: nowrap;
    }
  `,
})
export class RecoveryCodesView {
  protected readonly t = inject(Language).t;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly codes = input.required<readonly string[]>();
  readonly kept = output<void>();

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected print(): void {
    window.print();
  }
}
