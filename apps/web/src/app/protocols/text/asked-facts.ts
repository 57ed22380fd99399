import { Component, computed, inject, input } from '@angular/core';
import type { ReadableProtocol } from '@repere/contract';
import { Language } from '@repere/ui';

/** What the names in conditions stand for: the answers that this protocol asks for, and what it computes of them. */
@Component({
  selector: 'app-asked-facts',
  template: `
    <dl>
      @for (fact of facts(); track fact.id) {
        <dt [id]="'fact-' + fact.id" tabindex="-1">
          <code>{{ fact.id }}</code>
        </dt>
        <dd>{{ localize(fact.title) }}</dd>
      }
    </dl>
    @if (derived().length) {
      <details>
        <summary>{{ t('protocols.computed') }}</summary>
        <dl>
          @for (it of derived(); track it.name) {
            <dt>
              <code>{{ it.name }}</code>
            </dt>
            <dd>
              @for (line of it.lines; track $index) {
                <code class="line">{{ line }}</code>
              }
            </dd>
          }
        </dl>
      </details>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr);
      gap: 0.25rem 1.25rem;
      margin: 0;
      font-size: 0.95rem;
    }
    dt,
    code {
      overflow-wrap: anywhere;
    }
    dd {
      margin: 0;
    }
    .line {
      display: block;
      white-space: pre-wrap;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 36px;
      padding-block: 0.4rem;
      color: var(--rp-primary);
      cursor: pointer;
    }
    @media (width < 40rem) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
      dd {
        margin-block-end: 0.5rem;
      }
    }
  `,
})
export class AskedFacts {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly protocol = input.required<ReadableProtocol>();

  /** Own facts, and shared ones that its steps ask for. */
  protected readonly facts = computed(() => {
    const { document, shared } = this.protocol();
    const asked = new Set(document.steps.flatMap(({ fields }) => fields.map((it) => it.split('.')[0] ?? it)));
    const all = [
      ...Object.values(shared.facts).filter(({ id }) => asked.has(id)),
      ...Object.values(document.facts),
    ];
    return [...new Map(all.map((fact) => [fact.id, fact])).values()];
  });
  protected readonly derived = computed(() =>
    Object.entries(this.protocol().document.derived).map(([name, text]) => ({
      name,
      lines: typeof text === 'string' ? [text] : text.map(({ when, is }) => `${when} → ${is}`),
    })),
  );
}
