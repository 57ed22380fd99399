import { Component, inject } from '@angular/core';
import { Icon, Language } from '@repere/ui';

/** Whom to call, each number ready to be dialled. */
@Component({
  selector: 'app-emergency-numbers',
  imports: [Icon],
  template: `
    <ul class="rp-list">
      @for (number of numbers; track number.key) {
        <li>
          <a [href]="'tel:' + number.key"><rp-icon name="phone" />{{ number.shown }}</a>
          <span>
            <strong>{{ t('help.numbers.' + number.key + '.who') }}</strong>
            {{ t('help.numbers.' + number.key + '.when') }}
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr));
      gap: 0 2rem;
    }
    li {
      display: flex;
      align-items: center;
      gap: 1rem;
      padding-block: 0.55rem;
      border-block-start: 1px solid var(--rp-line);
      line-height: 1.35;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 0.5rem;
      flex: none;
      inline-size: 8rem;
      min-block-size: 44px;
      font-size: 1.3rem;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      text-decoration: none;
      white-space: nowrap;
    }
    rp-icon {
      font-size: 0.8em;
    }
    span {
      color: var(--rp-ink-soft);
      font-size: 0.95rem;
    }
    strong {
      display: block;
      color: var(--rp-ink);
    }
  `,
})
export class EmergencyNumbers {
  protected readonly t = inject(Language).t;
  protected readonly numbers = ['15', '17', '112', '114', '119', '3114', '3018', '116000'].map((key) => ({
    key,
    shown: key.replace(/^116/, '116 '),
  }));
}
