import { Injectable, effect, signal } from '@angular/core';
import { storeTheme, storedTheme, type Theme } from '../platform/device-preferences';

/** Light, dark, or as the system has it. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly chosen = signal(storedTheme());
  readonly theme = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      const theme = this.chosen();
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    });
  }

  chooseTheme(theme: Theme): void {
    storeTheme(theme);
    this.chosen.set(theme);
  }
}
