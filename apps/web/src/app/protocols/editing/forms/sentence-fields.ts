import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { approveEnglish, changeSentence, type EditableSentence } from '@repere/protocol';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { writeThrough } from '../../../platform/form/write-through';
import { ENGLISH, FormChanges, PROTOCOL } from './form-changes';

/** A sentence in both languages: each key that is pressed is in the text at once. */
@Component({
  selector: 'app-sentence-fields',
  imports: [FormField, TextField],
  template: `
    <rp-text-field
      [fieldId]="id('fr')"
      [label]="t('editing.forms.french', { name: name() })"
      [rows]="rows()"
      [problem]="problem('fr')"
      [formField]="fr"
    />
    <rp-text-field
      [fieldId]="id('en')"
      [label]="t('editing.forms.english', { name: name() })"
      [rows]="rows()"
      [problem]="problem('en')"
      [formField]="en"
    />
    @if (isOpen()) {
      <p class="state">
        <span>{{ t('editing.english.' + sentence().state) }}</span>
        @if (sentence().state !== 'missing' && changes.mayWrite()) {
          <button
            type="button"
            class="rp-link"
            [attr.aria-describedby]="id('en')"
            (click)="approveTranslation()"
          >
            {{ t('editing.english.still-right') }}
          </button>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.6rem;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: baseline;
      margin: 0;
    }
  `,
})
export class SentenceFields {
  protected readonly t = inject(Language).t;
  protected readonly changes = inject(FormChanges);

  readonly sentence = input.required<EditableSentence>();
  /** What it is called above its fields. */
  readonly name = input.required<string>();

  /** Typed, and can't be written: it stays in its field. */
  private readonly unwritten = signal<{
    readonly key: string;
    readonly language: 'fr' | 'en';
    readonly words: string;
  } | null>(null);

  protected readonly fr = form(this.wordsIn('fr'));
  protected readonly en = form(this.wordsIn('en'));
  protected readonly isOpen = computed(() =>
    ['stale', 'unstamped', 'missing'].includes(this.sentence().state),
  );
  protected readonly rows = computed(() => {
    const { fr, en } = this.sentence();
    const longest = Math.max(fr.length, en.length);
    const lines = Math.max(fr.split('\n').length, en.split('\n').length);
    return Math.min(10, Math.max(2, Math.ceil(longest / 55), lines));
  });

  protected id(language: 'fr' | 'en'): string {
    return `sentence-${language}-${this.sentence().key.replaceAll(/[^\w-]/g, '-')}`;
  }

  protected problem(language: 'fr' | 'en'): string | null {
    return this.unwrittenIn(language) === null ? null : this.t('editing.forms.unwritten');
  }

  protected approveTranslation(): void {
    const sentence = this.sentence();
    const changed = approveEnglish(this.changes.texts(), sentence);
    this.changes.writeChange(changed, { file: ENGLISH, at: sentence.englishAt });
  }

  private wordsIn(language: 'fr' | 'en') {
    return writeThrough<string>(
      () => this.unwrittenIn(language) ?? this.sentence()[language],
      (words) => this.writeWords(language, words),
    );
  }

  private unwrittenIn(language: 'fr' | 'en'): string | null {
    const it = this.unwritten();
    return it?.key === this.sentence().key && it.language === language ? it.words : null;
  }

  private writeWords(language: 'fr' | 'en', words: string): void {
    const sentence = this.sentence();
    const changed = changeSentence(this.changes.texts(), sentence, language, words, this.changes.before());
    const isFrench = language === 'fr' || sentence.state === 'inline';
    const at = language === 'fr' ? sentence.at : sentence.englishAt;
    const isWritten = this.changes.writeChange(changed, { file: isFrench ? PROTOCOL : ENGLISH, at });
    this.unwritten.set(isWritten ? null : { key: sentence.key, language, words });
  }
}
