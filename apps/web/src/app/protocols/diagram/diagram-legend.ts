import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';

/** What the lines of the drawing mean. */
@Component({
  selector: 'app-diagram-legend',
  template: `
    <ul>
      @for (sign of signs; track sign) {
        <li>
          <svg viewBox="0 0 40 24" aria-hidden="true" focusable="false">
            @switch (sign) {
              @case ('after') {
                <path d="M2 12h30M26 7l7 5-7 5" />
              }
              @case ('when') {
                <path stroke-dasharray="5 3" d="M2 12h30" />
                <path d="M26 7l7 5-7 5" />
              }
              @case ('outcome') {
                <circle cx="20" cy="12" r="9" stroke-width="3.5" />
              }
              @case ('deadline') {
                <circle cx="20" cy="12" r="8" />
                <path d="M20 7v5l3.5 2" />
              }
              @case ('opens') {
                <rect x="2" y="3" width="36" height="18" rx="5" stroke-width="3.5" />
              }
              @case ('protective')
              @case ('second')
              @case ('outside') {
                <rect
                  x="2"
                  y="3"
                  width="36"
                  height="18"
                  rx="5"
                  [attr.stroke-dasharray]="sign === 'outside' ? '5 3' : null"
                />
                @if (sign === 'second') {
                  <rect x="5" y="6" width="30" height="12" rx="3" />
                }
                @if (sign === 'protective') {
                  <path class="guard" d="M8 8v8" />
                }
              }
              @default never;
            }
          </svg>
          {{ t('protocols.legend.' + sign) }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3rem 1.4rem;
      margin: 0.9rem 0 0;
      padding: 0;
      list-style: none;
      font-size: 0.92rem;
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: 0.5rem;
    }
    svg {
      inline-size: 2.2rem;
      block-size: 1.35rem;
      flex: none;
      fill: none;
      stroke: var(--rp-ink);
      stroke-width: 1.5;
    }
    .guard {
      stroke: var(--rp-primary);
      stroke-width: 4;
      stroke-linecap: round;
    }
  `,
})
export class DiagramLegend {
  protected readonly t = inject(Language).t;
  protected readonly signs = [
    'after',
    'when',
    'protective',
    'second',
    'deadline',
    'outside',
    'opens',
    'outcome',
  ] as const;
}
