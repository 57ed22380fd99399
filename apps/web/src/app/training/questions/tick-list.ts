import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, TickedExpectation } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';

/** What no machine sees, for whoever leads: ticked at the moment at which it was seen, taken back in one press. */
@Component({
  selector: 'app-tick-list',
  imports: [MatButton, ProblemLine],
  template: `
    <section aria-labelledby="ticks">
      <h2 id="ticks">{{ t('training.for-trainer') }}</h2>
      <app-problem-line [problem]="problem()" (again)="problem.set(null)" />
      <ul class="rp-list">
        @for (line of lines(); track line.id) {
          <li>
            <div>
              <p>
                <strong>{{ line.title }}</strong>
              </p>
              @for (said of line.said; track $index) {
                <p class="rp-quiet">{{ said }}</p>
              }
            </div>
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="line.labelled"
              (click)="tick(line.id, !line.isSeen)"
            >
              {{ line.act }}
            </button>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class TickList {
  private readonly client = inject(GroupClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly expectations = input.required<readonly TickedExpectation[]>();
  /** By the space's clock. */
  readonly now = input.required<string>();
  readonly ticked = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    this.expectations().map((it) => {
      const title = this.language.localize(it.title);
      const isSeen = it.seenAt !== null;
      const act = this.t(isSeen ? 'training.questions.untick' : 'training.questions.tick');
      const labelled = this.t('training.questions.labelled', { act, title });
      return { id: it.id, title, isSeen, act, labelled, said: this.formatTimes(it) };
    }),
  );

  protected async tick(id: string, isSeen: boolean): Promise<void> {
    const answer = await (isSeen ? this.client.tick(id) : this.client.untick(id));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.ticked.emit();
  }

  private formatTimes({ until, seenAt, basis }: TickedExpectation): readonly string[] {
    const isLate = until !== null && (seenAt ?? this.now()) > until;
    const untilWord = isLate ? 'training.questions.was-until' : 'training.questions.until';
    return [
      ...(seenAt === null ? [] : [this.t('training.questions.seen', { when: this.time.exactly(seenAt) })]),
      ...(until === null ? [] : [this.t(untilWord, { when: this.time.exactly(until) })]),
      ...(basis.length ? [this.t('training.grounds', { codes: basis.join(' · ') })] : []),
    ];
  }
}
