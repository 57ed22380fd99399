import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { newFactPath } from '../case-paths';
import { FACT_EVENTS } from './fact-events';

/** What may have happened, one press away. The address carries none of it. */
@Component({
  selector: 'app-event-links',
  imports: [Icon, RouterLink],
  template: `
    <section aria-labelledby="new-fact-title">
      <h2 id="new-fact-title">{{ t('case.new-fact.title') }}</h2>
      <p class="rp-quiet">{{ t('case.new-fact.short') }}</p>
      <ul class="rp-chips">
        @for (event of events; track event.id) {
          <li>
            <a
              class="rp-chip"
              [id]="'event-' + event.id"
              [class.urgent]="event.id === 'missing' || event.id === 'danger'"
              [routerLink]="path(caseFileId())"
              [state]="{ event: event.id }"
            >
              {{ t('case.new-fact.event.' + event.id + '.title') }}
              @if (event.id === 'missing' || event.id === 'danger') {
                <rp-icon name="danger" />
              }
            </a>
          </li>
        }
        <li>
          <a class="rp-chip" id="event-other" [routerLink]="path(caseFileId())" [state]="{ event: 'other' }">
            {{ t('case.new-fact.other') }}
          </a>
        </li>
      </ul>
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
    .urgent {
      border-color: var(--rp-accent);
      font-weight: 600;
    }
  `,
})
export class EventLinks {
  protected readonly t = inject(Language).t;
  protected readonly events = FACT_EVENTS;
  protected readonly path = newFactPath;

  readonly caseFileId = input.required<string>();
}
