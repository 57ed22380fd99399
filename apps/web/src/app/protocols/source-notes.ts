import { Component, computed, inject, input } from '@angular/core';
import type { ReadableProtocol } from '@repere/cases';
import { Language } from '@repere/ui';

/** The grounds that a text cites: codes in sight, their words on demand. */
@Component({
  selector: 'app-source-notes',
  template: `
    @if (notes().length) {
      <details>
        <summary>{{ t('protocols.ground', { codes: codes().join(', ') }) }}</summary>
        <dl>
          @for (note of notes(); track note.code) {
            <dt>{{ note.code }}</dt>
            <dd>{{ note.words }}</dd>
          }
        </dl>
      </details>
    } @else if (codes().length) {
      <p class="rp-quiet">{{ t('protocols.ground', { codes: codes().join(', ') }) }}</p>
    }
  `,
  styles: `
    summary {
      inline-size: fit-content;
      min-block-size: 32px;
      padding-block: 0.25rem;
      color: var(--rp-primary);
      font-size: 0.95rem;
      cursor: pointer;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(3.5rem, auto) minmax(0, 1fr);
      gap: 0.2rem 1rem;
      margin: 0.2rem 0 0.6rem;
      font-size: 0.95rem;
    }
    dt {
      font-weight: 650;
    }
    dd {
      margin: 0;
    }
    p {
      margin: 0;
      font-size: 0.95rem;
    }
  `,
})
export class SourceNotes {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly codes = input.required<readonly string[]>();
  readonly sources = input.required<ReadableProtocol['sources']>();

  protected readonly notes = computed(() =>
    this.codes().flatMap((code) => {
      const source = this.sources()[code];
      if (!source) return [];
      const surely = source.confidence ? this.t(`protocols.confidence.${source.confidence}`) : '';
      const lines = source.lines ? this.t('protocols.lines', { lines: source.lines }) : '';
      return [{ code, words: [this.language.say(source.title), lines, surely].filter(Boolean).join(' · ') }];
    }),
  );
}
