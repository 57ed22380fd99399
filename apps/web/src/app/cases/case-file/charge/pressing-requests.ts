import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, Charge } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { stepPath } from '../../case-paths';

/** Requests without an answer yet that stand in the head of the page; the others are counted beside the authority. */
const SHOWN = 2;

/** What was asked of which authority, since when, by when it answers, and what to do first without: seen without a press. */
@Component({
  selector: 'app-pressing-requests',
  imports: [DeadlineLabel, RouterLink],
  template: `
    @for (request of pressing(); track request.runId + request.step + request.at) {
      <p>
        <strong>{{ language.localize(request.to) }}</strong>&ngsp;
        <span class="since">{{ t('case.charge.since', { moment: time.moment(request.at) }) }}</span>&ngsp;
        @if (request.waitsFor; as answer) {
          <a [routerLink]="pathOf(answer)">{{ language.localize(answer.title) }}</a>&ngsp;
          @if (answer.dueAt || answer.atOnce) {
            <rp-deadline-label [dueAt]="answer.dueAt" [atOnce]="answer.atOnce" owner="outside" />&ngsp;
          }
        }
        <span>{{ t('case.charge.silence', { words: firstOf(request.silence) }) }}</span>
      </p>
    }
  `,
  styles: `
    p {
      margin: 0.25rem 0 0;
    }
    /* On a narrow screen what comes next is first: they are counted beside the authority, a press away. */
    @media (width < 46rem) {
      p {
        display: none;
      }
    }
    a {
      padding-block: 0.2rem;
    }
    .since {
      color: var(--rp-ink-soft);
    }
    p > * {
      margin-inline-end: 0.5rem;
    }
  `,
})
export class PressingRequests {
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  readonly charge = input.required<Charge>();

  /** Late answers first. */
  protected readonly pressing = computed(() =>
    this.charge()
      .asked.filter(({ waitsFor }) => waitsFor)
      .toSorted((a, b) => Number(b.waitsFor?.isLate ?? false) - Number(a.waitsFor?.isLate ?? false))
      .slice(0, SHOWN),
  );

  protected pathOf({ runId, step }: { readonly runId: string; readonly step: string }): readonly string[] {
    return stepPath(this.caseFile().id, runId, step);
  }

  /** What to do first; what else there is stands in the fold. */
  protected firstOf(words: Charge['asked'][number]['silence']): string {
    const said = this.language.localize(words);
    return /^.+?\.(?=\s)/.exec(said)?.[0] ?? said;
  }
}
