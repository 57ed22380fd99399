import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';

/** What the shades of a load bar are. */
@Component({
  selector: 'app-load-legend',
  template: `
    <ul>
      @for (part of parts; track part) {
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect [attr.class]="part" x="0.5" y="0.5" width="9" height="9" />
          </svg>
          {{ t('audit.board.legend.' + part) }}
        </li>
      }
    </ul>
  `,
  styleUrl: './load-legend.scss',
})
export class LoadLegend {
  protected readonly t = inject(Language).t;
  protected readonly parts = ['legal', 'late', 'rest'] as const;
}
