import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Translated } from '@repere/protocol';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';

/** One French text with its English beside it: still right as it is, or put right here. */
@Component({
  selector: 'app-english-text',
  imports: [MatButton, TextField],
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
          [problem]="isEmpty() ? t('editing.english.empty') : null"
          [(value)]="words"
        />
      }
    </div>
    @if (!isReadOnly()) {
      <div class="rp-acts">
        @if (isAsItWas()) {
          <button matButton="outlined" type="button" [attr.aria-describedby]="pair().key" (click)="settled.emit(pair().en)">
            {{ t('editing.english.still-right') }}
          </button>
        } @else {
          <button matButton="outlined" type="button" [attr.aria-describedby]="pair().key" (click)="write()">
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
  /** What is being written stays while other texts are checked anew. */
  protected readonly words = linkedSignal(() => this.inFile());
  private readonly wasTried = signal(false);
  protected readonly isAsItWas = computed(() => this.pair().en !== '' && this.words().trim() === this.pair().en.trim());
  protected readonly isEmpty = computed(() => this.wasTried() && this.words().trim() === '');
  protected readonly rows = computed(() => Math.max(2, Math.min(8, Math.ceil(this.pair().fr.length / 45))));

  protected write(): void {
    this.wasTried.set(true);
    if (this.words().trim() !== '') this.settled.emit(this.words());
  }
}
