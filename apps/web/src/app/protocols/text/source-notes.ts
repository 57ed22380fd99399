import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReadableProtocol } from '@repere/contract';
import { CONFIDENCE_WORDS } from '@repere/protocol';
import { Language } from '@repere/ui';
import { formatIsoDay } from '../format-iso-day';

/** The grounds that a text cites: codes in sight, their words on demand: how sure, since when, renumbered to what. */
@Component({
  selector: 'app-source-notes',
  imports: [RouterLink],
  template: `
    @if (notes().length) {
      <details [open]="isOpen()">
        <summary>{{ t('protocols.ground', { codes: codes().join(', ') }) }}</summary>
        <dl>
          @for (note of notes(); track note.code) {
            <dt>
              @if (note.page; as page) {
                <a [routerLink]="page" [fragment]="note.code">{{ note.code }}</a>
              } @else {
                {{ note.code }}
              }
            </dt>
            <dd>
              {{ note.title }}
              @for (line of note.lines; track line) {
                <span class="more">{{ line }}</span>
              }
              @if (note.isUnverified) {
                <strong class="more">{{ t('protocols.unverified') }}</strong>
              }
            </dd>
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
      gap: 0.3rem 1rem;
      margin: 0.2rem 0 0.6rem;
      font-size: 0.95rem;
    }
    dt {
      font-weight: 650;
    }
    dt a {
      display: inline-block;
      min-inline-size: 24px;
      min-block-size: 24px;
    }
    dd {
      margin: 0;
    }
    .more {
      display: block;
      color: var(--rp-ink-soft);
    }
    strong.more {
      color: var(--rp-error);
    }
    p {
      margin: 0;
      font-size: 0.95rem;
    }
    @media print {
      details::details-content {
        block-size: auto;
        content-visibility: visible;
      }
    }
  `,
})
export class SourceNotes {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly codes = input.required<readonly string[]>();
  readonly sources = input.required<ReadableProtocol['sources']>();
  readonly isOpen = input(false);

  protected readonly notes = computed(() =>
    this.codes().flatMap((code) => {
      const source = this.sources()[code];
      if (!source) return [];
      const { title, lines, confidence, inForce, aliases = [] } = source;
      const day = (iso: string) => formatIsoDay(iso, this.language.current());
      return [
        {
          code,
          title: this.language.localize(title),
          page: pageOf(code),
          isUnverified: confidence === 'U',
          lines: [
            ...(lines ? [this.t('protocols.lines', { lines })] : []),
            ...(confidence && confidence !== 'U'
              ? [this.language.localize(CONFIDENCE_WORDS[confidence])]
              : []),
            ...(inForce ? [this.t('protocols.since', { day: day(inForce) })] : []),
            ...aliases.map(({ was, is, from }) =>
              this.t('protocols.renumbered', { was, is, day: day(from) }),
            ),
          ],
        },
      ];
    }),
  );
}

/** Facts of law are told on one page, items of the report on another; guards of the engine have none. */
function pageOf(code: string): string | null {
  if (code.startsWith('F')) return '/protocoles/references';
  return code.startsWith('S') ? '/protocoles/tracabilite' : null;
}
