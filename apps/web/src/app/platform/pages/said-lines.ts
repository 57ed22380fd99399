import { Component, inject, input } from '@angular/core';
import { isRedacted, type Shown } from '@repere/cases';
import { Language } from '@repere/ui';

/** One thing that was said, under its name. */
export interface SaidLine {
  readonly label: string;
  readonly said: string;
}

/** What was said at one moment before now. */
export interface SaidThen {
  readonly version: number;
  readonly title: string;
  readonly lines: readonly SaidLine[];
}

/** Makes lines; `hidden`: code of the words for what the reader is not shown. Of what nobody said there is no line. */
export function lineMaker({ t }: Language, hidden: string) {
  const shown = <T>(value: Shown<T> | null, format: (value: T) => string): string | null =>
    value === null ? null : isRedacted(value) ? t(hidden) : format(value);
  return {
    shown,
    words: (value: Shown<string> | null): string | null => shown(value, (text) => text),
    line: (label: string, said: string | null): readonly SaidLine[] =>
      said === null || said === '' ? [] : [{ label: t(label), said }],
  };
}

@Component({
  selector: 'app-said-lines',
  template: `
    <dl>
      @for (line of lines(); track $index) {
        <div>
          <dt>{{ line.label }}</dt>
          <dd>{{ line.said }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
    }
    dl {
      display: grid;
      gap: 0.5rem;
      margin: 0;
    }
    dl div {
      display: grid;
      grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
      gap: 0 1rem;
      padding-block: 0.35rem;
      border-block-start: 1px solid var(--rp-line);
    }
    dt {
      color: var(--rp-ink-soft);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    @media (max-width: 34rem) {
      dl div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class SaidLines {
  readonly lines = input.required<readonly SaidLine[]>();
}

/** Everything that was said before, folded; nothing where nothing was. `label`: code of the words with their number. */
@Component({
  selector: 'app-said-before',
  imports: [SaidLines],
  template: `
    @if (earlier().length) {
      <details class="rp-fold">
        <summary>{{ language.count(label(), earlier().length) }}</summary>
        @for (it of earlier(); track it.version) {
          <h2>{{ it.title }}</h2>
          <app-said-lines [lines]="it.lines" />
        }
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    details {
      margin-block-start: 2rem;
    }
    h2 {
      margin: 2rem 0 0.5rem;
      font-size: 1.2rem;
    }
  `,
})
export class SaidBefore {
  protected readonly language = inject(Language);
  readonly label = input.required<string>();
  readonly earlier = input.required<readonly SaidThen[]>();
}
