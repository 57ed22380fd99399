import { Injectable, effect, signal } from '@angular/core';
import { keepTheme, keptTheme, type Theme } from '../platform/kept-choices';

/** Light, dark, or as the system has it. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly chosen = signal(keptTheme());
  readonly theme = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      const theme = this.chosen();
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    keepTheme(theme);
    this.chosen.set(theme);
  }
}
