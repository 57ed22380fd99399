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
  /** What could not be let go, to be tried again. */
  private readonly undropped = signal<string | null>(null);
  protected readonly lines = computed(() =>
    this.moments().map((moment) => ({
      ...moment,
      title: this.nameOf(moment),
      when: moment.at === null ? this.t(`spaces.moments.${moment.state}`) : this.time.exactly(moment.at),
      suggested: this.t('spaces.moments.branch-of', { title: this.nameOf(moment) }).slice(0, 60),
    })),
  );

  /** What was kept by itself gives way. */
  protected readonly hasRoom = computed(
    () => this.moments().filter(({ isAutomatic }) => !isAutomatic).length < this.most(),
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
    this.undropped.set(answer.ok ? null : id);
    if (answer.ok) this.dropped.emit();
  }

  protected async dropAgain(): Promise<void> {
    const id = this.undropped();
    if (id !== null) await this.drop(id);
  }

  private nameOf({ title, isAutomatic, at }: KeptMoment): string {
    if (!isAutomatic) return title;
    const name = this.t('spaces.moments.automatic');
    return at === null ? name : `${name}, ${this.time.exactly(at)}`;
  }

  protected done(): void {
    if (this.naming() === 'keep') this.kept.emit();
    this.naming.set(null);
  }
}
