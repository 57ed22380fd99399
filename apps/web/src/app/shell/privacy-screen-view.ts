import { Component, ElementRef, afterNextRender, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { PrivacyScreen } from '../access/privacy-screen';

/** What stands in place of the page while it is hidden: nothing about anybody, and one press back. */
@Component({
  selector: 'app-privacy-screen-view',
  imports: [MatButton],
  template: `
    <main class="screen">
      <h1>{{ t('shell.privacy-screen.title') }}</h1>
      <p>{{ t('shell.privacy-screen.kept') }}</p>
      <button #back matButton="filled" type="button" (click)="privacyScreen.liftScreen()">
        {{ t('shell.privacy-screen.back') }}
      </button>
      <button class="rp-link" type="button" (click)="privacyScreen.lock()">{{ t('access.lock.now') }}</button>
    </main>
  `,
  styles: `
    .screen {
      display: grid;
      place-content: center;
      justify-items: center;
      min-block-size: 100dvh;
      padding: 1rem;
      text-align: center;
    }
    h1 {
      font-size: 1.3rem;
    }
    p {
      color: var(--rp-ink-soft);
    }
    .rp-link {
      min-block-size: 44px;
      margin-block-start: 0.75rem;
    }
  `,
})
export class PrivacyScreenView {
  protected readonly t = inject(Language).t;
  protected readonly privacyScreen = inject(PrivacyScreen);
  private readonly back = viewChild.required('back', { read: ElementRef<HTMLElement> });

  constructor() {
    afterNextRender(() => this.back().nativeElement.focus());
  }
}
