import { Component, computed, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Translated } from '@repere/protocol';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { asAnswer } from '../../../platform/api';
import { requireValue } from '../../../platform/form/mistake';
import { SendingForm } from '../../../platform/form/sending-form';

/** One French text with its English beside it: still right as it is, or put right here. */
@Component({
  selector: 'app-english-text',
  imports: [FormField, MatButton, TextField],
  template: `
    <h3 [id]="pair().key">{{ pair().key }}</h3>
    <p class="rp-quiet">{{ t('editing.english.' + pair().state) }}</p>
    <div class="pair">
      <div>
        <p class="rp-label">{{ t('editing.english.french') }}</p>
        <p class="french" lang="fr">{{ pair().fr }}</p>
      </div>
      @if (isReadOnly()) {
        <div>
          <p class="rp-label">{{ t('editing.english.english') }}</p>
          <p class="french" lang="en">{{ pair().en || '–' }}</p>
        </div>
      } @else {
        <rp-text-field
          [fieldId]="'english-' + pair().key"
          [label]="t('editing.english.english')"
          [rows]="rows()"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
      }
    </div>
    @if (!isReadOnly()) {
      <div class="rp-acts">
        @if (isAsItWas()) {
          <button
            matButton="outlined"
            type="button"
            [attr.aria-describedby]="pair().key"
            (click)="settled.emit(pair().en)"
          >
            {{ t('editing.english.still-right') }}
          </button>
        } @else {
          <button
            matButton="outlined"
            type="button"
            [attr.aria-describedby]="pair().key"
            (click)="writeText()"
          >
            {{ t('editing.english.write') }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      margin: 0;
      font-size: 1rem;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
      gap: 0.75rem 1.25rem;
      margin-block: 0.5rem;
    }
    .french {
      white-space: pre-line;
    }
  `,
})
export class EnglishText {
  protected readonly t = inject(Language).t;

  readonly pair = input.required<Translated>();
  readonly isReadOnly = input(false);
  /** The English that belongs to this French. */
  readonly settled = output<string>();

  private readonly inFile = computed(() => this.pair().en);
  protected readonly form = new SendingForm({ words: '' }, ({ words }) =>
    requireValue(words, 'editing.english.empty'),
  );
  protected readonly isAsItWas = computed(
    () => this.pair().en !== '' && this.form.typed().words.trim() === this.pair().en.trim(),
  );
  protected readonly rows = computed(() => Math.max(2, Math.min(8, Math.ceil(this.pair().fr.length / 45))));

  constructor() {
    // What is being written stays while other texts are checked anew.
    effect(() => this.form.type({ words: this.inFile() }));
  }

  protected async writeText(): Promise<void> {
    const { words } = this.form.typed();
    if (await this.form.sendTyped(null, async () => asAnswer(null))) this.settled.emit(words);
  }
}
