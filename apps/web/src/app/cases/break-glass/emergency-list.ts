import { Component, inject, input, output } from '@angular/core';
import { BREAK_GLASS_REASON_WORDS, BREAK_GLASS_VERDICT_WORDS } from '@repere/cases';
import type { BreakGlassShown } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EndEmergency } from './end-emergency';

/** Who opened a case in an emergency, why, and what was said of it. */
@Component({
  selector: 'app-emergency-list',
  imports: [EndEmergency],
  template: `
    <ul class="rp-list">
      @for (it of emergencies(); track it.id) {
        <li>
          <p>
            <strong>{{
              t('rights.glass.reviews.by', { name: it.by.name, moment: time.moment(it.openedAt) })
            }}</strong>
            <span class="rp-quiet"> – {{ localize(reasonWords[it.reason]) }}</span>
          </p>
          <p class="words">{{ it.words }}</p>
          <app-end-emergency [glass]="it" [mayEnd]="mayEnd()" (stopped)="stopped.emit()" />
          @if (it.review; as review) {
            <p>
              {{
                t('rights.glass.reviewed', {
                  name: review.by,
                  verdict: localize(verdictWords[review.verdict]),
                  words: review.words,
                })
              }}
            </p>
          } @else {
            <p class="rp-quiet">
              {{ t('rights.glass.to-review', { moment: time.moment(it.reviewDueAt) }) }}
            </p>
          }
        </li>
      } @empty {
        <li class="rp-quiet">{{ t('rights.access.emergencies-none') }}</li>
      }
    </ul>
  `,
  styles: `
    li {
      padding-block: 0.6rem;
      border-block-end: 1px solid var(--rp-line);
    }
    p {
      margin-block: 0.2rem;
    }
    .words {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class EmergencyList {
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;
  protected readonly localize = inject(Language).localize;
  protected readonly reasonWords = BREAK_GLASS_REASON_WORDS;
  protected readonly verdictWords = BREAK_GLASS_VERDICT_WORDS;

  readonly emergencies = input.required<readonly BreakGlassShown[]>();
  /** Reviewers may end an emergency access that is open. */
  readonly mayEnd = input(false);
  readonly stopped = output<void>();
}
