import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RunView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { tallyOf } from './run-order';

/** The protocols of this case in a few lines, each with what is open in it: the way down a long page. */
@Component({
  selector: 'app-run-index',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('case.index')">
      <ul class="rp-list">
        @for (line of lines(); track line.runId) {
          <li>
            <a
              [id]="'to-run-' + line.runId"
              routerLink="."
              queryParamsHandling="preserve"
              [fragment]="'run-' + line.runId"
              >{{ line.title }}</a
            >
            <span>
              @if (line.late; as late) {
                <span class="late">{{ late }}</span>
              }
              {{ line.counts }}
            </span>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    nav {
      margin-block-start: 1.5rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
      align-items: baseline;
      border-block-start: 1px solid var(--rp-line);
    }
    a {
      padding-block: 0.35rem;
    }
    li > span {
      color: var(--rp-ink-soft);
      font-size: 0.95rem;
    }
    .late {
      margin-inline-end: 0.75rem;
      color: var(--rp-ink);
      font-weight: 600;
    }
  `,
})
export class RunIndex {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly runs = input.required<readonly RunView[]>();

  protected readonly lines = computed(() =>
    this.runs().map((run) => {
      const { toDo, started, late } = tallyOf(run, this.time.now());
      const { count } = this.language;
      return {
        runId: run.runId,
        title: this.language.say(run.title),
        late: late ? count('case.run.late', late) : null,
        counts: run.ended
          ? this.t('case.run.ended')
          : [
              ...(toDo ? [count('case.run.to-do', toDo)] : []),
              ...(started ? [count('case.run.started', started)] : []),
            ].join(', ') || this.t('case.run.waits'),
      };
    }),
  );
}
