import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { Destinations } from './destinations';

/** The main destinations under one thumb, on narrow screens. */
@Component({
  selector: 'app-bottom-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('shell.nav.label')">
      @for (place of destinations(); track place.path) {
        <a [routerLink]="place.path" routerLinkActive="here" ariaCurrentWhenActive="page">
          <rp-icon [name]="place.icon" />
          <span>{{ t(place.word) }}</span>
        </a>
      }
    </nav>
  `,
  styles: `
    :host {
      position: sticky;
      z-index: 10;
      inset-block-end: 0;
    }
    nav {
      display: flex;
      border-block-start: 1px solid var(--rp-line);
      padding-block-end: env(safe-area-inset-bottom);
      background: var(--rp-raised);
    }
    a {
      flex: 1 1 auto;
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 0.1rem;
      min-block-size: 3.5rem;
      border-block-start: 3px solid transparent;
      color: var(--rp-ink-soft);
      padding-inline: 0.1rem;
      /* Five words side by side on the narrowest phones. */
      font-size: clamp(0.66rem, 3.1vw, 0.82rem);
      white-space: nowrap;
      text-decoration: none;
    }
    rp-icon {
      font-size: 1.2rem;
    }
    a.here {
      border-block-start-color: var(--rp-accent);
      color: var(--rp-primary);
      font-weight: 650;
    }
    @media (forced-colors: active) {
      /* What is transparent is drawn all the same there. */
      a {
        border-block-start-color: Canvas;
      }
      a.here {
        border-block-start-color: Highlight;
      }
    }
    :focus-visible {
      outline-offset: -4px;
    }
    @media (width >= 60rem) {
      :host {
        display: none;
      }
    }
  `,
})
export class BottomBar {
  protected readonly t = inject(Language).t;
  protected readonly destinations = inject(Destinations).atFoot;
}
