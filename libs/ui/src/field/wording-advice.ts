import { Component, computed, inject, InjectionToken, input } from '@angular/core';
import { Language } from '../language/language';

/** Words that a text had better not use of a child, with what to say instead. */
export type AdviseWording = (text: string) => readonly { readonly word: string; readonly better: string }[];

/** Where the app says which words these are. Without it nothing is advised. */
export const ADVISE_WORDING = new InjectionToken<AdviseWording>('advise-wording');

/** Beside a text: which of its words blame the child, and better ones. It stops nothing. */
@Component({
  selector: 'rp-wording-advice',
  template: `
    <div aria-live="polite">
      @for (it of advice(); track it.word) {
        <p class="rp-hint">{{ t('ui.wording', { word: it.word, better: it.better }) }}</p>
      }
    </div>
  `,
})
export class WordingAdvice {
  private readonly advise = inject(ADVISE_WORDING, { optional: true });
  protected readonly t = inject(Language).t;

  readonly text = input.required<string>();
  protected readonly advice = computed(() => this.advise?.(this.text()) ?? []);
}
