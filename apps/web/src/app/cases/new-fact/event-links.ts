import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { newFactPath } from '../case-paths';

/** What may have happened: the urgent one press away, the rest folded. The address carries none of it. */
@Component({
  selector: 'app-event-links',
  imports: [Icon, RouterLink],
  template: `
    <section aria-labelledby="new-fact-title">
      <h2 id="new-fact-title">{{ t('case.new-fact.title') }}</h2>
      @if (urgent().length) {
        <ul class="rp-chips">
          @for (event of urgent(); track event.id) {
            <li>
              <a
                class="rp-chip urgent"
                [id]="'event-' + event.id"
                [routerLink]="path(caseFile().id)"
                [state]="{ event: event.id }"
              >
                {{ localize(event.title) }} <rp-icon name="danger" />
              </a>
            </li>
          }
        </ul>
      }
      <details>
        <summary>{{ t('case.new-fact.others') }}</summary>
        <p class="rp-quiet">{{ t('case.new-fact.short') }}</p>
        <ul class="rp-chips">
          @for (event of rest(); track event.id) {
            <li>
              <a
                class="rp-chip"
                [id]="'event-' + event.id"
                [routerLink]="path(caseFile().id)"
                [state]="{ event: event.id }"
                >{{ localize(event.title) }}</a
              >
            </li>
          }
          <li>
            <a
              class="rp-chip"
              id="event-other"
              [routerLink]="path(caseFile().id)"
              [state]="{ event: 'other' }"
            >
              {{ t('case.new-fact.other') }}
            </a>
          </li>
        </ul>
      </details>
    </section>
  `,
  styles: `
    h2 {
      margin: 0 0 0.25rem;
      font-size: 1.2rem;
    }
    p {
      margin: 0 0 0.6rem;
    }
    ul {
      list-style: none;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 40px;
      padding-block: 0.5rem;
      color: var(--rp-ink-soft);
      cursor: pointer;
    }
    /* On a phone what is rarer stands beside the title. */
    @media (width < 46rem) {
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 1rem;
      }
      section > ul {
        grid-column: 1 / -1;
        margin: 0;
      }
      details:not([open]) {
        grid-area: 1 / 2;
      }
      details[open] {
        grid-column: 1 / -1;
      }
    }
    .urgent {
      padding-inline: 0.6rem;
      border-color: var(--rp-accent);
      font-weight: 600;
    }
  `,
})
export class EventLinks {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly path = newFactPath;

  readonly caseFile = input.required<Pick<CaseFile, 'id' | 'events'>>();

  protected readonly urgent = computed(() => this.caseFile().events.filter(({ urgent }) => urgent));
  protected readonly rest = computed(() => this.caseFile().events.filter(({ urgent }) => !urgent));
}
