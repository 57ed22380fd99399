import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { KeptMoment, Problem, TrainingSpace } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import type { Answered, Sending } from '../../platform/api';
import { ProblemLine } from '../../platform/problem-line';
import { MomentsClient } from '../moments-client';
import { TitleForm } from './title-form';

/** What is being named: this moment, or a branch of one that was kept. */
type Naming = 'keep' | KeptMoment['id'];

/** Moments that were kept of a training space: keep this one, begin a branch with one, let one go. */
@Component({
  selector: 'app-moment-list',
  imports: [MatButton, ProblemLine, TitleForm],
  templateUrl: './moment-list.html',
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 0.4rem;
    }
    p {
      margin-block: 0.2rem;
    }
    .when {
      color: var(--rp-ink-soft);
    }
  `,
})
export class MomentList {
  private readonly client = inject(MomentsClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  /** Key of a space of one's own; `null`: the one that one is in. */
  readonly spaceKey = input.required<string | null>();
  readonly moments = input.required<readonly KeptMoment[]>();
  readonly most = input.required<number>();
  /** Only an open space keeps a moment. */
  readonly isOpen = input(true);
  readonly kept = output();
  readonly dropped = output();
  readonly branched = output<TrainingSpace>();

  protected readonly naming = signal<Naming | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    this.moments().map((moment) => ({
      ...moment,
      when: moment.at === null ? this.t(`spaces.moments.${moment.state}`) : this.time.exactly(moment.at),
      suggested: this.t('spaces.moments.branch-of', { title: moment.title }).slice(0, 60),
    })),
  );

  protected readonly keepMoment = (title: string, sending: Sending): Promise<Answered<unknown>> =>
    this.client.keepMoment(this.spaceKey(), title, sending);

  protected branchWith(id: string) {
    return async (title: string, sending: Sending): Promise<Answered<unknown>> => {
      const answer = await this.client.branch(this.spaceKey(), id, title, sending);
      if (answer.ok) this.branched.emit(answer.value);
      return answer;
    };
  }

  protected async drop(id: string): Promise<void> {
    const answer = await this.client.drop(this.spaceKey(), id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.dropped.emit();
  }

  protected done(): void {
    if (this.naming() === 'keep') this.kept.emit();
    this.naming.set(null);
  }
}
